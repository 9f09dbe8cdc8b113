package cymru.diogelu.invariants;

import cymru.diogelu.invariants.FormFile.Asked;
import cymru.diogelu.invariants.Step.Origin;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the variables of a case may hold wherever it can come to, under an assumption such as "every time anybody is asked,
 * the child is looked after": worked out by letting sets of values run through all procedures until nothing new turns up.
 * More is taken to be possible than is, never less.
 */
final class Facts {

    private static final Object ANYTHING = "anything at all";

    private final Pathway pathway;
    private final Map<String, Set<Object>> assumed;
    private final Map<Place, Map<String, Set<@Nullable Object>>> held = new HashMap<>();
    private final Set<Place> open = new LinkedHashSet<>();

    private Facts(Pathway pathway, Map<String, Set<Object>> assumed) {
        this.pathway = pathway;
        this.assumed = assumed;
    }

    static Facts none(Pathway pathway) {
        return new Facts(pathway, Map.of());
    }

    /** Also assumes that whoever answers or decides this gives one of these values, where it can be given at all. */
    Facts assuming(String variable, Object... values) {
        Map<String, Set<Object>> more = new LinkedHashMap<>(assumed);
        more.put(variable, new LinkedHashSet<>(List.of(values)));
        return new Facts(pathway, more);
    }

    /** Everything that a variable may hold when a case comes to a place; empty when no case comes there. */
    Set<@Nullable Object> values(Place place, String variable) {
        run();
        Map<String, Set<@Nullable Object>> here = held.get(place);
        return here == null ? Set.of() : value(here, variable);
    }

    /** The flows that a gateway may choose, the default only where all others can fail together; all where no case comes. */
    List<Flow> chosen(Place gateway) {
        run();
        Map<String, Set<@Nullable Object>> here = held.get(gateway);
        return here == null ? gateway.procedure().from(gateway.step()) : open(gateway, here);
    }

    /** The flows of a gateway whose conditions hold whatever happened before. */
    List<Flow> certain(Place gateway) {
        run();
        return gateway.procedure().from(gateway.step()).stream()
                .filter(flow -> Condition.of(flow)
                        .map(condition -> values(gateway, condition.variable()).stream()
                                .allMatch(value -> value != ANYTHING && condition.holds(value)))
                        .orElse(false))
                .toList();
    }

    private void run() {
        if (held.isEmpty()) {
            Procedure root = pathway.root();
            come(new Place(null, root, root.start()), Map.of());
        }
        while (!open.isEmpty()) {
            Place place = open.iterator().next();
            open.remove(place);
            pass(place, held.get(place));
        }
    }

    private void come(Place place, Map<String, Set<@Nullable Object>> values) {
        Map<String, Set<@Nullable Object>> before = held.get(place);
        Map<String, Set<@Nullable Object>> after = before == null ? values : joined(before, values);
        if (!after.equals(before)) {
            held.put(place, after);
            open.add(place);
        }
    }

    private static Map<String, Set<@Nullable Object>> joined(
            Map<String, Set<@Nullable Object>> some, Map<String, Set<@Nullable Object>> others) {
        Map<String, Set<@Nullable Object>> joined = new HashMap<>();
        Set<String> names = new HashSet<>(some.keySet());
        names.addAll(others.keySet());
        for (String name : names) {
            Set<@Nullable Object> values = new LinkedHashSet<>(value(some, name));
            values.addAll(value(others, name));
            joined.put(name, values);
        }
        return joined;
    }

    /** What nobody has set is missing. */
    private static Set<@Nullable Object> value(Map<String, Set<@Nullable Object>> values, String variable) {
        return values.getOrDefault(variable, Collections.singleton(null));
    }

    private void pass(Place place, Map<String, Set<@Nullable Object>> before) {
        Step step = place.step();
        if (!place.left()) {
            place.procedure().boundary(step).stream()
                    .filter(event -> event.interrupting() && event.escalation() == null)
                    .forEach(event -> come(place.sibling(event.id()), before));
        }
        if (step.is("callActivity") && !place.left()) {
            call(place, before);
            return;
        }
        if (step.throwsEscalation()) {
            place.caught()
                    .ifPresent(event ->
                            handBack(place, event, event.sibling(event.step().attachedTo()), before));
        }
        if (step.is("endEvent") && place.caller() != null) {
            handBack(place, place.caller().after(), place.caller(), before);
        }
        Map<String, Set<@Nullable Object>> after = place.left() ? before : done(step, before);
        if (step.gateway()) {
            open(place, after).forEach(flow -> come(place.sibling(flow.target()), chosen(place, flow, after)));
        } else {
            place.procedure().from(step).forEach(flow -> come(place.sibling(flow.target()), after));
        }
    }

    private void call(Place call, Map<String, Set<@Nullable Object>> before) {
        Procedure called = pathway.procedure(String.valueOf(call.step().called()));
        Map<String, Set<@Nullable Object>> given = new HashMap<>();
        call.step().given().forEach((variable, origin) -> given.put(variable, from(origin, before)));
        come(new Place(call, called, called.start()), given);
        called.steps().values().stream()
                .filter(step -> step.is("endEvent") || step.throwsEscalation())
                .map(step -> new Place(call, called, step))
                .filter(held::containsKey)
                .forEach(open::add);
    }

    private static Set<@Nullable Object> from(Origin origin, Map<String, Set<@Nullable Object>> caller) {
        return origin.word() == null ? value(caller, String.valueOf(origin.variable())) : Set.of(origin.word());
    }

    private void handBack(Place end, Place to, Place call, Map<String, Set<@Nullable Object>> values) {
        Map<String, Set<@Nullable Object>> after = new HashMap<>(held.getOrDefault(call, Map.of()));
        if (call.equals(end.caller())) {
            call.step().taken().forEach((variable, there) -> after.put(variable, value(values, there)));
        }
        come(to, after);
    }

    private Map<String, Set<@Nullable Object>> done(Step step, Map<String, Set<@Nullable Object>> before) {
        Map<String, Set<@Nullable Object>> after = new HashMap<>(before);
        if (step.decision() != null && step.result() != null) {
            after.put(step.result(), assumed(step.result(), decided(pathway.table(step.decision()), before)));
        }
        if (step.form() != null) {
            pathway.form(step.form()).asked().stream()
                    .filter(question -> question.property("routes").equals("true"))
                    .forEach(question -> after.put(question.key(), answers(question)));
        }
        return after;
    }

    /** An answer that may be left out, or is hidden from some, may be missing; unless the assumption says otherwise. */
    private Set<@Nullable Object> answers(Asked asked) {
        Set<@Nullable Object> answers = new LinkedHashSet<>(Pathway.answers(asked));
        if (answers.isEmpty()) {
            answers.add(ANYTHING);
        }
        if (!asked.required() || !asked.hides().isEmpty()) {
            answers.add(null);
        }
        return assumed(asked.key(), answers);
    }

    private Set<@Nullable Object> decided(Table table, Map<String, Set<@Nullable Object>> before) {
        Map<String, Set<Object>> inputs = new LinkedHashMap<>();
        for (String variable : table.words()) {
            Set<@Nullable Object> values = new LinkedHashSet<>(value(before, variable));
            if (values.remove(ANYTHING)) {
                values.addAll(pathway.offered(variable));
                values.add(null);
            }
            inputs.put(variable, values);
        }
        return table.outputs(inputs);
    }

    private Set<@Nullable Object> assumed(String variable, Set<@Nullable Object> possible) {
        Set<Object> wanted = assumed.get(variable);
        if (wanted == null) {
            return possible;
        }
        Set<@Nullable Object> kept = new LinkedHashSet<>(wanted);
        kept.removeIf(value -> !possible.contains(value) && !(value instanceof List<?> list && offers(possible, list)));
        return kept.isEmpty() ? possible : kept;
    }

    private static boolean offers(Collection<@Nullable Object> possible, List<?> several) {
        return several.stream().allMatch(one -> possible.contains(List.of(one)));
    }

    private static List<Flow> open(Place gateway, Map<String, Set<@Nullable Object>> values) {
        List<Flow> flows = gateway.procedure().from(gateway.step());
        return flows.stream()
                .filter(flow -> asked(gateway, flow).entrySet().stream()
                        .allMatch(asked -> value(values, asked.getKey()).stream()
                                .anyMatch(value -> value == ANYTHING || fits(value, asked.getValue()))))
                .toList();
    }

    /** What has to hold for a flow to be chosen: its own condition, or for the default that no other holds. */
    private static Map<String, List<Condition>> asked(Place gateway, Flow flow) {
        Stream<Condition> conditions = flow.id().equals(gateway.step().defaultFlow())
                ? gateway.procedure().from(gateway.step()).stream()
                        .flatMap(other -> Condition.of(other).stream())
                        .map(Condition::not)
                : Condition.of(flow).stream();
        return conditions.collect(Collectors.groupingBy(Condition::variable));
    }

    private static boolean fits(@Nullable Object value, List<Condition> conditions) {
        return conditions.stream().allMatch(condition -> condition.holds(value));
    }

    /** Behind a flow a variable holds only what the flow was chosen for. */
    private static Map<String, Set<@Nullable Object>> chosen(
            Place gateway, Flow flow, Map<String, Set<@Nullable Object>> values) {
        if (!gateway.step().is("exclusiveGateway")) {
            return values;
        }
        Map<String, Set<@Nullable Object>> narrowed = new HashMap<>(values);
        asked(gateway, flow).forEach((variable, conditions) -> {
            Set<@Nullable Object> kept = new LinkedHashSet<>(value(values, variable));
            kept.removeIf(value -> value != ANYTHING && !fits(value, conditions));
            narrowed.put(variable, kept);
        });
        return narrowed;
    }
}
