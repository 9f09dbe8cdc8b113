package cymru.diogelu.forms;

import org.jspecify.annotations.Nullable;

/** A raw answer read as its kind: either the value in canonical form, or why it cannot be one. */
record Reading(@Nullable Object value, @Nullable Complaint problem) {

    static Reading of(@Nullable Object value) {
        return new Reading(value, null);
    }

    static Reading refused(Complaint problem) {
        return new Reading(null, problem);
    }
}
