package cymru.diogelu.designer;

import cymru.diogelu.procedures.MovedCase;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which of the open cases a designer wants moved. */
public enum MoveRule {
    /** All that can move. */
    ALL,
    /** Those whose dates stay as they are. */
    SAME_DATES,
    /** Those that are in a procedure. */
    PROCEDURE,
    /** Those that wait at a step; its place is the procedure and the step with a slash between. */
    STEP;

    /**
     * Whether a case is meant.
     *
     * @param moved what would become of it
     * @param place the procedure or the step that is asked for; empty where the rule asks for none
     */
    boolean means(MovedCase moved, String place) {
        return switch (this) {
            case ALL -> true;
            case SAME_DATES -> moved.possible() && moved.dates().isEmpty();
            case PROCEDURE -> waits(moved, each -> each.startsWith(place + "/"));
            case STEP -> waits(moved, place::equals);
        };
    }

    /** A case that cannot be moved is known to wait only where that is the reason. */
    private static boolean waits(MovedCase moved, Predicate<String> place) {
        return Stream.concat(
                        moved.places().stream()
                                .filter(each -> !each.calling())
                                .map(each -> each.process() + "/" + each.from()),
                        moved.obstacles().stream().map(each -> each.process() + "/" + each.element()))
                .anyMatch(place);
    }
}
