package cymru.diogelu.procedures.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/**
 * Puts a failed timer off for growing waits, counted on the clock of the service, until its tries are used up. A
 * collision with a submission is no failure: it leaves the timer due at its own instant.
 */
final class Retries implements FailedJobCommandFactory {

    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));

    private final Clock clock;

    Retries(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        return new PutOff(jobId, failure);
    }

    private final class PutOff extends JobRetryCmd {

        private static final long serialVersionUID = 1L;

        PutOff(String jobId, Throwable failure) {
            super(jobId, failure);
        }

        @Override
        public @Nullable Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job != null && !(exception instanceof OptimisticLockingException)) {
                putOff(job);
            }
            return null;
        }

        private void putOff(JobEntity job) {
            boolean first = job.getExceptionByteArrayId() == null && job.getExceptionMessage() == null;
            int left = first ? WAITS.size() : job.getRetries() - 1;
            logException(job);
            job.unlock();
            if (left > 0) {
                Duration wait = WAITS.get(Math.max(0, WAITS.size() - left));
                job.setDuedate(Date.from(clock.instant().plus(wait)));
            }
            job.setRetries(left);
        }
    }
}
