package cymru.diogelu.procedures;

import cymru.diogelu.language.Bilingual;

/**
 * What a case can go through in a set of models, with the words that people know it by.
 *
 * @param id {@code procedure/element}, or the id of a row of a table
 * @param home the procedure, or the table that the row is in
 * @param name of a flow without one of its own: from where it leads to where
 */
public record Way(String id, Kind kind, String home, Bilingual homeName, Bilingual name) {

    /** The word for what only parts or joins the ways of a case, and so has no name. */
    static final Bilingual JUNCTION = new Bilingual("junction", "cyffordd");

    /** Whether a model names it. */
    public boolean named() {
        return !name.equals(JUNCTION);
    }

    /** What it is. Each flow, end and row needs a story; a timer has its flow, and a step those around it. */
    public enum Kind {
        STEP,
        TIMER,
        END,
        FLOW,
        ROW;

        /** Whether a story has to go through it. */
        public boolean wantsStory() {
            return this == END || this == FLOW || this == ROW;
        }
    }
}
