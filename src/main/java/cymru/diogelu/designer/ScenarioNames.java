package cymru.diogelu.designer;

import cymru.diogelu.language.Bilingual;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names of elements that a story uses. One that no model has would otherwise pass for something that rightly never
 * happens.
 */
final class ScenarioNames {

    private ScenarioNames() {}

    /** @param roles the keys of all roles that there are */
    static List<Bilingual> strangers(Scenario scenario, Set<String> roles) {
        Stream<@Nullable String> people =
                scenario.steps().stream().map(step -> step instanceof Scenario.Submit submit ? submit.by() : null);
        return Stream.concat(Stream.of(scenario.by()), people)
                .filter(Objects::nonNull)
                .filter(person -> !roles.contains(person.split("\\.", 2)[0]))
                .distinct()
                .map(StoryFaults::noRole)
                .toList();
    }

    /** @param elements all elements and flows that the models have, as {@code procedure/element} */
    static List<Bilingual> unknown(Scenario scenario, Set<String> elements) {
        Stream<String> expected = scenario.steps().stream().flatMap(step -> Stream.of(
                        named(step),
                        step.expect().offered().stream().map(Scenario.Offered::task),
                        step.expect().notOffered().stream())
                .flatMap(names -> names));
        Stream<String> timers = scenario.steps().stream()
                .flatMap(step -> step instanceof Scenario.Passes passes ? Stream.of(passes.element()) : Stream.empty());
        Stream<String> whole =
                Stream.concat(timers, Stream.concat(scenario.passed().stream(), scenario.avoided().stream()));
        return Stream.concat(
                        expected.filter(name -> elements.stream()
                                .noneMatch(element -> element.equals(name) || element.endsWith("/" + name))),
                        whole.filter(name -> !elements.contains(name)))
                .distinct()
                .map(StoryFaults::noElement)
                .toList();
    }

    private static Stream<String> named(Scenario.Step step) {
        if (step instanceof Scenario.Submit submit) {
            return Stream.of(submit.task());
        }
        return step instanceof Scenario.Finish finish ? finish.answers().keySet().stream() : Stream.of();
    }
}
