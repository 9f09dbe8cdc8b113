package cymru.diogelu.designer;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.procedures.ModelSets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks through the runs that were asked for, one at a time and beside the service, and keeps what each has found. */
@Component
class BookWalker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BookWalker.class);
    private static final int LONGEST_FAULT = 2_000;

    private final BookRunTable table;
    private final ScenarioProcess process;
    private final ScenarioBooks books;
    private final ProposalTable proposals;
    private final ModelSets sets;
    private final ModelLedger ledger;
    private final ServiceClock clock;
    private final TransactionTemplate transaction;
    private final ExecutorService one = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "scenarios");
        thread.setDaemon(true);
        return thread;
    });

    BookWalker(
            BookRunTable table,
            ScenarioProcess process,
            ScenarioBooks books,
            ProposalTable proposals,
            ModelSets sets,
            ModelLedger ledger,
            ServiceClock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.process = process;
        this.books = books;
        this.proposals = proposals;
        this.sets = sets;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What was asked for before the service ended is run now; a command that only opens the data runs nothing. */
    @EventListener(WebServerInitializedEvent.class)
    void wake() {
        one.execute(this::walkAll);
    }

    /** A process that runs ends with its thread; it is begun anew when the service starts. */
    @Override
    public void destroy() {
        one.shutdownNow();
    }

    private void walkAll() {
        for (List<BookRun> waiting = table.running(); !waiting.isEmpty(); waiting = table.running()) {
            try {
                walk(waiting.get(0));
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void walk(BookRun run) throws InterruptedException {
        try {
            ScenarioReport report =
                    process.run(models(run), book(run), run.only(), told -> table.told(run.number(), told));
            transaction.executeWithoutResult(running -> keep(run, report));
        } catch (ChildRun.NotRun why) {
            transaction.executeWithoutResult(running -> fail(run, String.valueOf(why.getMessage())));
        } catch (RuntimeException fault) {
            LOG.error("the stories of run {} could not be run", run.number(), fault);
            transaction.executeWithoutResult(running -> fail(run, String.valueOf(fault.getMessage())));
        }
    }

    ModelFiles models(BookRun run) {
        Long proposal = run.proposal();
        if (proposal == null) {
            return new ModelFiles(sets.files(run.deployment()));
        }
        try {
            return ModelFiles.ofZip(proposals.files(proposal).orElseThrow(() -> new NoSuchProposal(proposal)));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private ScenarioFiles book(BookRun run) {
        return proposal(run).map(books::of).orElseGet(() -> books.of(run.deployment()));
    }

    private Optional<Proposal> proposal(BookRun run) {
        Long number = run.proposal();
        return number == null ? Optional.empty() : proposals.find(number);
    }

    private void keep(BookRun run, ScenarioReport report) {
        Instant at = clock.instant();
        table.done(run.number(), at, report);
        record(
                run,
                at,
                Map.of(
                        "stories", report.stories().size(),
                        "broken", report.broken().size(),
                        "dropped", run.dropped(),
                        "untried", report.untried().size(),
                        "brokenStories",
                                report.broken().stream().map(ToldStory::file).toList()));
    }

    private void fail(BookRun run, String fault) {
        Instant at = clock.instant();
        table.failed(run.number(), at, fault.substring(0, Math.min(LONGEST_FAULT, fault.length())));
        record(run, at, Map.of("failed", true));
    }

    /** Only what was proposed has a place in the record of the models. */
    private void record(BookRun run, Instant at, Map<String, Object> found) {
        proposal(run).ifPresent(proposal -> {
            Map<String, Object> body = new TreeMap<>(found);
            body.put("proposal", proposal.number());
            body.put("digest", proposal.digest());
            body.put("run", run.number());
            boolean failed = body.containsKey("failed");
            ledger.add(
                    failed ? ModelLedger.Kind.SCENARIOS_NOT_RUN : ModelLedger.Kind.SCENARIOS, at, Actor.SYSTEM, body);
        });
    }
}
