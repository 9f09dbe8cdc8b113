package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.NodeKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a variable can be: what forms offer, tables give out and calls hand over, of each kind that makes a difference one. */
final class Domains {

    /** Nothing has been answered, or nothing was to be. */
    static final Object NOTHING = Optional.empty();

    private final Net net;
    private final Observers observers;
    private final Aliases aliases;
    private final Map<String, List<Object>> known = new HashMap<>();
    private final Map<List<Object>, int[]> alike = new HashMap<>();

    Domains(Net net, Observers observers) {
        this.net = net.whole();
        this.observers = observers;
        this.aliases = new Aliases(net.whole());
    }

    /** With {@link #NOTHING} where it may be unset. */
    List<Object> of(String name) {
        return known.computeIfAbsent(name, this::find);
    }

    /** A value of which nothing is known yet. */
    Open open(String name, int number) {
        BitSet all = new BitSet();
        all.set(0, of(name).size());
        return new Open(name, number, all);
    }

    /** An answer of which nothing is known yet. */
    Open open(Question question, int number) {
        BitSet left = new BitSet();
        List<Object> all = of(question.name());
        values(question).forEach(value -> left.set(all.indexOf(value)));
        if (!question.required() || !question.hides().isEmpty()) {
            left.set(all.indexOf(NOTHING));
        }
        return new Open(question.name(), number, left);
    }

    /** What an open value can still be. */
    List<Object> left(Open open) {
        List<Object> all = of(open.name());
        return open.left().stream().mapToObj(all::get).toList();
    }

    /** An open value parted by what somebody thinks of it: each part is a value by itself, or is left open. */
    List<Object> parted(Open open, Function<@Nullable Object, @Nullable Object> asks) {
        List<Object> all = of(open.name());
        Map<Optional<Object>, BitSet> parts = new LinkedHashMap<>();
        open.left().stream().forEach(place -> parts.computeIfAbsent(
                        Optional.ofNullable(asks.apply(given(all.get(place)))), none -> new BitSet())
                .set(place));
        return parts.values().stream().map(part -> narrowed(open, part)).toList();
    }

    private Object narrowed(Open open, BitSet left) {
        return left.cardinality() == 1
                ? of(open.name()).get(left.nextSetBit(0))
                : new Open(open.name(), open.number(), left);
    }

    private static @Nullable Object given(Object value) {
        return value == NOTHING ? null : value;
    }

    /** One value for all of which those who may still ask think the same. */
    Object likened(String name, Object value, BitSet asking) {
        List<Object> all = of(name);
        int[] like = likeness(name, asking);
        if (value instanceof Open open) {
            BitSet left = new BitSet();
            int[] ofOpen = likeness(open.name(), asking);
            open.left().stream().forEach(place -> left.set(ofOpen[place]));
            return narrowed(open, left);
        }
        int place = all.indexOf(value);
        return place < 0 ? value : all.get(like[place]);
    }

    /** For each value that there can be, the place of the first one that is the same to those who ask; the first is none. */
    private int[] likeness(String name, BitSet asking) {
        List<Function<@Nullable Object, @Nullable Object>> observers = this.observers.of(name, asking);
        BitSet those = this.observers.numbers(name, asking);
        return alike.computeIfAbsent(List.of(name, those), none -> {
            Map<List<@Nullable Object>, Integer> first = new HashMap<>();
            List<Object> all = of(name);
            int[] like = new int[all.size()];
            // Nothing stays apart: a form that finds no variable looks for a fact of that name.
            for (int place = 1; place < like.length; place++) {
                Object value = all.get(place);
                List<@Nullable Object> thought = new ArrayList<>();
                observers.forEach(observer -> thought.add(observer.apply(value)));
                Integer before = first.putIfAbsent(thought, place);
                like[place] = before == null ? place : before;
            }
            return like;
        });
    }

    private List<Object> find(String name) {
        Set<Object> values = new LinkedHashSet<>();
        values.add(NOTHING);
        Set<String> names = aliases.of(name);
        List<Question> questions = net.allQuestions()
                .filter(question -> names.contains(question.name()) && (question.routes() || question.fact()))
                .toList();
        questions.stream().flatMap(question -> values(question).stream()).forEach(values::add);
        List<String> texts = Stream.of(given(names), handed(names), members(names))
                .flatMap(found -> found)
                .distinct()
                .toList();
        values.addAll(observers.choices(name, false, texts));
        return List.copyOf(values);
    }

    private List<Object> values(Question question) {
        if (question.type().equals("checkbox")) {
            return List.of(true, false);
        }
        return question.options().isEmpty() ? List.of(FormSpace.WRITTEN) : observers.choices(question);
    }

    private Stream<String> given(Set<String> names) {
        return steps(NodeKind.BUSINESS_RULE_TASK)
                .filter(step -> names.contains(step.result()))
                .flatMap(step -> net.tables().find(step.decision()).stream())
                .flatMap(decision -> Tables.gives(decision).stream());
    }

    private Stream<String> handed(Set<String> names) {
        return steps(NodeKind.CALL_ACTIVITY)
                .flatMap(step -> step.handed("in").stream())
                .filter(handed -> handed.text() != null && names.contains(handed.target()))
                .flatMap(handed -> Stream.ofNullable(handed.text()));
    }

    /** For whom a repeated step can be. */
    private Stream<String> members(Set<String> names) {
        return steps(NodeKind.USER_TASK)
                .filter(step -> step.repeatedAs().filter(names::contains).isPresent())
                .flatMap(step -> step.repeatedOver().stream())
                .flatMap(list -> Stream.concat(
                        net.allQuestions()
                                .filter(question -> question.name().equals(list))
                                .flatMap(question -> question.options().stream()),
                        given(aliases.of(list))));
    }

    private Stream<Step> steps(NodeKind kind) {
        return net.procedures().stream()
                .flatMap(procedure -> procedure.steps().stream())
                .filter(step -> step.kind() == kind);
    }

    /** Every choice of values for some variables, each by its name. */
    List<Map<String, Object>> of(Iterable<String> names) {
        List<Map<String, Object>> all = List.of(Map.of());
        for (String name : names) {
            List<Map<String, Object>> next = new ArrayList<>();
            for (Map<String, Object> sofar : all) {
                for (Object value : of(name)) {
                    Map<String, Object> more = new HashMap<>(sofar);
                    if (value != NOTHING) {
                        more.put(name, value);
                    }
                    next.add(more);
                }
            }
            all = next;
        }
        return all;
    }
}
