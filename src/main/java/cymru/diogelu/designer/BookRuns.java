package cymru.diogelu.designer;

import cymru.diogelu.access.ModelAccess;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.designer.BookRun.State;
import cymru.diogelu.designer.ProposalRefused.Reason;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.procedures.ModelSets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The runs of the scenario book on proposed sets and on the one in force. A proposed set whose stories are not all as they
 * are told, or that leaves stories out, goes into force only with a written reason of whoever proposes it.
 */
@Component
public class BookRuns {

    /** Runs on the set in force that are kept to be looked at, and that may wait. */
    private static final int KEPT = 30;

    private static final int MOST_WAITING = 5;

    private final ModelAccess access;
    private final BookRunTable table;
    private final BookWalker walker;
    private final ScenarioBooks books;
    private final ProposalTable proposals;
    private final ModelSets sets;
    private final ModelLedger ledger;
    private final ServiceClock clock;
    private final TransactionTemplate transaction;

    BookRuns(
            ModelAccess access,
            BookRunTable table,
            BookWalker walker,
            ScenarioBooks books,
            ProposalTable proposals,
            ModelSets sets,
            ModelLedger ledger,
            ServiceClock clock,
            PlatformTransactionManager transactions) {
        this.access = access;
        this.table = table;
        this.walker = walker;
        this.books = books;
        this.proposals = proposals;
        this.sets = sets;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The newest run on a proposed set; empty while it is not proposed. */
    public Optional<BookRun> ofProposal(Viewer viewer, long proposal) {
        access.requireReads(viewer);
        return table.newestOfProposal(proposal);
    }

    /** The runs on the set in force, the newest first. */
    public List<BookRun> inForce(Viewer viewer) {
        access.requireReads(viewer);
        return table.ofDeployment(sets.current(), KEPT);
    }

    public Optional<BookRun> find(Viewer viewer, long number) {
        access.requireReads(viewer);
        return table.find(number);
    }

    /** What a run has found; empty while it runs, and where it could not be run. */
    public Optional<ScenarioReport> report(Viewer viewer, long number) {
        access.requireReads(viewer);
        return table.report(number);
    }

    /** The stories of the book in force, in its order. */
    public List<BookStory> stories(Viewer viewer) {
        access.requireReads(viewer);
        return new ScenarioBook(books.inForce())
                .scenarios().stream().map(BookStory::of).toList();
    }

    /**
     * What of the book in force a proposed set has replaced by its own: the paths of files that it left out or wrote anew.
     *
     * @param added the files that are new
     */
    public record OwnBook(List<String> dropped, List<String> changed, List<String> added) {}

    /** Empty where a set came without stories of its own. */
    public Optional<OwnBook> ownBook(Viewer viewer, Proposal proposal) {
        access.requireReads(viewer);
        ScenarioFiles own = books.own(proposal.number());
        if (own.isEmpty()) {
            return Optional.empty();
        }
        ScenarioFiles before = books.of(proposal.base());
        return Optional.of(new OwnBook(own.without(before), own.unlike(before), before.without(own)));
    }

    /** The models that a run is about. */
    public ModelFiles models(Viewer viewer, BookRun run) {
        access.requireReads(viewer);
        return walker.models(run);
    }

    /**
     * Runs the book on the set in force.
     *
     * @param only one story, by its path in the book; absent for all
     * @return the run that was asked for; where the same one waits already, that one
     * @throws ProposalRefused when too many wait
     */
    public BookRun start(Viewer viewer, @Nullable String only) {
        access.requireDesigns(viewer);
        String deployment = sets.current();
        List<BookRun> waiting =
                table.running().stream().filter(run -> run.proposal() == null).toList();
        Optional<BookRun> same = waiting.stream()
                .filter(run -> run.deployment().equals(deployment) && Objects.equals(run.only(), only))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        if (waiting.size() >= MOST_WAITING) {
            throw new ProposalRefused(Reason.STORIES_RUNNING);
        }
        table.forgetAllBut(KEPT);
        int stories =
                only == null ? new ScenarioBook(books.inForce()).scenarios().size() : 1;
        long number = table.add(asked(viewer, null, deployment, only, stories, 0));
        walker.wake();
        return table.find(number).orElseThrow();
    }

    /**
     * Runs the book on a proposed set once more, such as when it could not be run.
     *
     * @throws ProposalRefused when it is being run, or the proposal is decided
     */
    public BookRun again(Viewer viewer, long proposal) {
        access.requireDesigns(viewer);
        BookRun run = Objects.requireNonNull(transaction.execute(running -> {
            Proposal open = open(proposal);
            if (table.newestOfProposal(proposal).filter(BookRun::running).isPresent()) {
                throw new ProposalRefused(Reason.STORIES_RUNNING);
            }
            return ask(viewer, open);
        }));
        walker.wake();
        return run;
    }

    /** Asks for a run inside the caller's transaction; {@link #wake} begins with it when that has ended. */
    BookRun ask(Viewer viewer, Proposal proposal) {
        ScenarioFiles own = books.own(proposal.number());
        int dropped = own.isEmpty()
                ? 0
                : (int) own.without(books.of(proposal.base())).stream()
                        .filter(ScenarioBook::isStory)
                        .count();
        int stories = (int) books.of(proposal).byPath().keySet().stream()
                .filter(ScenarioBook::isStory)
                .count();
        long number = table.add(asked(viewer, proposal.number(), proposal.base(), null, stories, dropped));
        return table.find(number).orElseThrow();
    }

    void wake() {
        walker.wake();
    }

    private BookRun asked(
            Viewer viewer,
            @Nullable Long proposal,
            String deployment,
            @Nullable String only,
            int stories,
            int dropped) {
        return new BookRun(
                0,
                proposal,
                deployment,
                only,
                clock.instant(),
                viewer.user(),
                State.RUNNING,
                0,
                stories,
                0,
                dropped,
                null,
                null,
                null,
                null);
    }

    /**
     * Says why a proposed set may go into force with stories that do not hold or are left out.
     *
     * @throws ProposalRefused when nothing is said, somebody else proposed it, or nothing has to be said
     */
    public void explain(Viewer viewer, long proposal, String reason) {
        access.requireDesigns(viewer);
        if (reason.isBlank()) {
            throw new ProposalRefused(Reason.STORIES_WITHOUT_REASON);
        }
        transaction.executeWithoutResult(running -> {
            Proposal open = open(proposal);
            BookRun run = table.newestOfProposal(proposal)
                    .filter(BookRun::wantsReason)
                    .orElseThrow(() -> new ProposalRefused(Reason.STORIES_RUNNING));
            if (!open.madeBy().equals(viewer.user())) {
                throw new ProposalRefused(Reason.OTHERS_PROPOSAL);
            }
            Instant at = clock.instant();
            table.explain(run.number(), reason, viewer.user());
            ledger.add(
                    ModelLedger.Kind.EXPLAINED,
                    at,
                    new Actor(viewer.user(), viewer.role(), viewer.agency()),
                    Map.of("proposal", proposal, "run", run.number(), "digest", open.digest(), "reason", reason));
        });
    }

    private Proposal open(long proposal) {
        return proposals
                .lock(proposal)
                .filter(found -> {
                    if (found.state() != Proposal.State.OPEN) {
                        throw new ProposalRefused(Reason.DECIDED);
                    }
                    return true;
                })
                .orElseThrow(() -> new NoSuchProposal(proposal));
    }

    /** @throws ProposalRefused while the stories of a proposed set bar it from going into force */
    void requireApprovable(long proposal) {
        BookRun run = table.newestOfProposal(proposal).orElseThrow(() -> new ProposalRefused(Reason.STORIES_NOT_RUN));
        if (run.running()) {
            throw new ProposalRefused(Reason.STORIES_RUNNING);
        }
        if (run.state() == State.FAILED) {
            throw new ProposalRefused(Reason.STORIES_NOT_RUN);
        }
        if (run.wantsReason() && run.reason() == null) {
            throw new ProposalRefused(Reason.STORIES_WITHOUT_REASON);
        }
    }
}
