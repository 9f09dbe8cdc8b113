package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.statute.CaseEvent.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a case, as both the engine's record and the game have it.
 *
 * @param run the calls that lead to the run in which it happened; empty for what opened the case
 * @param role who answered; nothing where the game does not know
 * @param about of a repeated step, which one; nothing where the game does not know
 * @param given what a table gave out, in words; empty elsewhere
 */
record Noted(String run, Kind kind, String id, @Nullable String role, @Nullable String about, String given) {

    /** What the engine's record says more does not count. */
    boolean agrees(Noted inTheGame) {
        return place().equals(inTheGame.place())
                && given.equals(inTheGame.given)
                && (inTheGame.role == null || inTheGame.role.equals(role))
                && (inTheGame.about == null || inTheGame.about.equals(about));
    }

    /** What is told on both sides. */
    String place() {
        return run + " " + kind + " " + id;
    }
}
