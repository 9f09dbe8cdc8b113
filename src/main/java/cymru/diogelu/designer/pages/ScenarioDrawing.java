package cymru.diogelu.designer.pages;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.designer.ToldStory.Walk;
import cymru.diogelu.designer.ToldStory.Went;
import cymru.diogelu.diagrams.Caption;
import cymru.diogelu.diagrams.Diagram;
import cymru.diogelu.diagrams.FlowMark;
import cymru.diogelu.diagrams.Marks;
import cymru.diogelu.diagrams.StepMark;
import cymru.diogelu.diagrams.StepMark.State;
import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.procedures.ModelSets;
import cymru.diogelu.procedures.Way;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws a procedure with the way that a story took through it, or with how many stories go each way. */
@Component
class ScenarioDrawing {

    private static final DateTimeFormatter TIMES = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm");

    private final ModelSets sets;
    private final MessageSource messages;

    ScenarioDrawing(ModelSets sets, MessageSource messages) {
        this.sets = sets;
        this.messages = messages;
    }

    /**
     * The way of one story.
     *
     * @param name of the procedure
     * @param flows the ids of its flows
     * @return SVG; empty where the set has no drawing of the procedure
     */
    String path(ModelFiles models, Walk walk, String name, Set<String> flows, Locale locale) {
        Map<String, List<Went>> byElement = walk.went().stream().collect(Collectors.groupingBy(Went::element));
        Map<String, StepMark> steps = new HashMap<>();
        Map<String, FlowMark> taken = new HashMap<>();
        byElement.forEach((element, went) -> {
            if (flows.contains(element)) {
                taken.put(element, new FlowMark(went.size(), say("drawing.taken", locale, went), null));
            } else {
                steps.put(element, step(went, locale));
            }
        });
        String description = messages.getMessage("drawing.description", new Object[] {name}, locale);
        return svg(models, walk.process(), name, description, new Marks(steps, taken, Map.of(), false), locale);
    }

    private StepMark step(List<Went> went, Locale locale) {
        boolean open = went.stream().anyMatch(each -> each.left() == null);
        boolean undone = went.get(went.size() - 1).undone();
        State state = open ? State.OPEN : undone ? State.INTERRUPTED : State.WALKED;
        String badge = open ? messages.getMessage("drawing.open", null, locale) : null;
        return new StepMark(state, went.size(), badge, say("drawing.state." + state, locale, went));
    }

    private String say(String key, Locale locale, List<Went> went) {
        String times =
                went.stream().map(each -> time(each.at(), locale)).distinct().collect(Collectors.joining("; "));
        return messages.getMessage(key, new Object[] {went.size(), times}, locale);
    }

    private static String time(OffsetDateTime at, Locale locale) {
        return TIMES.withLocale(locale).format(at.atZoneSameInstant(ServiceClock.LONDON));
    }

    /**
     * How many stories go each way.
     *
     * @param ways those of the procedure
     * @param stories how many go through each, by the way's id
     */
    String coverage(
            ModelFiles models,
            String process,
            String name,
            List<Way> ways,
            Map<String, Integer> stories,
            Locale locale) {
        Map<String, StepMark> steps = new HashMap<>();
        Map<String, FlowMark> flows = new HashMap<>();
        int most = stories.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        for (Way way : ways) {
            int count = stories.getOrDefault(way.id(), 0);
            String element = way.id().substring(way.id().indexOf('/') + 1);
            String note = messages.getMessage("scenarios.count", new Object[] {count}, locale);
            if (way.kind() == Way.Kind.FLOW) {
                flows.put(element, new FlowMark(count, note, count / (double) most));
            } else {
                String badge = count == 0 ? messages.getMessage("scenarios.none", null, locale) : null;
                steps.put(element, new StepMark(count == 0 ? State.AHEAD : State.WALKED, count, badge, note));
            }
        }
        String description = messages.getMessage("scenarios.description", new Object[] {name}, locale);
        return svg(models, process, name, description, new Marks(steps, flows, Map.of(), true), locale);
    }

    private String svg(ModelFiles models, String process, String name, String description, Marks marks, Locale locale) {
        Language language = Language.of(locale);
        return models.byPath().entrySet().stream()
                .filter(file -> file.getKey().endsWith("/" + process + ".bpmn"))
                .findFirst()
                .flatMap(file -> sets.drawing(file.getKey(), file.getValue(), language))
                .map(bpmn -> Diagram.read(bpmn).svg(new Caption(name, description, language, "p-" + process), marks))
                .orElse("");
    }
}
