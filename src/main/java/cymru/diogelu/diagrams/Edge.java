package cymru.diogelu.diagrams;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line between elements.
 *
 * @param way at least two places, not all the same
 * @param start how it begins: a slash for the flow taken when no other is, a diamond for a condition at a task
 */
record Edge(String id, String type, String name, List<Point> way, @Nullable Bounds label, Start start) {

    enum Start {
        PLAIN,
        DEFAULT,
        CONDITION
    }

    boolean sequence() {
        return type.equals("sequenceFlow");
    }

    double length() {
        double length = 0;
        for (int i = 1; i < way.size(); i++) {
            length += way.get(i - 1).distance(way.get(i));
        }
        return length;
    }
}
