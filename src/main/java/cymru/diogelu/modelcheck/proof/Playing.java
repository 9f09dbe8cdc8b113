package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.proof.Sight.Happens;
import cymru.diogelu.modelcheck.proof.Step.Way;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.statute.CaseEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One move, played until the case is at rest again. */
final class Playing {

    private static final String CONCERN = "concern";

    private final Net net;
    private final Slice slice;
    private final Onlooker follower;
    private final CaseState state;
    private final Chooser choices;
    private final Deciding deciding;
    private final AtRest atRest;
    private int turns;

    Playing(Net net, Slice slice, Onlooker follower, CaseState state, Chooser choices) {
        this.net = net;
        this.slice = slice;
        this.follower = follower;
        this.state = state;
        this.choices = choices;
        this.deciding = new Deciding(net, slice, state, choices);
        this.atRest = new AtRest(slice);
        Run.Turn highest = state.root == null ? null : state.root.turn();
        this.turns = highest == null ? 0 : highest.token().turn;
    }

    /** Opens a case with the answers to the concern; facts of the child are among its rows. */
    void raise(Map<String, Object> answers) {
        Walkable procedure = net.root().orElseThrow();
        state.concern = answers;
        see(null, new Happens(CaseEvent.Kind.ANSWERED, CONCERN), answers, "", "");
        Run root = new Run(state.nextRun(), procedure, null, null);
        state.root = root;
        route(root, procedure.start().orElseThrow(), answers);
        keepOfTheConcern();
        start(root);
        goOn();
    }

    /** Begins a procedure for itself: what it is handed, and what is known of the case, is left open. */
    void callFromAnywhere() {
        Walkable procedure = net.root().orElseThrow();
        Run root = new Run(state.nextRun(), procedure, null, null);
        state.root = root;
        net.whole()
                .handedTo(procedure)
                .filter(slice.needs(procedure)::contains)
                .forEach(name -> root.variables.put(name, slice.domains().open(name, state.nextNumber())));
        slice.facts().forEach(name -> state.facts.put(name, slice.domains().open(name, state.nextNumber())));
        start(root);
        goOn();
    }

    /** Lets a limit pass in a procedure of which nothing else is known, and follows only what goes on from there. */
    void passAnywhere(Step limit) {
        Run root = new Run(state.nextRun(), limit.procedure(), null, null);
        state.root = root;
        slice.needs(limit.procedure())
                .forEach(name -> root.variables.put(name, slice.domains().open(name, state.nextNumber())));
        slice.facts().forEach(name -> state.facts.put(name, slice.domains().open(name, state.nextNumber())));
        limitPassed(root, limit);
        leave(root, limit);
        goOn();
    }

    private void limitPassed(Run run, Step limit) {
        if (!limit.provision().isEmpty()) {
            see(
                    run,
                    new Happens(CaseEvent.Kind.LIMIT_PASSED, limit.provision()),
                    Map.of("step", limit.attachedTo()),
                    "",
                    "");
        }
    }

    /** What no rule asks about again is forgotten. */
    private void keepOfTheConcern() {
        Map<String, Object> kept = new LinkedHashMap<>(state.concern);
        Set<String> asked = slice.sight().keysOfTheConcern();
        kept.keySet()
                .removeIf(key -> asked.stream().noneMatch(path -> path.equals(key) || path.startsWith(key + "[]")));
        state.concern = kept;
    }

    void play(Run run, Token token, Move move) {
        move.chosen().forEach(state::choose);
        Step at = token.at;
        switch (move.what()) {
            case ANSWERED -> answer(run, token, Objects.requireNonNull(at), move);
            case LIMIT_PASSED -> pass(run, token, move.boundary());
            case WAITED -> {
                if (move.boundary().isEmpty()) {
                    run.tokens.remove(token);
                    leave(run, Objects.requireNonNull(at));
                } else {
                    come(run, token, move.boundary());
                }
            }
            default -> {
                run.tokens.remove(token);
                if (at != null) {
                    leave(run, at);
                }
            }
        }
        goOn();
    }

    /** One of the events comes for which an event-based gateway waits. */
    private void come(Run run, Token token, String event) {
        Way way = Objects.requireNonNull(token.at).ways().stream()
                .filter(one -> one.target().id().equals(event))
                .findFirst()
                .orElseThrow();
        run.tokens.remove(token);
        taken(run, way.id());
        entered(run, way.target());
        leave(run, way.target());
    }

    private void answer(Run run, Token token, Step at, Move move) {
        state.touched.add(slice.touches(at));
        CaseEvent answered = Sight.event(
                new Happens(CaseEvent.Kind.ANSWERED, at.form()),
                move.answers(),
                at.role(run.variables).orElse(""),
                move.member());
        follower.watch(state, run, at, answered);
        follower.see(state, run, answered);
        route(run, at, move.answers());
        if (slice.whole() && !token.passed.isEmpty()) {
            state.doneLate = at.id();
        }
        token.members.remove(move.member());
        if (token.members.isEmpty()) {
            run.tokens.remove(token);
            leave(run, at);
        }
    }

    private void pass(Run run, Token token, String boundary) {
        Step limit = run.procedure.step(boundary).orElseThrow();
        token.passed.add(boundary);
        limitPassed(run, limit);
        if (!limit.goesOnBeside()) {
            state.touched.breaksOff |= token.inner != null;
            run.tokens.remove(token);
        }
        leave(run, limit);
    }

    /** What an answer becomes: variables of the run and facts of the case. What nobody asked about stays open. */
    private void route(Run run, Step step, Map<String, Object> answers) {
        FormSpace space = slice.space(step);
        for (Question question : net.questions(step.form())) {
            boolean variable = question.routes() && slice.needs(run.procedure).contains(question.name());
            boolean fact = question.fact() && slice.facts().contains(question.name());
            if (variable || fact) {
                Object value = space.tells(question)
                        ? valueOf(question, answers)
                        : slice.domains().open(question, state.nextNumber());
                if (variable) {
                    put(run.variables, question.name(), value);
                }
                // What is left without an answer takes nothing away from what is known.
                if (fact && value != null) {
                    put(state.facts, question.name(), value);
                }
            }
        }
    }

    private static @Nullable Object valueOf(Question question, Map<String, Object> answers) {
        int list = question.path().indexOf("[].");
        if (list < 0) {
            return answers.get(question.path());
        }
        return answers.get(question.path().substring(0, list)) instanceof List<?> rows
                        && rows.get(0) instanceof Map<?, ?> row
                ? row.get(question.path().substring(list + 3))
                : null;
    }

    private static void put(Map<String, Object> variables, String name, @Nullable Object value) {
        if (value == null) {
            variables.remove(name);
        } else {
            variables.put(name, value);
        }
    }

    private void start(Run run) {
        see(run, new Happens(CaseEvent.Kind.STARTED, run.procedure.id()), Map.of(), "", "");
        run.procedure.start().ifPresent(start -> leave(run, start));
    }

    private void enter(Run run, Step step, String by) {
        if (!slice.matters(step) && step.kind() != NodeKind.END_EVENT) {
            run.takesItsTime();
            return;
        }
        state.touched.add(slice.touches(step));
        switch (step.kind()) {
            case USER_TASK -> offer(run, step);
            case CALL_ACTIVITY -> call(run, step);
            case CATCH_EVENT, EVENT_BASED_GATEWAY -> {
                entered(run, step);
                run.tokens.add(new Token(step, ""));
            }
            case BUSINESS_RULE_TASK -> decide(run, step);
            case SERVICE_TASK -> {
                // On record it belongs to the late step, and so to the run of that.
                see(
                        run.lateStep().isPresent() ? run.caller : run,
                        new Happens(CaseEvent.Kind.MORE_TIME, ""),
                        Map.of(),
                        "",
                        "");
                leave(run, step);
            }
            case THROW_EVENT -> {
                step.escalation().ifPresent(code -> escalate(run, code));
                leave(run, step);
            }
            case END_EVENT -> step.escalation().ifPresent(code -> escalate(run, code));
            case EXCLUSIVE_GATEWAY -> choose(run, step);
            case INCLUSIVE_GATEWAY, PARALLEL_GATEWAY -> {
                if (Game.isJoin(step)) {
                    join(run, step, by);
                } else {
                    part(run, step);
                }
            }
            default -> leave(run, step);
        }
    }

    private void entered(Run run, Step step) {
        see(run, new Happens(CaseEvent.Kind.ENTERED, step.place()), Map.of(), "", "");
    }

    private void offer(Run run, Step step) {
        Token token = new Token(step, "");
        Optional<String> list = step.repeatedOver();
        if (list.isPresent()) {
            deciding.settled(run, list.get(), Observers.members(slice.tellsApart(step)));
            List<String> members = Observers.members(deciding.likely(run).get(list.get()));
            if (members.isEmpty()) {
                leave(run, step);
                return;
            }
            if (slice.tellsApart(step)) {
                token.members.addAll(members);
            }
        }
        entered(run, step);
        run.tokens.add(token);
    }

    private void call(Run run, Step step) {
        entered(run, step);
        Token token = new Token(step, "");
        run.tokens.add(token);
        Optional<Walkable> called = slice.inside(step);
        if (called.isPresent()) {
            Run inner = new Run(state.nextRun(), called.get(), run, token);
            token.inner = inner;
            step.handed("in").forEach(handed -> {
                if (slice.needs(inner.procedure).contains(handed.target())) {
                    put(inner.variables, handed.target(), run.value(handed));
                }
            });
            start(inner);
        }
    }

    private void decide(Run run, Step step) {
        boolean needed = slice.needs(run.procedure).contains(step.result());
        if (slice.evaluates(step)) {
            List<Map<String, Object>> rows = deciding.rows(run, step);
            see(run, new Happens(CaseEvent.Kind.EVALUATED, step.decision()), Deciding.byName(rows), "", "");
            if (needed) {
                put(run.variables, step.result(), Deciding.result(step, rows));
            }
        } else {
            see(run, new Happens(CaseEvent.Kind.EVALUATED, step.decision()), Map.of(), "", "");
        }
        leave(run, step);
    }

    private void choose(Run run, Step step) {
        if (step.ways().size() == 1) {
            leave(run, step);
            return;
        }
        for (Way way : step.ways()) {
            if (!step.isDefault(way) && deciding.holds(way, run)) {
                take(run, way);
                return;
            }
        }
        Optional<Way> otherwise = step.ways().stream().filter(step::isDefault).findFirst();
        if (otherwise.isPresent()) {
            take(run, otherwise.get());
        } else {
            state.stuck = step;
        }
    }

    private void part(Run run, Step step) {
        List<Way> tested = slice.tested(step).toList();
        List<Way> taken = new ArrayList<>();
        for (Way way : step.ways()) {
            if (step.kind() == NodeKind.PARALLEL_GATEWAY
                    || !step.isDefault(way) && (!tested.contains(way) || deciding.holds(way, run))) {
                taken.add(way);
            }
        }
        if (taken.isEmpty()) {
            step.ways().stream().filter(step::isDefault).forEach(taken::add);
        }
        if (taken.isEmpty()) {
            state.stuck = step;
        }
        inTurn(taken).forEach(way -> take(run, way));
    }

    /** The engine follows the first way to where it waits before it turns to the next: the first has to come last here. */
    private static List<Way> inTurn(List<Way> ways) {
        List<Way> turned = new ArrayList<>(ways);
        Collections.reverse(turned);
        return turned;
    }

    private void leave(Run run, Step step) {
        inTurn(step.ways()).forEach(way -> take(run, way));
    }

    private void take(Run run, Way way) {
        Token next = new Token(way.target(), Game.isJoin(way.target()) ? way.id() : "");
        next.way = way.id();
        next.turn = ++turns;
        run.tokens.add(next);
    }

    /** A way is taken when its turn comes: behind everything that the ways before it lead to at once. */
    private void arrive(Run run, Token token) {
        taken(run, token.way);
        enter(run, Objects.requireNonNull(token.at), token.by);
    }

    private void taken(Run run, String way) {
        see(run, new Happens(CaseEvent.Kind.TAKEN, run.procedure.id() + "/" + way), Map.of(), "", "");
    }

    /** An escalation wakes the nearest call around that catches it, which goes on beside what was called. */
    private void escalate(Run from, String code) {
        Run inner = from;
        while (inner.caller != null && inner.calledFrom != null) {
            Run outer = inner.caller;
            Token call = inner.calledFrom;
            Optional<Step> caught = Objects.requireNonNull(call.at).boundaries().stream()
                    .filter(boundary -> boundary.catches(code))
                    .findFirst();
            if (caught.isPresent()) {
                handBack(outer, inner, Objects.requireNonNull(call.at).handed("out").stream());
                if (!caught.get().goesOnBeside()) {
                    state.touched.breaksOff = true;
                    outer.tokens.remove(call);
                }
                leave(outer, caught.get());
                return;
            }
            inner = outer;
        }
    }

    private void handBack(Run outer, Run inner, Stream<Step.Handed> values) {
        values.filter(handed -> slice.needs(outer.procedure).contains(handed.target()))
                .forEach(handed -> {
                    state.touched.writes.add(Slice.variable(outer.procedure, handed.target()));
                    put(outer.variables, handed.target(), inner.value(handed));
                });
    }

    /** Goes on until the case is at rest, or until something was left open and others have their turn as well. */
    void goOn() {
        while (state.root != null) {
            Run.Turn next = state.root.turn();
            if (next != null) {
                if (choices.used()) {
                    rest();
                    return;
                }
                next.run().tokens.remove(next.token());
                arrive(next.run(), next.token());
                finishIfDone(next.run());
            } else if (!settle(state.root) && !tellOfTheLateStep(state.root)) {
                state.doneLate = null;
                rest();
                return;
            }
        }
        follower.closed(state);
    }

    /** Whoever waits for a late step goes on as soon as it is done. */
    private boolean tellOfTheLateStep(Run run) {
        String done = state.doneLate;
        if (done == null) {
            return false;
        }
        for (Token token : run.tokens) {
            if (token.inner != null && tellOfTheLateStep(token.inner)) {
                return true;
            }
        }
        boolean concerned = run.lateStep().filter(done::equals).isPresent();
        Optional<Token> told = run.tokens.stream()
                .filter(token ->
                        concerned && token.at != null && token.at.message().isPresent())
                .findFirst()
                .filter(token -> !deciding.isOpenLate(run, done));
        told.ifPresent(token ->
                come(run, token, Objects.requireNonNull(token.at).message().get()));
        return told.isPresent();
    }

    private void rest() {
        Run root = Objects.requireNonNull(state.root);
        atRest.tidy(root);
        state.renumber();
    }

    private boolean settle(Run run) {
        for (Token token : List.copyOf(run.tokens)) {
            if (token.inner != null && settle(token.inner)) {
                return true;
            }
        }
        return finishIfDone(run);
    }

    /** The engine asks only when somebody comes whether a join can be passed, and counts who came, not by which way. */
    private void join(Run run, Step join, String by) {
        run.tokens.add(new Token(join, by));
        List<Token> came = run.waitingAt(join);
        boolean all = came.size() == join.incoming();
        if (all || join.kind() == NodeKind.INCLUSIVE_GATEWAY && !run.mayStillComeTo(join)) {
            run.tokens.removeAll(came);
            part(run, join);
        }
    }

    private boolean finishIfDone(Run run) {
        if (!run.tokens.isEmpty() || !goesOn(run)) {
            return false;
        }
        see(run, new Happens(CaseEvent.Kind.ENDED, run.procedure.id()), Map.of(), "", "");
        follower.ended(state, run);
        Run outer = run.caller;
        Token call = run.calledFrom;
        if (outer == null || call == null) {
            state.root = null;
        } else if (outer.tokens.remove(call)) {
            if (call.many && choices.choose(2) == 1) {
                run.tokens.add(new Token(null, ""));
                outer.tokens.add(call);
            }
            handBack(outer, run, atRest.late(outer, call));
            leave(outer, Objects.requireNonNull(call.at));
        }
        return true;
    }

    /** Whether a run is still part of the case, and has not been interrupted from around it. */
    private boolean goesOn(Run run) {
        return run.caller == null
                ? run == state.root
                : run.caller.tokens.contains(run.calledFrom) && goesOn(run.caller);
    }

    private void see(@Nullable Run run, Happens event, Map<String, Object> data, String role, String about) {
        follower.see(state, run, Sight.event(event, data, role, about));
    }
}
