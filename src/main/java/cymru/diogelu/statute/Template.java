package cymru.diogelu.statute;

/**
 * The Declare templates that a rule may be written in, over the finite trace of a case (linear temporal logic on finite
 * traces, with data on the events). In the formulas {@code a} is an event that meets the rule's activation, {@code t} one
 * that meets its target and belongs to {@code a} by the rule's {@link Correlation}; G, F, X, U are always, finally, next,
 * until, and O, Y, S the same into the past. An event never answers itself: all of them look strictly later or earlier.
 *
 * <p>A trace may grow while its case is open. What a later event can still mend is pending there and broken only at the
 * close, or when the rule's limit has passed; what no later event can mend is broken at once.
 */
public enum Template {
    /** At least {@code times} events {@code a}; {@code F a} for one. Pending until they have come. */
    EXISTENCE(false, true),
    /** No event {@code a} that fails its {@code unless}: {@code G ¬(a ∧ ¬unless)}. Broken at once. */
    ABSENCE(false, false),
    /** As many events {@code a} as {@code times}: one too many is broken at once, too few are pending. */
    EXACTLY(false, true),
    /** The first event, of those named by {@code among} where it is given, is {@code a}. */
    INIT(false, true),
    /** {@code G(a → F t ∨ O t)}: every activation has a target before or after it. */
    RESPONDED_EXISTENCE(true, true),
    /** {@code G(a → X F t)}: every activation is followed by a target. */
    RESPONSE(true, true),
    /** {@code G(a → X(¬a U t))}: as response, and with no further activation (of the same run) before the target. */
    ALTERNATE_RESPONSE(true, true),
    /** {@code G(a → X t)}, where only correlated events of {@code among}, or targets, count as next. */
    CHAIN_RESPONSE(true, true),
    /** {@code G(a → Y O t)}: an activation comes only after a target. */
    PRECEDENCE(true, false),
    /** {@code G(a → Y(¬a S t))}: as precedence, with a target of its own for each activation (of the same run). */
    ALTERNATE_PRECEDENCE(true, false),
    /** {@code G(a → Y t)}, where only correlated events of {@code among}, or targets, count as last before. */
    CHAIN_PRECEDENCE(true, false),
    /** Response of target to activation, and precedence of activation before target. */
    SUCCESSION(true, true),
    /** {@code ¬(F a ∧ F t)} for correlated pairs: whichever comes second breaks it. */
    NOT_CO_EXISTENCE(true, false);

    private final boolean targeted;
    private final boolean owing;

    Template(boolean targeted, boolean owing) {
        this.targeted = targeted;
        this.owing = owing;
    }

    /** Whether a rule of this template names a target. */
    public boolean targeted() {
        return targeted;
    }

    /** Whether something may still be owed in an open case, so that the rule is pending there. */
    public boolean owing() {
        return owing;
    }

    /** Whether what is owed may have a time limit. */
    boolean limited() {
        return this == RESPONSE || this == ALTERNATE_RESPONSE || this == CHAIN_RESPONSE || this == SUCCESSION;
    }

    /** Whether the rule may say which events count as neighbours. */
    boolean among() {
        return this == INIT || this == CHAIN_RESPONSE || this == CHAIN_PRECEDENCE;
    }

    boolean counted() {
        return this == EXISTENCE || this == EXACTLY;
    }
}
