package cymru.diogelu.designer;

import cymru.diogelu.modelcheck.Finding;
import java.util.List;

/** A set of models cannot be proposed, or a proposal not be decided so; nothing was changed. */
public final class ProposalRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Reason {
        /** It has errors. */
        ERRORS,
        /** It has warnings, and no reason is given why they may stand. */
        WARNINGS_WITHOUT_REASON,
        /** Nothing says what the change is for. */
        WITHOUT_PURPOSE,
        /** It is the set that runs. */
        NOTHING_CHANGED,
        /** Whoever proposes it does not decide on it. */
        OWN_PROPOSAL,
        /** Only whoever proposed it says why its stories need not hold. */
        OTHERS_PROPOSAL,
        /** Its stories are still being run. */
        STORIES_RUNNING,
        /** Its stories were not run, or could not be. */
        STORIES_NOT_RUN,
        /** A story does not hold or is left out, and no reason is given why that may be. */
        STORIES_WITHOUT_REASON,
        /** A case could break a statutory rule in it, or never end. */
        LAW_BROKEN,
        /** It is still being proved, or nothing has to be said about it. */
        PROOFS_RUNNING,
        /** Nothing came of proving it. */
        PROOFS_NOT_DONE,
        /** Something is neither proved nor broken, and no reason is given why that may be. */
        PROOFS_WITHOUT_REASON,
        /** Other designers use all the sandboxes that there may be. */
        SANDBOXES_IN_USE,
        /** Somebody has decided on it already. */
        DECIDED,
        /** Another set has been deployed since, so that what was compared is no longer what would change. */
        OVERTAKEN
    }

    private final Reason reason;
    private final transient List<Finding> findings;

    ProposalRefused(Reason reason) {
        this(reason, List.of());
    }

    ProposalRefused(Reason reason, List<Finding> findings) {
        super(reason.name());
        this.reason = reason;
        this.findings = List.copyOf(findings);
    }

    public Reason reason() {
        return reason;
    }

    /** What stands in the way, where it is the models. */
    public List<Finding> findings() {
        return findings;
    }
}
