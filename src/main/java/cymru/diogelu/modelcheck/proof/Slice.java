package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.statute.CaseEvent;
import cymru.diogelu.statute.StatutoryRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
    private final Map<Walkable, Set<String>> handsBack = new HashMap<>();
    private final Map<Walkable, Set<String>> needs = new HashMap<>();
    private final Set<String> facts = new HashSet<>();
    private final Map<Step, Set<String>> known = new HashMap<>();
    private final Map<Step, Touched> touches = new HashMap<>();
    private final Map<String, FormSpace> spaces = new HashMap<>();
    private final Observers observers;
    private final Domains domains;
    private final Liveness liveness;

    Slice(Net net, StatutoryRule rule) {
        this(net, new Sight(rule, net.procedures()), false, step -> false);
    }

    /** No rule: every step of one procedure matters, and whatever decides about the way through it. */
    static Slice of(Net net, Walkable procedure) {
        return new Slice(net, Sight.ofNothing(), false, step -> step.procedure() == procedure);
    }

    /** No rule: only whether a step is ever come to. */
    static Slice to(Net net, Step step) {
        return new Slice(net, Sight.ofArrival(step, net.procedures()), false, none -> false);
    }

    /**
     * No rule: every step matters, every answer that routes, is a fact or depends on others, and every variable that anything
     * reads.
     */
    static Slice whole(Net net) {
        return new Slice(net, Sight.ofEverything(net.procedures()), true, step -> true);
    }

    /** Every step matters, as above, and every answer that the rule asks about. */
    static Slice whole(Net net, StatutoryRule rule) {
        return new Slice(net, Sight.ofEverything(net.procedures(), rule), true, step -> true);
    }

    private Slice(Net net, Sight sight, boolean whole, Predicate<Step> always) {
        this.net = net;
        this.sight = sight;
        this.whole = whole;
        net.procedures().forEach(procedure -> needs.put(procedure, new HashSet<>()));
        boolean grown = true;
        while (grown) {
            int before = size();
            steps().filter(step -> !matter.contains(step) && (always.test(step) || leadsOn(step)))
                    .forEach(matter::add);
            steps().filter(matter::contains)
                    .forEach(step -> needs(step.procedure()).addAll(reads(step)));
            grown = size() > before;
        }
        this.observers = new Observers(net, this);
        this.domains = new Domains(net, observers);
        this.liveness = new Liveness(this, matter);
        for (Step step : matter) {
            known.put(step, readMeanwhile(step).stream().filter(facts::contains).collect(Collectors.toSet()));
        }
    }

    private Stream<Step> steps() {
        return net.procedures().stream().flatMap(procedure -> procedure.steps().stream());
    }

    private int size() {
        return matter.size()
                + handsBack.values().stream().mapToInt(Set::size).sum()
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
        return sight.sees(step)
                || step.kind() == NodeKind.CALL_ACTIVITY
                        && called(step).filter(this::matters).isPresent()
                || wakes(step)
                || step.ways().stream().anyMatch(way -> matter.contains(way.target()))
                || breaksOff(step)
                || isReadBeside(step)
                || writes(step).anyMatch(handsBack(step.procedure())::contains)
                || writesFacts(step).findAny().isPresent()
                || step.boundaries().stream().anyMatch(matter::contains);
    }

    /** Whether it sets a variable that something which matters reads while this goes on beside it. */
    private boolean isReadBeside(Step step) {
        Set<String> written =
                writes(step).filter(needs(step.procedure())::contains).collect(Collectors.toSet());
        return !written.isEmpty()
                && step.procedure().beside(step).stream()
                        .filter(matter::contains)
                        .anyMatch(reader -> reads(reader).stream().anyMatch(written::contains));
    }

    /** Whether it ends a step that matters, with whatever was begun there. */
    private boolean breaksOff(Step step) {
        return step.kind() == NodeKind.BOUNDARY_EVENT
                && !step.goesOnBeside()
                && step.procedure().steps().stream()
                        .anyMatch(host -> host.boundaries().contains(step) && matter.contains(host));
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
    Stream<Step> calls(Walkable procedure) {
        return steps().filter(step -> step.kind() == NodeKind.CALL_ACTIVITY)
                .filter(step -> step.called().equals(procedure.id()));
    }

    private Optional<Walkable> called(Step call) {
        return net.procedure(call.called());
    }

    /** The procedure behind a call where it is walked step by step; else it is one step that takes its time. */
    Optional<Walkable> inside(Step call) {
        return called(call)
                .filter(procedure -> matters(procedure) || !handsBack(procedure).isEmpty());
    }

    /** The variables of a procedure that matter where it was called. */
    private Set<String> handsBack(Walkable procedure) {
        return Objects.requireNonNull(handsBack.getOrDefault(procedure, Set.of()));
    }

    /** Whether anything that matters can come from here; else the case only takes its time until this way ends. */
    boolean matters(Step step) {
        return matter.contains(step);
    }

    // Which variables decide about it.

    Set<String> needs(Walkable procedure) {
        return Objects.requireNonNull(needs.get(procedure));
    }

    /** The variables, and by the same names the facts, that decide about what happens at a step. */
    Set<String> reads(Step step) {
        Set<String> reads = readToBegin(step);
        reads.addAll(readMeanwhile(step));
        return reads;
    }

    /** Those that are read when a step is come to. */
    private Set<String> readToBegin(Step step) {
        Set<String> reads = new HashSet<>();
        tested(step).forEach(way -> guarded(way).ifPresent(reads::add));
        step.repeatedOver().ifPresent(reads::add);
        switch (step.kind()) {
            case BUSINESS_RULE_TASK -> {
                if (evaluates(step)) {
                    reads.addAll(net.tables().reads(step.decision()));
                }
            }
            case CALL_ACTIVITY -> called(step).ifPresent(inner -> readByCall(step, inner, reads));
            default -> {
                // Reads nothing of its own.
            }
        }
        return reads;
    }

    /**
     * The ways from a step of which it makes a difference whether their conditions hold. Where several can be taken, one
     * that does not matter only takes its time, and it makes no difference whether it is taken at all.
     */
    Stream<Step.Way> tested(Step step) {
        if (step.ways().size() < 2) {
            return Stream.empty();
        }
        boolean otherwiseMatters = step.ways().stream().anyMatch(way -> step.isDefault(way) && matters(way.target()));
        boolean all = step.kind() != NodeKind.INCLUSIVE_GATEWAY || otherwiseMatters || sight.sees(step);
        return step.ways().stream().filter(way -> all || matters(way.target()));
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
                handsBack.computeIfAbsent(inner, none -> new HashSet<>()).add(handed.variable());
            }
        }
    }

    /** A condition of a form reads a variable where the procedure has one, and else a fact of the case. */
    Set<String> readMeanwhile(Step step) {
        Set<String> reads = new HashSet<>();
        if (step.kind() == NodeKind.USER_TASK && sight.sees(CaseEvent.Kind.ANSWERED, step.form())) {
            step.roleFrom().ifPresent(reads::add);
            asked(step).factsRead().forEach(name -> {
                facts.add(name);
                reads.add(name);
            });
        }
        return reads;
    }

    /** Whether it makes a difference who of several answers at a repeated step. */
    boolean tellsApart(Step step) {
        return sight.sees(step)
                || writes(step).anyMatch(needs(step.procedure())::contains)
                || writesFacts(step).findAny().isPresent();
    }

    /** The conditions under which questions of a form are asked, as far as their answers matter. */
    Stream<String> conditions(Step step) {
        return sight.sees(step) ? asked(step).conditions() : Stream.empty();
    }

    private FormSpace asked(Step step) {
        return new FormSpace(net.wording(), net.questions(step.form()), keys(step), Observers.NONE);
    }

    /** What may be answered to the form of a step, as far as it matters. */
    FormSpace space(Step step) {
        return spaces.computeIfAbsent(step.place(), place -> {
            Set<String> wanted = new HashSet<>(dependent(step));
            if (sight.sees(step)) {
                wanted.addAll(keys(step));
            }
            return new FormSpace(net.wording(), net.questions(step.form()), wanted, observers);
        });
    }

    /** The questions with answers that matter which are asked only after certain answers to others of the form. */
    private Set<String> dependent(Step step) {
        List<Question> questions = net.questions(step.form());
        Set<String> own = questions.stream().map(Question::path).collect(Collectors.toSet());
        return questions.stream()
                .filter(question -> question.routes() && needs(step.procedure()).contains(question.name()))
                .filter(question -> question.hides().stream()
                        .flatMap(hide -> net.wording().variables(hide).stream())
                        .anyMatch(own::contains))
                .map(Question::path)
                .collect(Collectors.toSet());
    }

    /** The facts that are known when a form is answered. */
    Set<String> known(Step step) {
        return Objects.requireNonNull(known.getOrDefault(step, Set.of()));
    }

    /** The questions of a form whose answers matter, by their paths. */
    private Set<String> keys(Step step) {
        Set<String> keys = sight.keys(step.form());
        if (whole) {
            net.questions(step.form()).stream()
                    .filter(question -> question.routes()
                            || question.fact()
                            || !question.hides().isEmpty())
                    .map(Question::path)
                    .forEach(keys::add);
        }
        return keys;
    }

    /** Every choice of some open values. */
    List<Map<Open, Object>> choices(Iterable<Open> asked) {
        List<Map<Open, Object>> all = List.of(Map.of());
        for (Open open : asked) {
            List<Map<Open, Object>> next = new ArrayList<>();
            for (Map<Open, Object> sofar : all) {
                for (Object value : domains.left(open)) {
                    Map<Open, Object> more = new HashMap<>(sofar);
                    more.put(open, value);
                    next.add(more);
                }
            }
            all = next;
        }
        return all;
    }

    /** Which variables may still be read. */
    Liveness liveness() {
        return liveness;
    }

    /** What a variable can be. */
    Domains domains() {
        return domains;
    }

    /** The names of the facts that forms read, which are kept for the whole case. */
    Set<String> facts() {
        return facts;
    }

    /** The variables of its own procedure that a step always sets anew. */
    Set<String> answersTo(Step step) {
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

    /** The variables of its own procedure that a step may set. */
    Stream<String> writes(Step step) {
        Stream<String> back = step.handed("out").stream().map(Step.Handed::target);
        return Stream.concat(answersTo(step).stream(), back);
    }

    /** The facts of the case that a step may set. */
    Stream<String> writesFacts(Step step) {
        return net.questions(step.form()).stream()
                .filter(question -> question.fact() || question.routes())
                .map(Question::name)
                .filter(facts::contains);
    }

    /** What is read and written at a step, as far as it matters: variables by procedure and name, facts by name. */
    Touched touches(Step step) {
        return touches.computeIfAbsent(step, none -> touched(step, reads(step), observers.at(step)));
    }

    /** What is read and written at a step once it has been come to. */
    Touched touchesMeanwhile(Step step) {
        return touched(step, readMeanwhile(step), observers.meanwhile(step));
    }

    private Touched touched(Step step, Set<String> reads, BitSet asks) {
        Touched touched = new Touched();
        reads.forEach(name -> {
            touched.reads.add(variable(step.procedure(), name));
            if (facts.contains(name)) {
                touched.factsRead.add(name);
            }
        });
        writes(step)
                .filter(needs(step.procedure())::contains)
                .forEach(name -> touched.writes.add(variable(step.procedure(), name)));
        writesFacts(step).forEach(touched.factsWritten::add);
        touched.asks.or(asks);
        return touched;
    }

    static String variable(Walkable procedure, String name) {
        return procedure.id() + "." + name;
    }
}
