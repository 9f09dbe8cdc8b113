package cymru.diogelu.procedures;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.migration.RunMigration;
import cymru.diogelu.procedures.recording.CurrentAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves open cases to another set of models, each with all procedures that it is in, or not at all. What a move would do
 * is found by doing it in a transaction that is rolled back.
 */
@Component
public class CaseMigration {

    private final RuntimeService runtimeService;
    private final RunMigration runs;
    private final DueWork dueWork;
    private final Ledger ledger;
    private final CurrentAction action;
    private final TransactionTemplate transaction;

    CaseMigration(
            RuntimeService runtimeService,
            RunMigration runs,
            DueWork dueWork,
            Ledger ledger,
            CurrentAction action,
            PlatformTransactionManager transactions) {
        this.runtimeService = runtimeService;
        this.runs = runs;
        this.dueWork = dueWork;
        this.ledger = ledger;
        this.action = action;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What would become of a case; nothing of it happens.
     *
     * @param deployment the set that the case would go on under
     * @param renamed for a step that has another id in the new set: the new id by the old
     */
    public MovedCase predict(String reference, String deployment, Map<String, String> renamed) {
        return Objects.requireNonNull(transaction.execute(trial -> {
            trial.setRollbackOnly();
            return moved(reference, deployment, renamed);
        }));
    }

    /**
     * Moves a case, and records that it was moved and by whom.
     *
     * @param deployment the set that the case goes on under
     * @param renamed for a step that has another id in the new set: the new id by the old
     * @throws CannotMove when any part of the case cannot be moved; then none is
     * @throws StaleTask when somebody worked on the case at the same moment; then nothing of it is moved either
     */
    public MovedCase move(Viewer viewer, String reference, String deployment, Map<String, String> renamed) {
        instances(reference).forEach(run -> dueWork.runDueOf(run.getId()));
        try {
            return Objects.requireNonNull(transaction.execute(running -> {
                action.by(Actors.of(viewer));
                MovedCase moved = moved(reference, deployment, renamed);
                if (!moved.possible()) {
                    throw new CannotMove(moved.obstacles());
                }
                return moved;
            }));
        } catch (OptimisticLockingException busy) {
            throw new StaleTask(StaleTask.Reason.BUSY);
        }
    }

    private MovedCase moved(String reference, String deployment, Map<String, String> renamed) {
        ledger.lock(reference);
        MovedCase moved = MovedCase.stopped(reference, List.of());
        for (ProcessInstance run : instances(reference)) {
            moved = moved.and(runs.move(reference, run, deployment, renamed));
        }
        return moved;
    }

    private List<ProcessInstance> instances(String reference) {
        return new ArrayList<>(runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .orderByProcessInstanceId()
                .asc()
                .list());
    }
}
