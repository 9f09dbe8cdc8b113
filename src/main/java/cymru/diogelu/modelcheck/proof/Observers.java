package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.Decision;
import cymru.diogelu.modelcheck.reading.NodeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whatever asks what somebody answered: columns of tables, flows, conditions of forms, the rule itself. Answers of which
 * all of them think the same stand for one another.
 */
final class Observers {

    /** Nobody asks: any answer stands for all. */
    static final Observers NONE = new Observers();

    private final Map<String, List<Function<Object, @Nullable Object>>> byName = new HashMap<>();
    private final Map<String, List<Set<String>>> mentions = new HashMap<>();
    private final Set<String> compared = new java.util.HashSet<>();

    private Observers() {}

    Observers(Net net, Slice slice) {
        Aliases aliases = new Aliases(net.whole());
        for (Walkable procedure : net.procedures()) {
            for (Step step : procedure.steps()) {
                if (slice.matters(step)) {
                    observe(net, slice, step, aliases);
                }
            }
        }
        for (String name : slice.sight().askedNames()) {
            aliases.of(name).forEach(alias -> {
                slice.sight().conditions(name).forEach(asks -> add(alias, asks::test));
                mentions.computeIfAbsent(alias, none -> new ArrayList<>())
                        .addAll(slice.sight().mentions(name));
            });
        }
    }

    private void observe(Net net, Slice slice, Step step, Aliases aliases) {
        step.ways().forEach(way -> {
            Guard guard = way.guard();
            if (guard != null && guard.variable() != null) {
                aliases.of(guard.variable()).forEach(name -> {
                    add(name, value -> Objects.equals(value, guard.text()));
                    mention(name, Set.of(guard.text()));
                });
            }
        });
        step.repeatedOver().ifPresent(list -> aliases.of(list).forEach(name -> add(name, value -> value)));
        step.roleFrom().ifPresent(role -> aliases.of(role).forEach(name -> add(name, value -> value)));
        if (step.kind() == NodeKind.BUSINESS_RULE_TASK && slice.evaluates(step)) {
            net.tables().find(step.decision()).ifPresent(decision -> observe(net.wording(), decision, aliases));
        }
        if (step.kind() == NodeKind.USER_TASK) {
            net.questions(step.form()).stream()
                    .flatMap(question -> question.hides().stream())
                    .distinct()
                    .forEach(hide -> observe(net.wording(), hide, aliases, value -> value));
        }
    }

    private void observe(Wording wording, Decision decision, Aliases aliases) {
        for (int column = 0; column < decision.inputs().size(); column++) {
            int at = column;
            List<String> cells = decision.rules().stream()
                    .map(Decision::conditions)
                    .filter(cell -> at < cell.size())
                    .map(cell -> cell.get(at))
                    .filter(cell -> !Decision.takesAll(cell))
                    .distinct()
                    .toList();
            observe(wording, Decision.expression(decision.inputs().get(at)), aliases, value -> cells.stream()
                    .map(cell -> wording.takes(cell, value))
                    .toList());
            Set<String> names =
                    wording.variables(Decision.expression(decision.inputs().get(at)));
            names.forEach(name ->
                    aliases.of(name).forEach(alias -> cells.forEach(cell -> mention(alias, Wording.texts(cell)))));
        }
    }

    /** @param seen what is made of the value of the expression */
    private void observe(
            Wording wording, String expression, Aliases aliases, Function<@Nullable Object, @Nullable Object> seen) {
        Set<String> names = wording.variables(expression);
        for (String name : names) {
            for (String alias : aliases.of(name)) {
                mention(alias, Wording.texts(expression));
                if (names.size() == 1) {
                    add(alias, value -> seen.apply(wording.value(expression, Map.of(name, value))));
                } else {
                    compared.add(alias);
                }
            }
        }
    }

    private void add(String name, Function<Object, @Nullable Object> observer) {
        byName.computeIfAbsent(name, none -> new ArrayList<>()).add(observer);
    }

    private void mention(String name, Set<String> texts) {
        if (!texts.isEmpty()) {
            mentions.computeIfAbsent(name, none -> new ArrayList<>()).add(texts);
        }
    }

    /** Of what can be chosen, one for each difference that it makes. */
    List<Object> choices(Question question) {
        List<Object> choices = choices(question.name(), question.severalAnswers(), question.options());
        return question.mustInclude().isEmpty()
                ? choices
                : choices.stream()
                        .<Object>map(choice -> with(question.mustInclude(), choice))
                        .distinct()
                        .toList();
    }

    private static List<Object> with(Set<String> included, Object choice) {
        Set<Object> all = new java.util.LinkedHashSet<>(included);
        all.addAll((List<?>) choice);
        return List.copyOf(all);
    }

    /** Whether one of the choices is tried in place of an answer: nobody who asks could tell the two apart. */
    boolean standsFor(Question question, Object answer) {
        return choices(question).stream()
                .anyMatch(choice -> thought(question.name(), choice).equals(thought(question.name(), answer)));
    }

    /** What everybody makes of an answer; where answers are compared with one another, of each kind in it. */
    private List<@Nullable Object> thought(String name, Object answer) {
        List<@Nullable Object> thought = new ArrayList<>();
        if (compared.contains(name)) {
            List<Set<String>> texts =
                    mentions.getOrDefault(name, List.of()).stream().distinct().toList();
            thought.add(Choices.kinds(answer, texts));
        } else {
            byName.getOrDefault(name, List.of()).forEach(observer -> thought.add(observer.apply(answer)));
        }
        return thought;
    }

    /** @param several whether several can be chosen together */
    List<Object> choices(String name, boolean several, List<String> options) {
        List<Set<String>> texts =
                mentions.getOrDefault(name, List.of()).stream().distinct().toList();
        Stream<?> all = several ? Choices.several(options, texts).stream() : Choices.one(options, texts).stream();
        if (compared.contains(name)) {
            return all.<Object>map(value -> value).toList();
        }
        List<Function<Object, @Nullable Object>> asking = byName.getOrDefault(name, List.of());
        Map<List<@Nullable Object>, Object> different = new LinkedHashMap<>();
        all.forEach(value -> {
            List<@Nullable Object> thought = new ArrayList<>();
            asking.forEach(observer -> thought.add(observer.apply(value)));
            different.putIfAbsent(thought, value);
        });
        return List.copyOf(different.values());
    }
}
