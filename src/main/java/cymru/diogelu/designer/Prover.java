package cymru.diogelu.designer;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.ModelProofs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works out the proofs that were asked for, one set at a time and beside the service, and keeps what each has found. */
@Component
class Prover implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Prover.class);
    private static final int LONGEST_FAULT = 2_000;

    private final ProofRunTable table;
    private final ProofProcess process;
    private final ProposalTable proposals;
    private final ModelLedger ledger;
    private final ServiceClock clock;
    private final TransactionTemplate transaction;
    private final ExecutorService one = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "proofs");
        thread.setDaemon(true);
        return thread;
    });

    Prover(
            ProofRunTable table,
            ProofProcess process,
            ProposalTable proposals,
            ModelLedger ledger,
            ServiceClock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.process = process;
        this.proposals = proposals;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What was asked for before the service ended is worked out now; a command that only opens the data does nothing. */
    @EventListener(WebServerInitializedEvent.class)
    void wake() {
        one.execute(this::proveAll);
    }

    /** A process that runs ends with its thread; it is begun anew when the service starts. */
    @Override
    public void destroy() {
        one.shutdownNow();
    }

    private void proveAll() {
        for (List<ProofRun> waiting = table.running(); !waiting.isEmpty(); waiting = table.running()) {
            try {
                prove(waiting.get(0));
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void prove(ProofRun run) throws InterruptedException {
        long number = run.proposal();
        try {
            ModelProofs.Result result = process.run(files(number));
            end(number, at -> table.done(number, at, result));
        } catch (ChildRun.NotRun why) {
            end(number, at -> table.failed(number, at, shortened(why)));
        } catch (RuntimeException fault) {
            LOG.error("nothing could be proved on proposal {}", number, fault);
            end(number, at -> table.failed(number, at, shortened(fault)));
        }
    }

    private ModelFiles files(long number) {
        try {
            return ModelFiles.ofZip(proposals.files(number).orElseThrow(() -> new NoSuchProposal(number)));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static String shortened(Exception why) {
        String said = String.valueOf(why.getMessage());
        return said.substring(0, Math.min(LONGEST_FAULT, said.length()));
    }

    /** Only what was proposed has a place in the record of the models. */
    private void end(long number, Consumer<Instant> write) {
        transaction.executeWithoutResult(running -> {
            Instant at = clock.instant();
            Proposal proposal = proposals.lock(number).orElseThrow(() -> new NoSuchProposal(number));
            write.accept(at);
            if (proposal.state() == Proposal.State.OPEN) {
                record(table.find(number).orElseThrow(), at);
            }
        });
    }

    /** Writes down what an ended attempt has found; runs inside the caller's transaction. */
    void record(ProofRun run, Instant at) {
        Map<String, Object> body = new TreeMap<>(Map.of("proposal", run.proposal(), "digest", run.digest()));
        if (run.state() == ProofRun.State.FAILED) {
            ledger.add(ModelLedger.Kind.PROOFS_NOT_DONE, at, Actor.SYSTEM, body);
            return;
        }
        ModelProofs.Result result = table.result(run.proposal()).orElseThrow();
        body.putAll(Map.of(
                "proved", result.proved().size(),
                "broken", result.found().size(),
                "brokenRules",
                        result.found().stream()
                                .map(ModelProofs.Found::subject)
                                .distinct()
                                .toList(),
                "notProved", result.notProved(),
                "notSound", result.notSound(),
                "states", result.states()));
        ledger.add(ModelLedger.Kind.PROOFS, at, Actor.SYSTEM, body);
    }
}
