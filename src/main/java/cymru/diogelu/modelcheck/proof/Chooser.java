package cymru.diogelu.modelcheck.proof;

import java.util.ArrayList;
import java.util.List;

/** Chooses where something is left open: each way in turn, as often as it is played again. */
final class Chooser {

    private final List<Integer> chosen = new ArrayList<>();
    private final List<Integer> of = new ArrayList<>();
    private int place;

    /** One of so many ways, counted from 0. */
    int choose(int ways) {
        if (place == chosen.size()) {
            chosen.add(0);
            of.add(ways);
        }
        return chosen.get(place++);
    }

    /** Whether anything has been chosen since the beginning of this way. */
    boolean used() {
        return place > 0;
    }

    void rewind() {
        place = 0;
    }

    /** Goes to the next way; false when all have been gone. */
    boolean next() {
        while (!chosen.isEmpty()) {
            int last = chosen.size() - 1;
            if (chosen.get(last) + 1 < of.get(last)) {
                chosen.set(last, chosen.get(last) + 1);
                return true;
            }
            chosen.remove(last);
            of.remove(last);
        }
        return false;
    }
}
