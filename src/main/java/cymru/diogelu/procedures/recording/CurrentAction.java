package cymru.diogelu.procedures.recording;

import cymru.diogelu.ledger.Actor;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who acts, and the one instant at which everything in a transaction happens: a submission, the step it causes and the
 * dates it sets all carry the same moment, so that a limit and its record can never differ by a tick.
 */
@Component
public class CurrentAction {

    private final Clock clock;

    CurrentAction(Clock clock) {
        this.clock = clock;
    }

    /** Says who acts in the current transaction; without it the service itself acts, as when a limit passes. */
    public void by(Actor actor) {
        bound().actor = actor;
    }

    public Actor actor() {
        return bound().actor;
    }

    public Instant at() {
        return bound().at;
    }

    /** Lets exactly this task be completed in the current transaction. */
    public void permitCompletion(String taskId) {
        bound().permittedTask = taskId;
    }

    boolean permits(String taskId) {
        return taskId.equals(bound().permittedTask);
    }

    private Bound bound() {
        Bound bound = (Bound) TransactionSynchronizationManager.getResource(this);
        return bound != null ? bound : bind();
    }

    private Bound bind() {
        Bound bound = new Bound(clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(CurrentAction.this);
            }
        });
        TransactionSynchronizationManager.bindResource(this, bound);
        return bound;
    }

    private static final class Bound {

        private final Instant at;
        private Actor actor = Actor.SYSTEM;
        private @Nullable String permittedTask;

        Bound(Instant at) {
            this.at = at;
        }
    }
}
