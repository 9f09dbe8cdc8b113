package cymru.diogelu.designer.pages;

import cymru.diogelu.diagrams.Caption;
import cymru.diogelu.diagrams.Diagram;
import cymru.diogelu.diagrams.Marks;
import cymru.diogelu.diagrams.StepMark;
import cymru.diogelu.diagrams.StepMark.State;
import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.ModelProofs.Passed;
import cymru.diogelu.procedures.ModelSets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws the shortest way to something that is wrong: its steps carry the numbers that they have in the list beside it. */
@Component
class WayDrawing {

    private final ModelSets sets;
    private final MessageSource messages;

    WayDrawing(ModelSets sets, MessageSource messages) {
        this.sets = sets;
        this.messages = messages;
    }

    /** A step in words. */
    record Told(String procedure, String what) {}

    static List<Told> steps(List<Passed> way, Language language) {
        return way.stream()
                .map(passed ->
                        new Told(passed.name().in(language), passed.what().in(language)))
                .toList();
    }

    /**
     * A procedure with the steps that the way takes through it.
     *
     * @param svg empty where the set has no drawing of it
     */
    record Drawn(String procedure, String name, String svg) {}

    /** The procedures in the order in which the way comes to them. */
    List<Drawn> of(ModelFiles models, List<Passed> way, Locale locale) {
        Language language = Language.of(locale);
        Map<String, String> procedures = new LinkedHashMap<>();
        way.forEach(passed ->
                procedures.putIfAbsent(passed.procedure(), passed.name().in(language)));
        return procedures.entrySet().stream()
                .map(each -> new Drawn(
                        each.getKey(),
                        each.getValue(),
                        svg(models, each.getKey(), each.getValue(), marks(way, each.getKey(), locale), locale)))
                .toList();
    }

    private Marks marks(List<Passed> way, String procedure, Locale locale) {
        Map<String, List<Integer>> numbers = new LinkedHashMap<>();
        for (int at = 0; at < way.size(); at++) {
            if (way.get(at).procedure().equals(procedure)) {
                numbers.computeIfAbsent(way.get(at).element(), none -> new ArrayList<>())
                        .add(at + 1);
            }
        }
        Map<String, StepMark> steps = new LinkedHashMap<>();
        numbers.forEach((element, at) -> steps.put(element, step(at, at.contains(way.size()), locale)));
        return new Marks(steps, Map.of(), Map.of(), false);
    }

    private StepMark step(List<Integer> numbers, boolean last, Locale locale) {
        String badge = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String note = messages.getMessage(last ? "models.way.last" : "models.way.step", new Object[] {badge}, locale);
        return new StepMark(last ? State.OVERDUE : State.WALKED, numbers.size(), badge, note);
    }

    private String svg(ModelFiles models, String procedure, String name, Marks marks, Locale locale) {
        Language language = Language.of(locale);
        String description = messages.getMessage("models.way.description", new Object[] {name}, locale);
        return models.byPath().entrySet().stream()
                .filter(file -> file.getKey().endsWith("/" + procedure + ".bpmn"))
                .findFirst()
                .flatMap(file -> sets.drawing(file.getKey(), file.getValue(), language))
                .map(bpmn -> Diagram.read(bpmn).svg(new Caption(name, description, language, "w-" + procedure), marks))
                .orElse("");
    }
}
