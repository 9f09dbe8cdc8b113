package cymru.diogelu.trace.statistics;

import cymru.diogelu.diagrams.Caption;
import cymru.diogelu.diagrams.Diagram;
import cymru.diogelu.diagrams.FlowMark;
import cymru.diogelu.diagrams.Marks;
import cymru.diogelu.diagrams.StepMark;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.WalkedModels;
import cymru.diogelu.trace.statistics.ProcessMap.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws a process map over the model: how often each step was come to and how long it took, how often each flow was taken. */
@Component
public class MapDrawing {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration IN_HOURS = Duration.ofHours(48);
    private static final double HOUR = 3_600.0;
    private static final double DAY = 86_400.0;

    private final WalkedModels models;
    private final MessageSource messages;

    MapDrawing(WalkedModels models, MessageSource messages) {
        this.models = models;
        this.messages = messages;
    }

    /** SVG; empty where no such version was ever deployed. */
    public Optional<String> svg(ProcessMap map, Locale locale) {
        return models.drawing(map.process(), map.version(), Language.of(locale))
                .map(bpmn -> Diagram.read(bpmn).svg(caption(map, locale), marks(map, locale)));
    }

    private Caption caption(ProcessMap map, Locale locale) {
        String name = name(map, null, locale);
        String description = messages.getMessage("statistics.map.description", new Object[] {name}, locale);
        return new Caption(name, description, Language.of(locale), "map-" + map.process());
    }

    private Marks marks(ProcessMap map, Locale locale) {
        int most = map.steps().stream()
                .filter(Step::flow)
                .mapToInt(Step::times)
                .max()
                .orElse(1);
        Map<String, StepMark> steps = new HashMap<>();
        Map<String, FlowMark> flows = new HashMap<>();
        for (Step step : map.steps()) {
            String times = messages.getMessage("statistics.map.times", new Object[] {step.times()}, locale);
            if (step.flow()) {
                flows.put(step.element(), new FlowMark(step.times(), times, step.times() / (double) most));
            } else {
                String mean = mean(step.mean(), locale);
                String note = mean == null ? times : times + ", " + mean;
                steps.put(step.element(), new StepMark(StepMark.State.WALKED, step.times(), mean, note));
            }
        }
        return new Marks(steps, flows, Map.of(), true);
    }

    /** What takes no time, as a gateway does, has no words about it. */
    private @Nullable String mean(@Nullable Duration mean, Locale locale) {
        if (mean == null || mean.compareTo(SHORTEST) < 0) {
            return null;
        }
        boolean hours = mean.compareTo(IN_HOURS) < 0;
        double number = mean.toSeconds() / (hours ? HOUR : DAY);
        return messages.getMessage(
                hours ? "statistics.map.hours" : "statistics.map.days", new Object[] {number}, locale);
    }

    /** @param element none for the procedure itself */
    public String name(ProcessMap map, @Nullable String element, Locale locale) {
        return models.name(map.process(), map.version(), element, null)
                .map(name -> name.in(Language.of(locale)))
                .orElse(element == null ? map.process() : element);
    }
}
