package cymru.diogelu.designer;

import cymru.diogelu.procedures.MovedCase;

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
            case PROCEDURE -> at(moved, place + "/");
            case STEP -> at(moved, place);
        };
    }

    private static boolean at(MovedCase moved, String place) {
        boolean waits = moved.places().stream()
                .filter(each -> !each.calling())
                .anyMatch(each -> (each.process() + "/" + each.from()).startsWith(place));
        return waits
                || moved.obstacles().stream()
                        .anyMatch(each -> (each.process() + "/" + each.element()).startsWith(place));
    }
}
