package cymru.diogelu.designer;

import cymru.diogelu.access.ModelAccess;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.designer.ProofRun.State;
import cymru.diogelu.designer.ProposalRefused.Reason;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.modelcheck.ModelProofs;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The proofs of the law on sets that were sent to the desk. One that breaks a statutory rule or never ends does not go into
 * force at all; where something is neither proved nor broken, whoever proposes it has to say why that may be.
 */
@Component
public class ProofRuns {

    private final ModelAccess access;
    private final ProofRunTable table;
    private final Prover prover;
    private final ProposalTable proposals;
    private final ModelLedger ledger;
    private final ServiceClock clock;
    private final TransactionTemplate transaction;

    ProofRuns(
            ModelAccess access,
            ProofRunTable table,
            Prover prover,
            ProposalTable proposals,
            ModelLedger ledger,
            ServiceClock clock,
            PlatformTransactionManager transactions) {
        this.access = access;
        this.table = table;
        this.prover = prover;
        this.proposals = proposals;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Where the proofs on a set stand; empty where it has errors, since nothing is proved then. */
    public Optional<ProofRun> find(Viewer viewer, long proposal) {
        access.requireReads(viewer);
        return table.find(proposal);
    }

    /** What they have found; empty while they are being worked out, and where nothing came of them. */
    public Optional<ModelProofs.Result> result(Viewer viewer, long proposal) {
        access.requireReads(viewer);
        return table.result(proposal);
    }

    /** Asks for them inside the caller's transaction; {@link #wake} begins when that has ended. */
    void ask(long proposal) {
        table.ask(proposal, clock.instant());
    }

    void wake() {
        prover.wake();
    }

    /**
     * Tries once more where nothing came of it.
     *
     * @throws ProposalRefused when something came of it, or may yet, or the proposal is decided
     */
    public void again(Viewer viewer, long proposal) {
        access.requireDesigns(viewer);
        transaction.executeWithoutResult(running -> {
            undecided(proposal);
            if (table.find(proposal).filter(run -> run.state() == State.FAILED).isEmpty()) {
                throw new ProposalRefused(Reason.PROOFS_RUNNING);
            }
            ask(proposal);
        });
        wake();
    }

    /**
     * Says why a proposed set may go into force although something is neither proved nor broken.
     *
     * @throws ProposalRefused when nothing is said, somebody else proposed it, or nothing has to be said
     */
    public void explain(Viewer viewer, long proposal, String reason) {
        access.requireDesigns(viewer);
        if (reason.isBlank()) {
            throw new ProposalRefused(Reason.PROOFS_WITHOUT_REASON);
        }
        transaction.executeWithoutResult(running -> {
            Proposal open = undecided(proposal);
            if (!open.madeBy().equals(viewer.user())) {
                throw new ProposalRefused(Reason.OTHERS_PROPOSAL);
            }
            if (table.find(proposal).filter(ProofRun::wantsReason).isEmpty()) {
                throw new ProposalRefused(Reason.PROOFS_RUNNING);
            }
            Instant at = clock.instant();
            table.explain(proposal, reason, viewer.user());
            ledger.add(
                    ModelLedger.Kind.PROOFS_EXPLAINED,
                    at,
                    new Actor(viewer.user(), viewer.role(), viewer.agency()),
                    Map.of("proposal", proposal, "digest", open.digest(), "reason", reason));
        });
    }

    private Proposal undecided(long proposal) {
        Proposal found = proposals.lock(proposal).orElseThrow(() -> new NoSuchProposal(proposal));
        if (found.state() == Proposal.State.DEPLOYED || found.state() == Proposal.State.REFUSED) {
            throw new ProposalRefused(Reason.DECIDED);
        }
        return found;
    }

    /** @throws ProposalRefused when a set is known to break the law */
    void requireLawful(long proposal) {
        if (table.find(proposal).filter(ProofRun::lawless).isPresent()) {
            throw new ProposalRefused(Reason.LAW_BROKEN);
        }
    }

    /**
     * Writes into the record of the models what was found before the set was proposed; asks for proofs where nobody has. Runs
     * inside the caller's transaction.
     */
    void proposed(long proposal, Instant at) {
        Optional<ProofRun> before = table.find(proposal);
        if (before.isEmpty()) {
            ask(proposal);
        }
        before.filter(run -> !run.running()).ifPresent(run -> prover.record(run, at));
    }

    /** @throws ProposalRefused while the proofs of a proposed set bar it from going into force */
    void requireApprovable(long proposal) {
        ProofRun run = table.find(proposal).orElseThrow(() -> new ProposalRefused(Reason.PROOFS_NOT_DONE));
        if (run.running()) {
            throw new ProposalRefused(Reason.PROOFS_RUNNING);
        }
        if (run.state() == State.FAILED) {
            throw new ProposalRefused(Reason.PROOFS_NOT_DONE);
        }
        if (run.wantsReason() && run.reason() == null) {
            throw new ProposalRefused(Reason.PROOFS_WITHOUT_REASON);
        }
    }
}
