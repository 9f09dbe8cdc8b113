package cymru.diogelu.statute;

import cymru.diogelu.language.Bilingual;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing the procedures ask for, in our own words, with the place it was read in.
 *
 * @param id such as {@code DL-03}, {@code INV-17} or, for this project's own choices, {@code PR-01}
 * @param limit null for an invariant
 * @param watchedAt ids of the forms that are to be answered within the limit: a step that asks for one is watched for it;
 *     a form that may have one of several limits is in none of them
 * @param responsible role key; null where an invariant binds everybody
 * @param escalation two or three role keys for a limit, empty for an invariant
 * @param reminders in the order in which they fall due; the number never depends on the authority
 * @param source tag and place of the document
 * @param overridable whether an authority may set a length of its own
 * @param extendableBy role key of who may grant more time, null when nobody may
 */
public record Provision(
        String id,
        Kind kind,
        Bilingual title,
        Bilingual duty,
        @Nullable Limit limit,
        List<String> watchedAt,
        @Nullable String responsible,
        List<String> escalation,
        List<Reminder> reminders,
        String source,
        Confidence confidence,
        boolean overridable,
        @Nullable String extendableBy) {

    /** A limit has a clock; an invariant must simply never be skipped. */
    public enum Kind {
        LIMIT,
        INVARIANT
    }

    /**
     * The role that a breach goes to at a step of the ladder, counted from 1; above the top it stays with the last one.
     * Whoever was asked for the step and is late is passed over: a manager does not answer to himself for his own delay.
     *
     * @param asked role key of those who were asked for the step, which the models may give to another than
     *     {@link #responsible}
     * @throws IllegalArgumentException for a step below 1, or when this provision has no ladder
     */
    public String escalatesTo(int step, String asked) {
        if (step < 1 || escalation.isEmpty()) {
            throw new IllegalArgumentException("%s has no escalation step %d".formatted(id, step));
        }
        List<String> ladder =
                escalation.stream().filter(role -> !role.equals(asked)).toList();
        return ladder.get(Math.min(step, ladder.size()) - 1);
    }
}
