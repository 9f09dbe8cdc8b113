package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.statute.RuleMonitor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What a case at rest still has to know: two that differ only in what nothing asks about any more become the same. */
final class AtRest {

    private final Slice slice;

    AtRest(Slice slice) {
        this.slice = slice;
    }

    void tidy(Run root) {
        fold(root);
        forget(root);
        merge(root);
    }

    /** A call in which nothing that matters can happen any more, and behind which nothing does, only takes its time. */
    private void fold(Run run) {
        for (Token token : List.copyOf(run.tokens)) {
            Run inner = token.inner;
            if (inner != null) {
                fold(inner);
                if (isOver(inner) && !mattersBehind(run, token)) {
                    run.tokens.remove(token);
                    run.takesItsTime();
                }
            }
        }
    }

    /** However often a loop has left a call behind in which only time is left: one stands for all that are the same. */
    private static void merge(Run run) {
        Map<String, Token> over = new HashMap<>();
        for (Token token : List.copyOf(run.tokens)) {
            Run inner = token.inner;
            if (inner != null && isOver(inner)) {
                Token other = over.putIfAbsent(token.at + inner.key(), token);
                if (other != null) {
                    run.tokens.remove(token);
                    other.many = true;
                }
            } else if (inner != null) {
                merge(inner);
            }
        }
    }

    private static boolean isOver(Run run) {
        return run.known == RuleMonitor.BEGIN && run.tokens.stream().allMatch(token -> token.at == null);
    }

    private boolean mattersBehind(Run run, Token token) {
        Step call = Objects.requireNonNull(token.at);
        return call.ways().stream().anyMatch(way -> slice.matters(way.target()))
                || call.boundaries().stream().anyMatch(boundary -> boundary.isTimer() && slice.matters(boundary))
                || late(run, token).anyMatch(handed -> isNews(run, token, handed));
    }

    /** What a call hands back, once all is done there, that anybody can still read. */
    Stream<Step.Handed> late(Run run, Token call) {
        Set<Step> beside = beside(run, call);
        return slice.liveness().late(Objects.requireNonNull(call.at)).stream()
                .filter(handed -> slice.needs(run.procedure).contains(handed.target()))
                .filter(handed -> slice.liveness().isReadAfter(call.at, handed.target())
                        || beside.stream().anyMatch(step -> slice.liveness().isReadWaiting(step, handed.target())));
    }

    /** Whether it is not there already, or somebody may set something else meanwhile. */
    private boolean isNews(Run run, Token call, Step.Handed handed) {
        Object value = Objects.requireNonNull(call.inner).value(handed);
        return !Objects.equals(value, run.variables.get(handed.target()))
                || beside(run, call).stream()
                        .anyMatch(step -> slice.writes(step).anyMatch(handed.target()::equals));
    }

    /** The steps that a run may still come to beside one at which it waits. */
    private static Set<Step> beside(Run run, Token token) {
        Set<Step> beside = new HashSet<>();
        run.tokens.stream()
                .filter(other -> other != token && other.at != null)
                .forEach(other -> beside.addAll(run.procedure.ahead(Objects.requireNonNull(other.at))));
        return beside;
    }

    /** What nothing can read any more makes no difference. */
    private void forget(Run run) {
        Set<String> live = new HashSet<>();
        if (run.caller != null && run.calledFrom != null) {
            late(run.caller, run.calledFrom)
                    .flatMap(handed -> Stream.ofNullable(handed.variable()))
                    .forEach(live::add);
        }
        for (Token token : run.tokens) {
            if (token.at != null) {
                live.addAll(slice.liveness().liveAt(token));
            }
            if (token.inner != null) {
                forget(token.inner);
            }
        }
        run.variables.keySet().retainAll(live);
    }
}
