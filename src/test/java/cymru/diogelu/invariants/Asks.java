package cymru.diogelu.invariants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The shapes in which the law asks: what every case passes, what nothing comes before, what a form demands. */
final class Asks {

    private Asks() {}

    /** All findings of several judges. */
    @SafeVarargs
    static Function<Pathway, List<Finding>> all(Function<Pathway, List<Finding>>... judges) {
        return pathway -> Stream.of(judges)
                .flatMap(judge -> judge.apply(pathway).stream())
                .toList();
    }

    /** From each of these places every case passes a step on its way to the end; there is at least one such place. */
    static List<Finding> everyCasePasses(Paths paths, List<Place> from, Predicate<Place> step, String sentence) {
        if (from.isEmpty()) {
            return List.of(nowhere(paths, sentence));
        }
        return from.stream()
                .map(place -> paths.wayRound(place, step))
                .flatMap(Optional::stream)
                .map(place -> place.finding(sentence))
                .toList();
    }

    /** Nothing of a kind can be entered before a step that blocks the way. */
    static List<Finding> nothingBefore(
            Paths paths, Place from, Predicate<Place> step, Predicate<Place> unwanted, String sentence) {
        return paths.reached(from, step).stream()
                .filter(place -> place != from && !step.test(place) && unwanted.test(place))
                .map(place -> place.finding(sentence))
                .toList();
    }

    /** Every form that asks all of these keys refuses to leave a question open; there is at least one such form. */
    static List<Finding> demanded(Pathway pathway, List<String> asking, String key, Map<String, Object> given) {
        List<FormFile> forms = pathway.formsAsking(asking.toArray(String[]::new));
        if (forms.isEmpty()) {
            return List.of(new Finding("forms", key, "no form asks " + asking));
        }
        Questions questions = new Questions(pathway);
        List<Finding> findings = new ArrayList<>();
        forms.forEach(form -> findings.addAll(questions.demands(form, key, given)));
        return findings;
    }

    static Function<Pathway, List<Finding>> demanded(List<String> asking, Map<String, Object> given, String... keys) {
        return pathway -> Stream.of(keys)
                .flatMap(key -> demanded(pathway, asking, key, given).stream())
                .toList();
    }

    static Function<Pathway, List<Finding>> demanded(List<String> asking, String... keys) {
        return demanded(asking, Map.of(), keys);
    }

    /** A task is watched by a limit that passes without ending it and leads to the ladder of escalation. */
    static List<Finding> watched(Place task, String provision) {
        List<Step> timers = task.procedure().boundary(task.step()).stream()
                .filter(event -> event.timesOut(provision))
                .toList();
        if (timers.isEmpty()) {
            return List.of(task.finding("no boundary timer asks for " + provision));
        }
        return timers.stream()
                .filter(Step::interrupting)
                .map(timer -> task.procedure().finding(timer, provision + " ends the task when it passes"))
                .toList();
    }

    /** A task is offered to one role. */
    static List<Finding> offeredTo(List<Place> tasks, String role) {
        return tasks.stream()
                .filter(task -> !task.step().role().equals(Optional.of(role)))
                .map(task -> task.finding("is not offered to " + role))
                .distinct()
                .toList();
    }

    static Finding nowhere(Paths paths, String sentence) {
        return paths.start().finding("no step was found: " + sentence);
    }
}
