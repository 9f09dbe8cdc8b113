package cymru.diogelu.trace;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.diagrams.Caption;
import cymru.diogelu.diagrams.Diagram;
import cymru.diogelu.diagrams.FlowMark;
import cymru.diogelu.diagrams.Marks;
import cymru.diogelu.diagrams.StepMark;
import cymru.diogelu.diagrams.StepMark.State;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.WalkedModels;
import cymru.diogelu.trace.CasePath.Stay;
import cymru.diogelu.trace.CasePath.Taken;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws a procedure in the version that applied, with the way that a case took through it. */
@Component
class CaseDrawing {

    private static final int REMEMBERED = 200;
    private static final DateTimeFormatter TIMES = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss");

    private final WalkedModels models;
    private final MessageSource messages;
    private final Map<String, Diagram> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Diagram> eldest) {
            return size() > REMEMBERED;
        }
    });

    CaseDrawing(WalkedModels models, MessageSource messages) {
        this.models = models;
        this.messages = messages;
    }

    /**
     * @param path the way through this procedure alone
     * @param dates as they stood at the moment that is drawn
     * @param links where steps lead, such as to the drawing of what they called
     * @return SVG; empty where no such version was ever deployed
     */
    String svg(
            CasePath path, String process, int version, CaseDeadlines dates, Map<String, String> links, Locale locale) {
        return diagram(process, version, Language.of(locale))
                .map(diagram -> diagram.svg(caption(process, version, locale), marks(path, dates, links, locale)))
                .orElse("");
    }

    /** What was deployed never changes, so that it is read once; no lock is held while the database is asked. */
    private Optional<Diagram> diagram(String process, int version, Language language) {
        String key = process + ":" + version + ":" + language;
        Optional<Diagram> read = Optional.ofNullable(known.get(key))
                .or(() -> models.drawing(process, version, language).map(Diagram::read));
        read.ifPresent(diagram -> known.put(key, diagram));
        return read;
    }

    private Caption caption(String process, int version, Locale locale) {
        Language language = Language.of(locale);
        String name = models.name(process, version, null, null)
                .map(title -> title.in(language))
                .orElse(process);
        return new Caption(name, say("drawing.description", locale, name), language, "p-" + process);
    }

    private Marks marks(CasePath path, CaseDeadlines dates, Map<String, String> links, Locale locale) {
        Map<String, List<Stay>> stays = path.elements().stream().collect(Collectors.groupingBy(Stay::element));
        Set<String> late = late(dates);
        Map<String, StepMark> steps = new HashMap<>();
        stays.forEach((element, each) -> steps.put(element, step(each, late.contains(element), locale)));
        Map<String, FlowMark> flows = new HashMap<>();
        path.flows().stream()
                .collect(Collectors.groupingBy(Taken::flow, Collectors.mapping(Taken::at, Collectors.toList())))
                .forEach((flow, times) -> flows.put(
                        flow,
                        new FlowMark(
                                times.size(), say("drawing.taken", locale, times.size(), times(times, locale)), null)));
        return new Marks(steps, flows, links, false);
    }

    private static String times(List<Instant> times, Locale locale) {
        return times.stream()
                .map(at -> TIMES.withLocale(locale).format(at.atZone(ServiceClock.LONDON)))
                .collect(Collectors.joining("; "));
    }

    /** The steps that are past their date and not done. */
    private static Set<String> late(CaseDeadlines dates) {
        Set<String> late = new HashSet<>();
        dates.deadlines().stream()
                .filter(date -> date.status() == CaseDeadlines.Status.BREACHED)
                .forEach(date -> late.add(date.element()));
        return late;
    }

    private StepMark step(List<Stay> stays, boolean late, Locale locale) {
        boolean open = stays.stream().anyMatch(stay -> stay.left() == null);
        State state = open ? late ? State.OVERDUE : State.OPEN : undone(last(stays)) ? State.INTERRUPTED : State.WALKED;
        return new StepMark(
                state,
                stays.size(),
                badge(state, locale),
                say(
                        "drawing.state."
                                + (state == State.INTERRUPTED && last(stays).moved() ? "moved" : state),
                        locale,
                        stays.size(),
                        times(stays.stream().map(Stay::entered).toList(), locale)));
    }

    private static Stay last(List<Stay> stays) {
        return stays.get(stays.size() - 1);
    }

    private static boolean undone(Stay stay) {
        return stay.interrupted() || stay.moved();
    }

    private @Nullable String badge(State state, Locale locale) {
        return switch (state) {
            case OPEN -> say("drawing.open", locale);
            case OVERDUE -> say("drawing.overdue", locale);
            default -> null;
        };
    }

    private String say(String key, Locale locale, Object... parts) {
        return messages.getMessage(key, parts, locale);
    }
}
