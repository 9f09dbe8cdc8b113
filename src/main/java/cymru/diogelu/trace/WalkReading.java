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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The procedures that a case had entered: each drawn with the way taken, told in words, and tied to what called it. */
@Component
class WalkReading {

    private final WalkedModels models;
    private final CaseDrawing drawing;
    private final MessageSource messages;

    WalkReading(WalkedModels models, CaseDrawing drawing, MessageSource messages) {
        this.models = models;
        this.drawing = drawing;
        this.messages = messages;
    }

    /** In the order in which they were entered; a procedure that was called again is one walk with both ways in it. */
    List<Walk> of(List<Entry> then, CaseDeadlines dates, Locale locale) {
        CasePath path = CasePath.of(then.stream().filter(CasePath::tells).toList());
        Calls calls = Calls.of(then, path);
        Set<String> open = open(then, path);
        Map<String, Stay> firsts = new LinkedHashMap<>();
        path.elements().forEach(stay -> firsts.putIfAbsent(anchor(stay), stay));
        return firsts.entrySet().stream()
                .map(each -> walk(
                        each.getKey(),
                        title(each.getValue(), path, locale),
                        path.in(each.getValue().process(), each.getValue().version()),
                        open.contains(each.getKey()),
                        calls,
                        dates,
                        locale))
                .toList();
    }

    /** A procedure goes on from its first entry to the one that tells of its end, also while it stands at no step. */
    private static Set<String> open(List<Entry> then, CasePath path) {
        Map<String, String> where = new HashMap<>();
        path.elements().forEach(stay -> where.put(stay.run(), anchor(stay)));
        then.stream()
                .filter(entry -> entry.kind().equals(EntryKind.PROCEDURE_ENDED.word()))
                .forEach(entry -> where.remove(String.valueOf(entry.body().get("run"))));
        return Set.copyOf(where.values());
    }

    static String anchor(Stay stay) {
        return anchor(stay.process(), stay.version());
    }

    private static String anchor(String process, int version) {
        return "walk-" + process + "-v" + version;
    }

    private Walk walk(
            String anchor, String title, CasePath own, boolean open, Calls calls, CaseDeadlines dates, Locale locale) {
        Stay first = own.elements().get(0);
        Map<String, String> links = new HashMap<>();
        own.elements().forEach(stay -> calls.from(stay).ifPresent(called -> links.put(stay.element(), called)));
        boolean moved = own.elements().stream().anyMatch(Stay::moved);
        return new Walk(
                anchor,
                first.process(),
                first.version(),
                title,
                open,
                calls.to(anchor, moved).map(stay -> caller(stay, locale)),
                drawing.svg(own, first.process(), first.version(), dates, links, locale),
                turns(own, links, locale),
                own);
    }

    /** A case that was moved to another version of the models has walks of both, which must be told apart. */
    private String title(Stay in, CasePath path, Locale locale) {
        String name = name(in.process(), in.version(), null, locale).orElse(in.process());
        boolean alone = path.elements().stream()
                .filter(stay -> stay.process().equals(in.process()))
                .allMatch(stay -> stay.version() == in.version());
        return alone ? name : messages.getMessage("record.moment.named", new Object[] {name, in.version()}, locale);
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
                        stay.moved(),
                        Optional.ofNullable(links.get(stay.element()))));
    }

    private Optional<Turn> went(Taken flow, Locale locale) {
        return ownName(flow.process(), flow.version(), flow.flow(), locale)
                .map(name -> new Turn(
                        name, true, local(flow.at()), Optional.of(local(flow.at())), false, false, Optional.empty()));
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
