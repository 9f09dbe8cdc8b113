package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.statute.CaseEvent;
import cymru.diogelu.statute.StatutoryRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of the models matters to a rule: steps from which something that it sees can still come, and variables that decide
 * about it. Of everything else only is known that it takes its time.
 */
final class Slice {

    private final Net net;
    private final Sight sight;
    private final boolean whole;
    private final Set<Step> matter = new HashSet<>();
    private final Set<Walkable> valued = new HashSet<>();
    private final Map<Walkable, Set<String>> needs = new HashMap<>();
    private final Map<Step, Set<String>> live = new HashMap<>();
    private final Set<String> facts = new HashSet<>();
    private final Map<String, FormSpace> spaces = new HashMap<>();
    private final Observers observers;
    private final Domains domains;

    Slice(Net net, StatutoryRule rule) {
        this(net, new Sight(rule, net.procedures()), false);
    }

    /**
     * No rule: every step matters, every answer that routes, is a fact or depends on others, and every variable that anything
     * reads.
     */
    static Slice whole(Net net) {
        return new Slice(net, Sight.ofEverything(net.procedures()), true);
    }

    private Slice(Net net, Sight sight, boolean whole) {
        this.net = net;
        this.sight = sight;
        this.whole = whole;
        net.procedures().forEach(procedure -> needs.put(procedure, new HashSet<>()));
        boolean grown = true;
        while (grown) {
            int before = size();
            steps().filter(step -> !matter.contains(step) && (whole || leadsOn(step)))
                    .forEach(matter::add);
            steps().filter(matter::contains)
                    .forEach(step -> needs(step.procedure()).addAll(reads(step)));
            grown = size() > before;
        }
        this.observers = new Observers(net, this);
        this.domains = new Domains(net, observers);
        findLive();
    }

    private Stream<Step> steps() {
        return net.procedures().stream().flatMap(procedure -> procedure.steps().stream());
    }

    private int size() {
        return matter.size()
                + valued.size()
                + facts.size()
                + needs.values().stream().mapToInt(Set::size).sum();
    }

    Sight sight() {
        return sight;
    }

    /** Whether nothing has been left out, so that what follows from elsewhere in the case can be told as well. */
    boolean whole() {
        return whole;
    }

    // Which steps matter.

    private boolean leadsOn(Step step) {
        return valued.contains(step.procedure())
                || sight.sees(step)
                || step.kind() == NodeKind.CALL_ACTIVITY
                        && called(step).filter(this::matters).isPresent()
                || wakes(step)
                || step.ways().stream().anyMatch(way -> matter.contains(way.target()))
                || step.boundaries().stream().anyMatch(matter::contains);
    }

    private boolean matters(Walkable procedure) {
        return procedure.start().filter(matter::contains).isPresent();
    }

    /** Whether an escalation that is thrown here wakes something that matters around. */
    private boolean wakes(Step step) {
        Optional<String> code = step.kind() == NodeKind.BOUNDARY_EVENT ? Optional.empty() : step.escalation();
        return code.isPresent() && wakes(step.procedure(), code.get(), new HashSet<>());
    }

    private boolean wakes(Walkable thrower, String code, Set<Walkable> looked) {
        return looked.add(thrower)
                && calls(thrower)
                        .anyMatch(call -> call.boundaries().stream()
                                        .anyMatch(boundary -> matter.contains(boundary) && boundary.catches(code))
                                || wakes(call.procedure(), code, looked));
    }

    /** Where a procedure is called. */
    private Stream<Step> calls(Walkable procedure) {
        return steps().filter(step -> step.kind() == NodeKind.CALL_ACTIVITY)
                .filter(step -> step.called().equals(procedure.id()));
    }

    private Optional<Walkable> called(Step call) {
        return net.procedure(call.called());
    }

    /** The procedure behind a call where it is walked step by step; else it is one step that takes its time. */
    Optional<Walkable> inside(Step call) {
        return called(call).filter(this::matters);
    }

    /** Whether anything that matters can come from here; else the case only takes its time until this way ends. */
    boolean matters(Step step) {
        return matter.contains(step);
    }

    // Which variables decide about it.

    Set<String> needs(Walkable procedure) {
        return Objects.requireNonNull(needs.get(procedure));
    }

    private Set<String> reads(Step step) {
        Set<String> reads = new HashSet<>();
        if (step.ways().size() > 1) {
            step.ways().forEach(way -> guarded(way).ifPresent(reads::add));
        }
        step.repeatedOver().ifPresent(reads::add);
        switch (step.kind()) {
            case BUSINESS_RULE_TASK -> {
                if (evaluates(step)) {
                    reads.addAll(net.tables().reads(step.decision()));
                }
            }
            case CALL_ACTIVITY -> called(step).ifPresent(inner -> readByCall(step, inner, reads));
            case USER_TASK -> readByForm(step, reads);
            default -> {
                // Reads nothing of its own.
            }
        }
        return reads;
    }

    private static Optional<String> guarded(Step.Way way) {
        return Optional.ofNullable(way.guard()).map(Guard::variable);
    }

    /** Whether what a table gives out makes a difference. */
    boolean evaluates(Step step) {
        return whole || needs(step.procedure()).contains(step.result()) || sight.asksOf(step.decision());
    }

    private void readByCall(Step call, Walkable inner, Set<String> reads) {
        for (Step.Handed handed : call.handed("in")) {
            if (handed.variable() != null && needs(inner).contains(handed.target())) {
                reads.add(handed.variable());
            }
        }
        for (Step.Handed handed : call.handed("out")) {
            if (handed.variable() != null && needs(call.procedure()).contains(handed.target())) {
                needs(inner).add(handed.variable());
                valued.add(inner);
            }
        }
    }

    /** A condition of a form reads a variable where the procedure has one, and else a fact of the case. */
    private void readByForm(Step step, Set<String> reads) {
        if (sight.sees(CaseEvent.Kind.ANSWERED, step.form())) {
            step.roleFrom().ifPresent(reads::add);
            new FormSpace(net.wording(), net.questions(step.form()), asked(step), Observers.NONE)
                    .factsRead()
                    .forEach(name -> {
                        facts.add(name);
                        reads.add(name);
                    });
        }
    }

    /** What may be answered to the form of a step, as far as it matters. */
    FormSpace space(Step step) {
        return spaces.computeIfAbsent(step.place(), place -> {
            Set<String> wanted = sight.sees(step) ? asked(step) : Set.of();
            return new FormSpace(net.wording(), net.questions(step.form()), wanted, observers);
        });
    }

    /** The questions of a form whose answers matter, by their paths. */
    private Set<String> asked(Step step) {
        return whole
                ? net.questions(step.form()).stream()
                        .filter(question -> question.routes()
                                || question.fact()
                                || !question.hides().isEmpty())
                        .map(Question::path)
                        .collect(Collectors.toSet())
                : sight.keys(step.form());
    }

    /** Every choice of some open values. */
    List<Map<Open, Object>> choices(Iterable<Open> asked) {
        List<Map<Open, Object>> all = List.of(Map.of());
        for (Open open : asked) {
            List<Map<Open, Object>> next = new ArrayList<>();
            for (Map<Open, Object> sofar : all) {
                for (Object value : domains.of(open.name())) {
                    Map<Open, Object> more = new HashMap<>(sofar);
                    more.put(open, value);
                    next.add(more);
                }
            }
            all = next;
        }
        return all;
    }

    /** What a variable can be. */
    Domains domains() {
        return domains;
    }

    /** The names of the facts that forms read, which are kept for the whole case. */
    Set<String> facts() {
        return facts;
    }

    // Which variables may still be read.

    private void findLive() {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Step step : matter) {
                grown |= live.computeIfAbsent(step, none -> new HashSet<>()).addAll(liveAt(step));
            }
        }
    }

    private Set<String> liveAt(Step step) {
        Set<String> later = step.ways().stream()
                .flatMap(way -> live(way.target()).stream())
                .collect(Collectors.toCollection(HashSet::new));
        later.removeAll(writes(step));
        step.boundaries().forEach(boundary -> later.addAll(live(boundary)));
        later.addAll(reads(step));
        if (step.kind() == NodeKind.END_EVENT || step.escalation().isPresent()) {
            later.addAll(handedBack(step.procedure()));
        }
        later.retainAll(needs(step.procedure()));
        return later;
    }

    private Set<String> writes(Step step) {
        return switch (step.kind()) {
            case USER_TASK ->
                net.questions(step.form()).stream()
                        .filter(question -> question.routes() && question.atTheTop())
                        .map(Question::name)
                        .collect(Collectors.toSet());
            case BUSINESS_RULE_TASK -> Set.of(step.result());
            default -> Set.of();
        };
    }

    private Set<String> handedBack(Walkable procedure) {
        return calls(procedure)
                .flatMap(call -> call.handed("out").stream())
                .flatMap(handed -> Stream.ofNullable(handed.variable()))
                .collect(Collectors.toSet());
    }

    Set<String> live(Step step) {
        return Objects.requireNonNull(live.getOrDefault(step, Set.of()));
    }
}
