package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.NodeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a variable can be: what forms offer, tables give out and calls hand over, of each kind that makes a difference one. */
final class Domains {

    /** Nothing has been answered, or nothing was to be. */
    static final Object NOTHING = Optional.empty();

    private final Net net;
    private final Observers observers;
    private final Aliases aliases;
    private final Map<String, List<Object>> known = new HashMap<>();

    Domains(Net net, Observers observers) {
        this.net = net.whole();
        this.observers = observers;
        this.aliases = new Aliases(net.whole());
    }

    /** With {@link #NOTHING} where it may be unset. */
    List<Object> of(String name) {
        return known.computeIfAbsent(name, this::find);
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
