package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.statute.CaseEvent;
import cymru.diogelu.statute.RuleMonitor.Part;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may still come from each step on, in its procedure and in those called there, whatever the answers are. */
final class Ahead {

    private static final Touched NOTHING = new Touched();

    private final Slice slice;
    private final Onlooker onlooker;
    private final Map<Step, Touched> here = new HashMap<>();
    private final Map<Step, Touched> from = new HashMap<>();
    private final Map<Step, Touched> meanwhile = new HashMap<>();

    /** Whether a call may be left, by an escalation, before what it called is done. */
    private final boolean breaksOff;

    Ahead(Net net, Slice slice, Onlooker onlooker) {
        this.slice = slice;
        this.onlooker = onlooker;
        List<Step> steps = net.procedures().stream()
                .flatMap(procedure -> procedure.steps().stream())
                .filter(slice::matters)
                .toList();
        this.breaksOff = steps.stream()
                .filter(step -> step.kind() == NodeKind.CALL_ACTIVITY)
                .flatMap(step -> step.boundaries().stream())
                .anyMatch(boundary -> !boundary.goesOnBeside() && !boundary.isTimer());
        steps.forEach(step -> here.put(step, touched(step)));
        steps.forEach(step -> from.put(step, new Touched()));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Step step : steps) {
                Touched ahead = Objects.requireNonNull(from.get(step));
                grown |= ahead.add(here(step));
                for (Step next : step.next().toList()) {
                    grown |= ahead.add(from(next));
                }
                if (step.kind() == NodeKind.CALL_ACTIVITY) {
                    Touched inside = slice.inside(step)
                            .flatMap(Walkable::start)
                            .map(this::from)
                            .orElse(NOTHING);
                    grown |= ahead.addFromElsewhere(inside);
                }
            }
        }
    }

    private Touched touched(Step step) {
        Touched touched = new Touched();
        touched.add(slice.touches(step));
        touched.parts.addAll(parts(step));
        return touched;
    }

    private Set<Part> parts(Step step) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (slice.sight().sees(step)) {
            Sight.events(step).forEach(event -> parts.addAll(onlooker.parts(event)));
        }
        return parts;
    }

    private Touched meanwhile(Step step) {
        return meanwhile.computeIfAbsent(step, none -> {
            Touched touched = new Touched();
            touched.add(slice.touchesMeanwhile(step));
            if (slice.sight().sees(step)) {
                Sight.events(step)
                        .filter(event -> event.kind() != CaseEvent.Kind.ENTERED)
                        .forEach(event -> touched.parts.addAll(onlooker.parts(event)));
            }
            return touched;
        });
    }

    private Touched here(Step step) {
        return Objects.requireNonNull(here.getOrDefault(step, NOTHING));
    }

    private Touched from(Step step) {
        return Objects.requireNonNull(from.getOrDefault(step, NOTHING));
    }

    /** What may still come for a token, and in the run that it has called; not what comes once all of its run is done. */
    Touched of(Token token) {
        Touched all = new Touched();
        add(token, all);
        return all;
    }

    private void add(Token token, Touched all) {
        Step at = token.at;
        if (at == null) {
            return;
        }
        if (token.turn > 0 || !token.by.isEmpty()) {
            all.add(from(at));
            return;
        }
        all.add(meanwhile(at));
        at.next().forEach(next -> all.add(from(next)));
        if (token.inner != null) {
            Touched inside = new Touched();
            token.inner.tokens.forEach(inner -> add(inner, inside));
            all.addFromElsewhere(inside);
        }
    }

    /** What may still come in the whole case. */
    Touched of(@Nullable Run run) {
        Touched all = new Touched();
        if (run != null) {
            run.tokens.forEach(token -> add(token, all));
        }
        return all;
    }

    /**
     * What may come from anywhere but the token at a path and the calls around it. Of variables only those are said to be
     * read which may be read before they are set anew.
     */
    Touched besides(Run root, List<Integer> path) {
        Touched all = new Touched();
        Run run = root;
        for (int place : path) {
            for (int other = 0; other < run.tokens.size(); other++) {
                if (other != place) {
                    beside(run, run.tokens.get(other), all);
                }
            }
            Run inner = run.tokens.get(place).inner;
            if (inner == null) {
                return all;
            }
            run = inner;
        }
        return all;
    }

    private void beside(Run run, Token token, Touched all) {
        Touched ahead = of(token);
        all.addFromElsewhere(ahead);
        all.writes.addAll(ahead.writes);
        if (token.at != null) {
            slice.liveness().liveAt(token).forEach(name -> all.reads.add(Slice.variable(run.procedure, name)));
        }
    }

    /** Whether what is owed may be done by what comes at a place. */
    boolean mayAnswer(Run root, List<Integer> path) {
        Token token = root.tokens.get(path.get(0));
        for (int place : path.subList(1, path.size())) {
            token = Objects.requireNonNull(token.inner).tokens.get(place);
        }
        return of(token).parts.contains(Part.TARGET);
    }

    /** Whether what one run does can end what another has begun, so that no run may go ahead of others. */
    boolean breaksOff() {
        return breaksOff;
    }
}
