package cymru.diogelu.designer;

import cymru.diogelu.access.ModelAccess;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.designer.KeptComparisons.Named;
import cymru.diogelu.designer.Proposal.State;
import cymru.diogelu.designer.ProposalRefused.Reason;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.modelcheck.Change;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.ModelCheck;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.Severity;
import cymru.diogelu.modelcheck.ZippedFiles;
import cymru.diogelu.procedures.ModelSets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where models are changed safely: one person proposes a set, another puts it in force. Nothing with an error is ever
 * proposed, a warning needs a reason, and each step stands in the record of the models.
 */
@Component
public class ModelDesk {

    private static final int NEWEST = 50;

    private final ModelAccess access;
    private final ModelCheck check;
    private final KeptComparisons comparisons;
    private final ModelSets sets;
    private final ProposalTable table;
    private final ScenarioBooks books;
    private final BookRuns runs;
    private final ModelLedger ledger;
    private final ServiceClock clock;
    private final TransactionTemplate transaction;

    ModelDesk(
            ModelAccess access,
            ModelCheck check,
            KeptComparisons comparisons,
            ModelSets sets,
            ProposalTable table,
            ScenarioBooks books,
            BookRuns runs,
            ModelLedger ledger,
            ServiceClock clock,
            PlatformTransactionManager transactions) {
        this.access = access;
        this.check = check;
        this.comparisons = comparisons;
        this.sets = sets;
        this.table = table;
        this.books = books;
        this.runs = runs;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Everything that is wrong with a set; nothing of it is run or kept. */
    public List<Finding> check(Viewer viewer, ModelFiles files) {
        access.requireReads(viewer);
        return check.check(files);
    }

    /** What would change if a set came into force now, in sentences. */
    public List<Change> changes(Viewer viewer, ModelFiles files) {
        access.requireReads(viewer);
        return comparisons.of(deployed(sets.current()), new Named(files.digest(), () -> files));
    }

    /** What a proposal changes against the set that was in force when it was made. */
    public List<Change> changes(Viewer viewer, Proposal proposal) {
        access.requireReads(viewer);
        return comparisons.of(
                deployed(proposal.base()), new Named(proposal.digest(), () -> files(viewer, proposal.number())));
    }

    private Named deployed(String deployment) {
        return new Named(deployment, () -> new ModelFiles(sets.files(deployment)));
    }

    /** The proposals, the newest first. */
    public List<Proposal> proposals(Viewer viewer) {
        access.requireReads(viewer);
        return table.newest(NEWEST);
    }

    public Optional<Proposal> find(Viewer viewer, long number) {
        access.requireReads(viewer);
        return table.find(number);
    }

    /** The files of a proposal as they were checked. */
    public ModelFiles files(Viewer viewer, long number) {
        access.requireReads(viewer);
        try {
            return ModelFiles.ofZip(table.files(number).orElseThrow(() -> new NoSuchProposal(number)));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** The files of a set that was deployed, such as to propose it anew. */
    public ModelFiles deployed(Viewer viewer, String deployment) {
        access.requireReads(viewer);
        return new ModelFiles(sets.files(deployment));
    }

    /** The scenario book of a set that was deployed. */
    public ScenarioFiles book(Viewer viewer, String deployment) {
        access.requireReads(viewer);
        return books.of(deployment);
    }

    /**
     * Keeps a set for whoever sent it, to be looked at and proposed; it may have any number of errors.
     *
     * @param book the scenarios that came with it; empty where it is to be tried with those in force
     */
    public Proposal keep(Viewer viewer, ModelFiles files, ScenarioFiles book) {
        access.requireDesigns(viewer);
        Proposal draft = new Proposal(
                0,
                clock.instant(),
                viewer.user(),
                "",
                "",
                sets.current(),
                files.digest(),
                State.DRAFT,
                null,
                null,
                null,
                null);
        return Objects.requireNonNull(transaction.execute(
                running -> table.find(table.add(draft, zip(files, book))).orElseThrow()));
    }

    private static byte[] zip(ModelFiles files, ScenarioFiles book) {
        Map<String, byte[]> all = new TreeMap<>(files.byPath());
        all.putAll(book.amongModels());
        return ZippedFiles.write(all);
    }

    /**
     * Proposes a set at once.
     *
     * @throws ProposalRefused as for a set that was kept before
     */
    public Proposal propose(Viewer viewer, ModelFiles files, ScenarioFiles book, String purpose, String reason) {
        access.requireDesigns(viewer);
        requireProposable(files, purpose, reason);
        return propose(viewer, keep(viewer, files, book).number(), purpose, reason);
    }

    /**
     * Proposes a set that this person has kept; its stories are run from now on.
     *
     * @param purpose what the change is for
     * @param reason why its warnings may stand; empty where there are none
     * @throws ProposalRefused when it has errors or unreasoned warnings, has no purpose, changes nothing, or is proposed
     */
    public Proposal propose(Viewer viewer, long number, String purpose, String reason) {
        access.requireDesigns(viewer);
        ModelFiles files = files(viewer, number);
        List<Finding> findings = requireProposable(files, purpose, reason);
        Proposal proposed = Objects.requireNonNull(transaction.execute(running -> {
            Proposal draft = table.lock(number).orElseThrow(() -> new NoSuchProposal(number));
            if (draft.state() != State.DRAFT || !draft.madeBy().equals(viewer.user())) {
                throw new ProposalRefused(Reason.DECIDED);
            }
            Instant at = clock.instant();
            table.propose(number, sets.current(), at, purpose, reason);
            Proposal proposal = table.find(number).orElseThrow();
            ledger.add(ModelLedger.Kind.PROPOSED, at, actor(viewer), body(proposal, findings));
            runs.ask(viewer, proposal);
            return proposal;
        }));
        runs.wake();
        return proposed;
    }

    private static Map<String, Object> body(Proposal proposal, List<Finding> findings) {
        return Map.of(
                "proposal", proposal.number(),
                "digest", proposal.digest(),
                "base", proposal.base(),
                "purpose", proposal.purpose(),
                "reason", proposal.reason(),
                "warnings", findings.stream().map(Finding::rule).sorted().toList());
    }

    private List<Finding> requireProposable(ModelFiles files, String purpose, String reason) {
        List<Finding> findings = check.check(files);
        requireProposable(findings, purpose, reason);
        if (files.digest().equals(new ModelFiles(sets.files(sets.current())).digest())) {
            throw new ProposalRefused(Reason.NOTHING_CHANGED);
        }
        return findings;
    }

    private static void requireProposable(List<Finding> findings, String purpose, String reason) {
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new ProposalRefused(Reason.ERRORS, findings);
        }
        if (!findings.isEmpty() && reason.isBlank()) {
            throw new ProposalRefused(Reason.WARNINGS_WITHOUT_REASON, findings);
        }
        if (purpose.isBlank()) {
            throw new ProposalRefused(Reason.WITHOUT_PURPOSE);
        }
    }

    /**
     * Puts a proposal in force: cases that begin from now on go by it, and open ones by what they began under.
     *
     * @throws ProposalRefused when the same person proposed it, it is decided, another set was deployed since, or its stories
     *     are still being run, could not be run, or do not hold without a reason
     */
    public Proposal approve(Viewer viewer, long number, String note) {
        return decide(viewer, number, note, State.DEPLOYED);
    }

    /** @throws ProposalRefused when it is decided */
    public Proposal refuse(Viewer viewer, long number, String note) {
        return decide(viewer, number, note, State.REFUSED);
    }

    private Proposal decide(Viewer viewer, long number, String note, State state) {
        access.requireDesigns(viewer);
        return Objects.requireNonNull(transaction.execute(running -> {
            Proposal proposal = table.lock(number).orElseThrow(() -> new NoSuchProposal(number));
            if (proposal.state() != State.OPEN) {
                throw new ProposalRefused(Reason.DECIDED);
            }
            String deployment = state == State.DEPLOYED ? deploy(viewer, proposal) : null;
            Instant at = clock.instant();
            table.decide(number, state, at, viewer.user(), note, deployment);
            record(viewer, proposal, note, deployment, at);
            return table.find(number).orElseThrow();
        }));
    }

    private String deploy(Viewer viewer, Proposal proposal) {
        if (proposal.madeBy().equals(viewer.user())) {
            throw new ProposalRefused(Reason.OWN_PROPOSAL);
        }
        if (!proposal.base().equals(sets.current())) {
            throw new ProposalRefused(Reason.OVERTAKEN);
        }
        runs.requireApprovable(proposal.number());
        return sets.deploy(files(viewer, proposal.number()).byPath());
    }

    private void record(Viewer viewer, Proposal proposal, String note, @Nullable String deployment, Instant at) {
        Map<String, Object> what = Map.of("proposal", proposal.number(), "digest", proposal.digest(), "note", note);
        if (deployment == null) {
            ledger.add(ModelLedger.Kind.REFUSED, at, actor(viewer), what);
        } else {
            Map<String, Object> whole = new TreeMap<>(what);
            whole.put("deployment", deployment);
            whole.put("version", sets.all().get(0).version());
            ledger.add(ModelLedger.Kind.DEPLOYED, at, actor(viewer), whole);
        }
    }

    private static Actor actor(Viewer viewer) {
        return new Actor(viewer.user(), viewer.role(), viewer.agency());
    }
}
