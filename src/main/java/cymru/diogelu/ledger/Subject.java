package cymru.diogelu.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What an entry is about: a procedure in the version the case runs under, one element of it, one task. Parts that do
 * not apply are null; the version is 0 when no process is named.
 */
public record Subject(@Nullable String process, int version, @Nullable String element, @Nullable String task) {

    /** The case as a whole. */
    public static final Subject CASE = new Subject(null, 0, null, null);
}
