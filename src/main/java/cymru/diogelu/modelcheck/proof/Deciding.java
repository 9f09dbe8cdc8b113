package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.proof.Step.Way;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What tables and conditions say of a run. What they ask for is chosen then, and every choice has its turn. */
final class Deciding {

    private final Net net;
    private final Slice slice;
    private final CaseState state;
    private final Chooser choices;

    Deciding(Net net, Slice slice, CaseState state, Chooser choices) {
        this.net = net;
        this.slice = slice;
        this.state = state;
        this.choices = choices;
    }

    /** The rows of a table that hold, each with its outputs. */
    List<Map<String, Object>> rows(Run run, Step step) {
        net.tables().asks(step.decision()).forEach((name, thinks) -> settled(run, name, thinks));
        return net.tables().evaluate(step.decision(), likely(run));
    }

    /** The variables with one value in the place of all that an open one can still be. */
    Map<String, Object> likely(Run run) {
        Map<String, Object> likely = new HashMap<>();
        run.variables.forEach((name, value) -> {
            Object one = value instanceof Open open ? slice.domains().left(open).get(0) : value;
            if (one != Domains.NOTHING) {
                likely.put(name, one);
            }
        });
        return likely;
    }

    /** What a table gives to the variable of its step. */
    static @Nullable Object result(Step step, List<Map<String, Object>> rows) {
        List<Object> values =
                rows.stream().flatMap(row -> row.values().stream().limit(1)).toList();
        return step.collects() ? values : values.isEmpty() ? null : values.get(0);
    }

    /** The one value of an output where one row held, else all of them. */
    static Map<String, Object> byName(List<Map<String, Object>> rows) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (Map<String, Object> row : rows) {
            row.forEach((name, value) -> data.put(name, rows.size() == 1 ? value : values(rows, name)));
        }
        return data;
    }

    private static List<Object> values(List<Map<String, Object>> rows, String name) {
        return rows.stream().map(row -> row.get(name)).filter(Objects::nonNull).toList();
    }

    /** Whether a way is taken, as far as its condition can be told; else both is tried. */
    boolean holds(Way way, Run run) {
        Guard guard = way.guard();
        if (guard != null && guard.variable() != null) {
            settled(run, guard.variable(), value -> Objects.equals(value, guard.text()));
        }
        if (guard != null
                && guard.asksWhetherDone()
                && slice.whole()
                && run.lateStep().isPresent()) {
            return !isOpenLate(run, run.lateStep().get());
        }
        return guard == null || guard.holds(likely(run)).orElseGet(() -> choices.choose(2) == 1);
    }

    /** Whether the caller still waits at a step of which a limit has passed; where only dates could say, both is tried. */
    boolean isOpenLate(Run run, String step) {
        return run.openLate(step).orElseGet(() -> choices.choose(2) == 1);
    }

    /** Chooses what somebody thinks of a variable, if that has been left open so far. */
    void settled(Run run, String name, Function<@Nullable Object, @Nullable Object> thinks) {
        if (run.variables.get(name) instanceof Open open) {
            List<Object> parts = slice.domains().parted(open, thinks);
            state.choose(open, parts.get(parts.size() == 1 ? 0 : choices.choose(parts.size())));
        }
    }
}
