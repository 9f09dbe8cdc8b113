package cymru.diogelu.modelcheck.proof;

import java.util.List;
import java.util.Map;

/**
 * Something that people or time do to a case at rest.
 *
 * @param path from the root to the token: the places of the tokens among those of their runs
 * @param what answers a form, lets a limit pass, or lets time go on
 * @param step the element at which it happens
 * @param member of a repeated step, for whom; else empty
 * @param answers as far as they matter
 * @param chosen what open values turn out to be, because it matters here
 * @param boundary the event on the border that happens; empty for other moves
 */
public record Move(
        List<Integer> path,
        Kind what,
        String step,
        String member,
        Map<String, Object> answers,
        Map<Open, Object> chosen,
        String boundary) {

    public enum Kind {
        RAISED,
        /** A procedure begins, called from wherever it may be. */
        CALLED,
        /** A limit passes, wherever the procedure stands beside it. */
        PASSED_ANYWHERE,
        ANSWERED,
        LIMIT_PASSED,
        WAITED,
        TIME_TAKEN,
        /** The engine goes on with what it had begun. */
        WENT_ON
    }

    /** The run in which it is made, by its place. */
    List<Integer> run() {
        return path.isEmpty() ? path : path.subList(0, path.size() - 1);
    }
}
