package cymru.diogelu.trace;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.procedures.WalkedModels;
import cymru.diogelu.trace.CasePath.Stay;
import cymru.diogelu.trace.CasePath.Taken;
import cymru.diogelu.trace.MomentReading.Turn;
import cymru.diogelu.trace.MomentReading.Walk;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The procedures that a case had entered: each drawn with the way taken, told in words, and tied to what called it. */
@Component
class WalkReading {

    private final WalkedModels models;
    private final CaseDrawing drawing;

    WalkReading(WalkedModels models, CaseDrawing drawing) {
        this.models = models;
        this.drawing = drawing;
    }

    /** In the order in which they were entered; a procedure that was called again is one walk with both ways in it. */
    List<Walk> of(List<Entry> then, CaseDeadlines dates, Locale locale) {
        CasePath path = CasePath.of(then.stream().filter(CasePath::tells).toList());
        Map<String, String> called = called(then);
        Map<String, Stay> firsts = new LinkedHashMap<>();
        Map<String, Stay> callers = new HashMap<>();
        for (Stay stay : path.elements()) {
            firsts.putIfAbsent(anchor(stay.process(), stay.version()), stay);
            String target = called.get(stay.visit());
            if (target != null) {
                callers.putIfAbsent(target, stay);
            }
        }
        return firsts.entrySet().stream()
                .map(each -> walk(
                        each.getKey(),
                        path.in(each.getValue().process(), each.getValue().version()),
                        callers.get(each.getKey()),
                        called,
                        dates,
                        locale))
                .toList();
    }

    /** Which procedure was called from which stay at a step. */
    private static Map<String, String> called(List<Entry> then) {
        Map<String, String> called = new HashMap<>();
        then.stream()
                .filter(entry -> entry.kind().equals(EntryKind.PROCEDURE_STARTED.word()))
                .filter(entry -> entry.body().get("callerVisit") instanceof String)
                .forEach(entry -> called.put(
                        String.valueOf(entry.body().get("callerVisit")),
                        anchor(
                                String.valueOf(entry.subject().process()),
                                entry.subject().version())));
        return called;
    }

    private static String anchor(String process, int version) {
        return "walk-" + process + "-v" + version;
    }

    private Walk walk(
            String anchor,
            CasePath own,
            @Nullable Stay caller,
            Map<String, String> called,
            CaseDeadlines dates,
            Locale locale) {
        Stay first = own.elements().get(0);
        Map<String, String> links = new HashMap<>();
        own.elements().stream()
                .filter(stay -> called.containsKey(stay.visit()))
                .forEach(stay -> links.put(stay.element(), "#" + called.get(stay.visit())));
        return new Walk(
                anchor,
                first.process(),
                first.version(),
                name(first.process(), first.version(), null, locale).orElse(first.process()),
                own.elements().stream().anyMatch(stay -> stay.left() == null),
                Optional.ofNullable(caller).map(stay -> caller(stay, locale)),
                drawing.svg(own, first.process(), first.version(), dates, links, locale),
                turns(own, links, locale),
                own);
    }

    private Walk.Caller caller(Stay stay, Locale locale) {
        String step =
                name(stay.process(), stay.version(), stay.element(), locale).orElse(stay.element());
        return new Walk.Caller(anchor(stay.process(), stay.version()), step);
    }

    private List<Turn> turns(CasePath own, Map<String, String> links, Locale locale) {
        Map<Long, Turn> turns = new HashMap<>();
        own.elements().forEach(stay -> stayed(stay, links, locale).ifPresent(turn -> turns.put(stay.seq(), turn)));
        own.flows().forEach(flow -> went(flow, locale).ifPresent(turn -> turns.put(flow.seq(), turn)));
        return turns.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .toList();
    }

    private Optional<Turn> stayed(Stay stay, Map<String, String> links, Locale locale) {
        return ownName(stay.process(), stay.version(), stay.element(), locale)
                .map(name -> new Turn(
                        name,
                        false,
                        local(stay.entered()),
                        Optional.ofNullable(stay.left()).map(WalkReading::local),
                        stay.interrupted(),
                        Optional.ofNullable(links.get(stay.element()))));
    }

    private Optional<Turn> went(Taken flow, Locale locale) {
        return ownName(flow.process(), flow.version(), flow.flow(), locale)
                .map(name ->
                        new Turn(name, true, local(flow.at()), Optional.of(local(flow.at())), false, Optional.empty()));
    }

    /** What the drawing leaves without words is told by what comes before and after it. */
    private Optional<String> ownName(String process, int version, String element, Locale locale) {
        String whole = name(process, version, null, locale).orElse("");
        return name(process, version, element, locale).filter(name -> !name.equals(whole));
    }

    private Optional<String> name(String process, int version, @Nullable String element, Locale locale) {
        return models.name(process, version, element, null).map(name -> name.in(Language.of(locale)));
    }

    private static ZonedDateTime local(Instant at) {
        return at.atZone(ServiceClock.LONDON);
    }
}
