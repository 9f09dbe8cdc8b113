package cymru.diogelu.designer;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names of elements that a story uses. One that no model has would otherwise pass for something that rightly never
 * happens.
 */
final class ScenarioNames {

    private ScenarioNames() {}

    /** @param elements all elements and flows that the models have, as {@code procedure/element} */
    static List<String> unknown(Scenario scenario, Set<String> elements) {
        Stream<String> expected = scenario.steps().stream()
                .flatMap(step -> Stream.concat(
                        step.expect().offered().stream().map(Scenario.Offered::task),
                        Stream.concat(
                                step.expect().notOffered().stream(),
                                step instanceof Scenario.Finish finish
                                        ? finish.answers().keySet().stream()
                                        : Stream.of())));
        Stream<String> whole = Stream.concat(scenario.passed().stream(), scenario.avoided().stream());
        return Stream.concat(
                        expected.filter(name -> elements.stream()
                                .noneMatch(element -> element.equals(name) || element.endsWith("/" + name))),
                        whole.filter(name -> !elements.contains(name)))
                .distinct()
                .map(name -> "no model has an element '%s'".formatted(name))
                .toList();
    }
}
