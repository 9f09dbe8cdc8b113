package cymru.diogelu.trace;

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws a procedure in the version that applied, with the way that a case took through it. */
@Component
class CaseDrawing {

    private final WalkedModels models;
    private final MessageSource messages;

    CaseDrawing(WalkedModels models, MessageSource messages) {
        this.models = models;
        this.messages = messages;
    }

    /**
     * @param path the way through this procedure alone
     * @param dates as they stood at the moment that is drawn
     * @return SVG; empty where no such version was ever deployed
     */
    String svg(CasePath path, String process, int version, CaseDeadlines dates, Locale locale) {
        Language language = Language.of(locale);
        return models.drawing(process, version, language)
                .map(bpmn -> Diagram.read(bpmn).svg(caption(process, version, locale), marks(path, dates, locale)))
                .orElse("");
    }

    private Caption caption(String process, int version, Locale locale) {
        Language language = Language.of(locale);
        String name = models.name(process, version, null, null)
                .map(title -> title.in(language))
                .orElse(process);
        return new Caption(name, say("drawing.description", locale, name), language, "p-" + process);
    }

    private Marks marks(CasePath path, CaseDeadlines dates, Locale locale) {
        Map<String, List<Stay>> stays = path.elements().stream().collect(Collectors.groupingBy(Stay::element));
        Set<String> late = late(dates);
        Map<String, StepMark> steps = new HashMap<>();
        stays.forEach((element, each) -> steps.put(element, step(each, late.contains(element), locale)));
        Map<String, FlowMark> flows = new HashMap<>();
        path.flows().stream()
                .collect(Collectors.groupingBy(Taken::flow, Collectors.counting()))
                .forEach((flow, times) ->
                        flows.put(flow, new FlowMark(times.intValue(), say("drawing.taken", locale, times), null)));
        return new Marks(steps, flows, Map.of(), false);
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
        State state = open ? late ? State.OVERDUE : State.OPEN : interrupted(stays) ? State.INTERRUPTED : State.WALKED;
        return new StepMark(
                state, stays.size(), badge(state, locale), say("drawing.state." + state, locale, stays.size()));
    }

    private static boolean interrupted(List<Stay> stays) {
        return stays.get(stays.size() - 1).interrupted();
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
