package cymru.diogelu.designer;

import cymru.diogelu.access.ModelAccess;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.designer.ProposalRefused.Reason;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.ModelCheck;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.Severity;
import cymru.diogelu.procedures.ModelSets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The sandboxes of the designers: one each, few at a time, and none that nobody has used for a while. */
@Component
public class Sandboxes implements DisposableBean {

    private static final int MOST = 3;

    private final ModelAccess access;
    private final ModelDesk desk;
    private final ModelCheck check;
    private final ModelSets sets;
    private final ScenarioBooks books;
    private final ChildProgram program;
    private final long idleNanos;
    private final Map<String, Kept> byUser = new HashMap<>();
    private final ExecutorService starting = Executors.newSingleThreadExecutor(Sandboxes::thread);
    private final ScheduledExecutorService sweeping = Executors.newSingleThreadScheduledExecutor(Sandboxes::thread);

    Sandboxes(
            ModelAccess access,
            ModelDesk desk,
            ModelCheck check,
            ModelSets sets,
            ScenarioBooks books,
            ChildProgram program,
            @Value("${diogelu.sandbox.idle:PT30M}") Duration idle) {
        this.access = access;
        this.desk = desk;
        this.check = check;
        this.sets = sets;
        this.books = books;
        this.program = program;
        this.idleNanos = idle.toNanos();
        sweeping.scheduleWithFixedDelay(this::endIdle, 1, 1, TimeUnit.MINUTES);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sandboxes");
        thread.setDaemon(true);
        return thread;
    }

    private record Kept(@Nullable Long proposal, CompletableFuture<Sandbox> sandbox, long usedNanos) {

        Kept used() {
            return new Kept(proposal, sandbox, System.nanoTime());
        }

        boolean ended() {
            return sandbox.isCompletedExceptionally()
                    || (sandbox.isDone() && sandbox.join().ended());
        }

        void end() {
            sandbox.thenAccept(Sandbox::close);
        }
    }

    /**
     * Starts a sandbox in the place of the one that this designer had.
     *
     * @param proposal the proposed set to walk on; absent for the one in force
     * @param at the instant that its clock shows at first
     * @throws ProposalRefused when the set has errors, or too many sandboxes are in use
     */
    public void start(Viewer viewer, @Nullable Long proposal, OffsetDateTime at) {
        access.requireDesigns(viewer);
        ModelFiles models = proposal == null ? new ModelFiles(sets.files(sets.current())) : sound(viewer, proposal);
        ScenarioFiles book = proposal == null
                ? books.inForce()
                : books.of(desk.find(viewer, proposal).orElseThrow(() -> new NoSuchProposal(proposal)));
        synchronized (byUser) {
            end(viewer);
            byUser.values().removeIf(Kept::ended);
            if (byUser.size() >= MOST) {
                throw new ProposalRefused(Reason.SANDBOXES_IN_USE);
            }
            CompletableFuture<Sandbox> sandbox =
                    CompletableFuture.supplyAsync(() -> Sandbox.start(program, models, book, at.toString()), starting);
            byUser.put(viewer.user(), new Kept(proposal, sandbox, System.nanoTime()));
        }
    }

    private ModelFiles sound(Viewer viewer, long proposal) {
        ModelFiles files = desk.files(viewer, proposal);
        List<Finding> findings = check.check(files);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new ProposalRefused(Reason.ERRORS, findings);
        }
        return files;
    }

    /** Where the sandbox of a designer stands. */
    public enum State {
        NONE,
        STARTING,
        FAILED,
        READY
    }

    public State state(Viewer viewer) {
        access.requireDesigns(viewer);
        synchronized (byUser) {
            Kept kept = byUser.get(viewer.user());
            if (kept == null) {
                return State.NONE;
            }
            if (!kept.sandbox().isDone()) {
                return State.STARTING;
            }
            return kept.ended() ? State.FAILED : State.READY;
        }
    }

    /** The sandbox of this designer, which they use now; empty where there is none that can be used. */
    public Optional<Sandbox> use(Viewer viewer) {
        access.requireDesigns(viewer);
        synchronized (byUser) {
            return Optional.ofNullable(byUser.computeIfPresent(viewer.user(), (user, kept) -> kept.used()))
                    .filter(kept -> kept.sandbox().isDone() && !kept.ended())
                    .map(kept -> kept.sandbox().join());
        }
    }

    /** Ends the sandbox of this designer, and with it the case that was walked in it. */
    public void end(Viewer viewer) {
        access.requireDesigns(viewer);
        synchronized (byUser) {
            Kept kept = byUser.remove(viewer.user());
            if (kept != null) {
                kept.end();
            }
        }
    }

    private void endIdle() {
        synchronized (byUser) {
            byUser.values().removeIf(kept -> {
                boolean idle = System.nanoTime() - kept.usedNanos() > idleNanos;
                if (idle) {
                    kept.end();
                }
                return idle;
            });
        }
    }

    @Override
    public void destroy() {
        sweeping.shutdownNow();
        starting.shutdownNow();
        synchronized (byUser) {
            byUser.values().forEach(Kept::end);
            byUser.clear();
        }
    }
}
