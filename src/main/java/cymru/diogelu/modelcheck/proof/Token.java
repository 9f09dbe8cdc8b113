package cymru.diogelu.modelcheck.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where a run stands: at a step that waits, or before a join. */
final class Token {

    final @Nullable Step at;

    /** Before a join: the way by which it came; else empty. */
    final String by;

    /** The way that it is about to take while it has a turn; else empty. */
    String way = "";

    /** Where the engine goes on before anything else: the highest first; 0 for a token at rest. */
    int turn;

    /** The limits that have passed while it waits here, and escalations that were caught. */
    final TreeSet<String> passed = new TreeSet<>();

    /** For whom of several a repeated step is still to be done. */
    final List<String> members = new ArrayList<>();

    /** Whether it stands for any number of calls in which nothing but time is left, and which are all the same. */
    boolean many;

    /** The run that was called from here. */
    @Nullable
    Run inner;

    /** @param at nothing where what follows does not matter and only takes its time */
    Token(@Nullable Step at, String by) {
        this.at = at;
        this.by = by;
    }

    Token copy(Run owner) {
        Token copy = new Token(at, by);
        copy.way = way;
        copy.turn = turn;
        copy.many = many;
        copy.passed.addAll(passed);
        copy.members.addAll(members);
        copy.inner = inner == null ? null : inner.copy(owner, copy);
        return copy;
    }

    /** Equal for tokens from which the same can happen. */
    String key() {
        return (at == null ? "~" : at.place())
                + by
                + (turn == 0 ? "" : "!" + turn + way)
                + (passed.isEmpty() ? "" : passed)
                + (members.isEmpty() ? "" : members)
                + (many ? "*" : "")
                + (inner == null ? "" : inner.key());
    }
}
