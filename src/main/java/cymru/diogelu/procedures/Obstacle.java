package cymru.diogelu.procedures;

/**
 * Why a case cannot go on under other models.
 *
 * @param process the procedure in which it stands
 * @param version the version of that procedure under which it goes now
 * @param element the step at which it stands; the procedure itself where all of it is in the way
 */
public record Obstacle(String process, int version, String element, Reason reason) {

    /** What is in the way. */
    public enum Reason {
        /** The new models have no such procedure. */
        PROCEDURE_GONE,
        /** The new procedure has no such step, and none was named in its place. */
        STEP_GONE,
        /** The new step is of another kind, or stands in another part of the procedure. */
        OTHER_KIND,
        /** The engine cannot move a case that stands here. */
        NOT_POSSIBLE
    }
}
