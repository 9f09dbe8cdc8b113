package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.Decision;
import cymru.diogelu.modelcheck.reading.NodeKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    /** Somebody who asks, and the number by which he is known. */
    private record Asking(int number, Function<@Nullable Object, @Nullable Object> thinks) {}

    private final Map<String, List<Asking>> byName = new HashMap<>();
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final Map<Step, BitSet> at = new HashMap<>();
    private final Map<Step, BitSet> meanwhile = new HashMap<>();
    private final Map<String, List<Set<String>>> mentions = new HashMap<>();
    private final Set<String> compared = new HashSet<>();

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
                slice.sight()
                        .conditions(name)
                        .forEach(asks -> add(null, alias, asks, value -> value != null && asks.test(value)));
                mentions.computeIfAbsent(alias, none -> new ArrayList<>())
                        .addAll(slice.sight().mentions(name));
            });
        }
    }

    private void observe(Net net, Slice slice, Step step, Aliases aliases) {
        slice.tested(step).forEach(way -> {
            Guard guard = way.guard();
            if (guard != null && guard.variable() != null) {
                aliases.of(guard.variable()).forEach(name -> {
                    add(step, name, guard.text(), value -> Objects.equals(value, guard.text()));
                    mention(name, Set.of(guard.text()));
                });
            }
        });
        step.repeatedOver().ifPresent(list -> {
            boolean apart = slice.tellsApart(step);
            aliases.of(list).forEach(name -> add(step, name, "members" + apart, members(apart)));
        });
        step.roleFrom().ifPresent(role -> aliases.of(role).forEach(name -> {
            add(step, name, "role", value -> value);
            meanwhile.computeIfAbsent(step, none -> new BitSet()).set(number(name, "role"));
        }));
        if (step.kind() == NodeKind.BUSINESS_RULE_TASK && slice.evaluates(step)) {
            net.tables().find(step.decision()).ifPresent(decision -> observe(net, step, decision, aliases));
        }
        if (step.kind() == NodeKind.USER_TASK) {
            slice.conditions(step).forEach(hide -> {
                observe(net.wording(), step, hide, List.of(), aliases);
                net.wording().variables(hide).stream()
                        .flatMap(name -> aliases.of(name).stream())
                        .forEach(name -> meanwhile
                                .computeIfAbsent(step, none -> new BitSet())
                                .set(number(name, List.of(hide, List.of()))));
            });
        }
    }

    private void observe(Net net, Step step, Decision decision, Aliases aliases) {
        for (int column = 0; column < decision.inputs().size(); column++) {
            String expression = Decision.expression(decision.inputs().get(column));
            List<String> cells = Tables.cells(decision, column);
            observe(net.wording(), step, expression, cells, aliases);
            net.wording().variables(expression).forEach(name -> aliases.of(name)
                    .forEach(alias -> cells.forEach(cell -> mention(alias, Wording.texts(cell)))));
        }
    }

    /** @param cells which of them take the value of the expression; none where the value itself is asked for */
    private void observe(Wording wording, Step step, String expression, List<String> cells, Aliases aliases) {
        Set<String> names = wording.variables(expression);
        for (String name : names) {
            for (String alias : aliases.of(name)) {
                mention(alias, Wording.texts(expression));
                if (names.size() == 1) {
                    add(step, alias, List.of(expression, cells), wording.thinks(expression, cells));
                } else {
                    compared.add(alias);
                }
            }
        }
    }

    /** @param as what he is known by, equal for those who think the same */
    private void add(@Nullable Step step, String name, Object as, Function<@Nullable Object, @Nullable Object> thinks) {
        int number = number(name, as);
        List<Asking> asking = byName.computeIfAbsent(name, none -> new ArrayList<>());
        if (asking.stream().noneMatch(other -> other.number() == number)) {
            asking.add(new Asking(number, thinks));
        }
        if (step != null) {
            at.computeIfAbsent(step, none -> new BitSet()).set(number);
        }
    }

    private int number(String name, Object as) {
        return Objects.requireNonNull(numbers.computeIfAbsent(List.of(name, as), none -> numbers.size()));
    }

    /** Whether there is anybody in a list; who, where it makes a difference. */
    static Function<@Nullable Object, @Nullable Object> members(boolean apart) {
        return list -> apart ? members(list) : (Object) members(list).isEmpty();
    }

    /** For whom a step is repeated. */
    static List<String> members(@Nullable Object list) {
        return list instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : list == null ? List.of() : List.of(String.valueOf(list));
    }

    private void mention(String name, Set<String> texts) {
        if (!texts.isEmpty()) {
            mentions.computeIfAbsent(name, none -> new ArrayList<>()).add(texts);
        }
    }

    /** The numbers of those who ask at a step. */
    BitSet at(Step step) {
        return Objects.requireNonNull(at.getOrDefault(step, new BitSet()));
    }

    /** The numbers of those who ask while a run waits at a step. */
    BitSet meanwhile(Step step) {
        return Objects.requireNonNull(meanwhile.getOrDefault(step, new BitSet()));
    }

    /** Those of some who ask about a variable. */
    BitSet numbers(String name, BitSet of) {
        BitSet numbers = new BitSet();
        byName.getOrDefault(name, List.of()).stream()
                .map(Asking::number)
                .filter(of::get)
                .forEach(numbers::set);
        return numbers;
    }

    /** What those of some who ask about a variable think. */
    List<Function<@Nullable Object, @Nullable Object>> of(String name, BitSet of) {
        if (compared.contains(name)) {
            return List.of(value -> value);
        }
        return byName.getOrDefault(name, List.of()).stream()
                .filter(asking -> of.get(asking.number()))
                .<Function<@Nullable Object, @Nullable Object>>map(Asking::thinks)
                .toList();
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
        Set<Object> all = new LinkedHashSet<>(included);
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
            byName.getOrDefault(name, List.of())
                    .forEach(observer -> thought.add(observer.thinks().apply(answer)));
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
        List<Asking> asking = byName.getOrDefault(name, List.of());
        Map<List<@Nullable Object>, Object> different = new LinkedHashMap<>();
        all.forEach(value -> {
            List<@Nullable Object> thought = new ArrayList<>();
            asking.forEach(observer -> thought.add(observer.thinks().apply(value)));
            different.putIfAbsent(thought, value);
        });
        return List.copyOf(different.values());
    }
}
