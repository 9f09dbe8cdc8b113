package cymru.diogelu.procedures;

import cymru.diogelu.deadlines.ServiceClock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * Moves the one clock and runs what falls due on the way, each limit and reminder at its own instant and in order, as
 * it would have run had the time really passed.
 */
@Component
public class DueWork {

    private final ManagementService managementService;
    private final ServiceClock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    DueWork(ManagementService managementService, ServiceClock clock) {
        this.managementService = managementService;
        this.clock = clock;
    }

    /**
     * Moves the clock forward and answers when all that fell due until then has run.
     *
     * @return how many limits and reminders ran
     * @throws IllegalArgumentException when {@code target} lies before now
     */
    public int advanceTo(Instant target) {
        oneAtATime.lock();
        try {
            if (target.isBefore(clock.instant())) {
                throw new IllegalArgumentException("the clock moves forward only");
            }
            int ran = runUntil(target);
            clock.reach(target);
            return ran;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Runs what is due now. */
    public int runDue() {
        oneAtATime.lock();
        try {
            return runUntil(clock.instant());
        } finally {
            oneAtATime.unlock();
        }
    }

    private int runUntil(Instant target) {
        int ran = 0;
        for (Optional<Job> due = next(target); due.isPresent(); due = next(target)) {
            clock.reach(due.get().getDuedate().toInstant());
            ran += run(due.get());
        }
        return ran;
    }

    private Optional<Job> next(Instant until) {
        return managementService
                .createJobQuery()
                .timers()
                .withRetriesLeft()
                .duedateLowerThan(java.util.Date.from(until.plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .orderByJobId()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }

    /** A step that was completed at the same moment takes its timer with it; then there is nothing left to run. */
    private int run(Job job) {
        try {
            managementService.executeJob(job.getId());
            return 1;
        } catch (OptimisticLockingException completedMeanwhile) {
            return 0;
        }
    }
}
