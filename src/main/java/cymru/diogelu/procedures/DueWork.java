package cymru.diogelu.procedures;

import cymru.diogelu.deadlines.ServiceClock;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves the one clock and runs what falls due on the way, each limit and reminder at its own instant and in order, as
 * it would have run had the time really passed. A timer that fails is logged, tried again later and holds up no other.
 */
@Component
public class DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);
    private static final int ATTEMPTS = 5;

    private final ManagementService managementService;
    private final RuntimeService runtimeService;
    private final ServiceClock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    DueWork(ManagementService managementService, RuntimeService runtimeService, ServiceClock clock) {
        this.managementService = managementService;
        this.runtimeService = runtimeService;
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

    /** Runs what is due now, and names in the log each timer that is not tried any more: its limit goes unwatched. */
    public int runDue() {
        oneAtATime.lock();
        try {
            int ran = runUntil(clock.instant());
            logSpent();
            return ran;
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * Runs what is due now in one procedure of one case: whoever answers a step whose limit has just passed must not be
     * quicker than the timer, or its breach would never be recorded.
     */
    void runDueOf(String processInstance) {
        managementService
                .createJobQuery()
                .timers()
                .processInstanceId(processInstance)
                .withRetriesLeft()
                .duedateLowerThan(Date.from(clock.instant().plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .list()
                .forEach(job -> run(job, new HashSet<>()));
    }

    /**
     * When the next timer of an element in a case is due; empty where none waits.
     *
     * @param process the id of the procedure that has the element
     */
    public Optional<Instant> due(String caseReference, String process, String element) {
        return managementService
                .createJobQuery()
                .timers()
                .processDefinitionKey(process)
                .activityId(element)
                .orderByJobDuedate()
                .asc()
                .list()
                .stream()
                .filter(job -> isOf(caseReference, job))
                .map(job -> job.getDuedate().toInstant())
                .findFirst();
    }

    private boolean isOf(String caseReference, Job job) {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .processInstanceBusinessKey(caseReference)
                        .count()
                > 0;
    }

    /** How many timers have failed and not run since; a test or a story that makes one fail has found a broken model. */
    public long failing() {
        return managementService.createJobQuery().timers().withException().count();
    }

    private int runUntil(Instant target) {
        int ran = 0;
        Set<String> setAside = new HashSet<>();
        for (Optional<Job> due = next(target, setAside); due.isPresent(); due = next(target, setAside)) {
            clock.reach(due.get().getDuedate().toInstant());
            ran += run(due.get(), setAside);
        }
        return ran;
    }

    private Optional<Job> next(Instant until, Set<String> setAside) {
        return managementService
                .createJobQuery()
                .timers()
                .withRetriesLeft()
                .duedateLowerThan(Date.from(until.plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .orderByJobId()
                .asc()
                .listPage(0, setAside.size() + 1)
                .stream()
                .filter(job -> !setAside.contains(job.getId()))
                .findFirst();
    }

    /** A step that was completed at the same moment takes its timer with it; then there is nothing left to run. */
    private int run(Job job, Set<String> setAside) {
        for (int attempt = 1; ; attempt++) {
            try {
                managementService.executeJob(job.getId());
                return 1;
            } catch (RuntimeException failure) {
                Optional<Job> left = find(job.getId());
                if (left.isEmpty()) {
                    return 0;
                }
                boolean untouched = untouched(job, left.get());
                if (!(failure instanceof OptimisticLockingException && untouched && attempt < ATTEMPTS)) {
                    setAsideIf(untouched, job, setAside);
                    log(job, failure);
                    return 0;
                }
            }
        }
    }

    private void logSpent() {
        managementService
                .createJobQuery()
                .timers()
                .noRetriesLeft()
                .list()
                .forEach(job -> LOG.error(
                        "timer {} of {} has used up its tries and is not run any more",
                        job.getId(),
                        job.getProcessDefinitionKey()));
    }

    private Optional<Job> find(String id) {
        return Optional.ofNullable(managementService.createJobQuery().jobId(id).singleResult());
    }

    private static boolean untouched(Job before, Job left) {
        return left.getRetries() == before.getRetries() && left.getDuedate().equals(before.getDuedate());
    }

    /** A failed timer that the engine has not put off would be the next one again, for ever. */
    private static void setAsideIf(boolean untouched, Job job, Set<String> setAside) {
        if (untouched) {
            setAside.add(job.getId());
        }
    }

    /** Without message and trace: either may quote what was answered about a child. */
    private static void log(Job job, RuntimeException failure) {
        LOG.error(
                "timer {} of {} failed: {}",
                job.getId(),
                job.getProcessDefinitionKey(),
                failure.getClass().getName());
    }
}
