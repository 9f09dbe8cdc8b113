package cymru.diogelu.modelcheck.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of one thing that people or time did.
 *
 * @param happened in order
 * @param waits what the case waits for then: tasks, limits and messages, each in its run, sorted
 */
record Scene(List<Noted> happened, List<String> waits) {

    /** Whether the game shows the same as the engine, in the same order. */
    boolean agrees(Scene inTheGame) {
        return waits.equals(inTheGame.waits) && agree(happened, inTheGame.happened);
    }

    private static boolean agree(List<Noted> engine, List<Noted> game) {
        if (engine.size() != game.size()) {
            return false;
        }
        for (int place = 0; place < engine.size(); place++) {
            if (!engine.get(place).agrees(game.get(place))) {
                return false;
            }
        }
        return true;
    }

    /** The differences, for whoever looks for their cause. */
    String against(Scene inTheGame) {
        return "only the engine: %s%nonly the game: %s".formatted(without(this, inTheGame), without(inTheGame, this));
    }

    private static List<String> without(Scene one, Scene other) {
        List<String> left = new ArrayList<>(one.lines());
        other.lines().forEach(left::remove);
        return left;
    }

    private List<String> lines() {
        return Stream.concat(happened.stream().map(noted -> noted.place() + " " + noted.given()), waits.stream())
                .toList();
    }
}
