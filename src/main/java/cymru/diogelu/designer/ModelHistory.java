package cymru.diogelu.designer;

import cymru.diogelu.access.ModelAccess;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.procedures.ModelSets;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which sets of models were ever in force, and the record of how they came to be; begins with the packaged set. */
@Component
public class ModelHistory implements SmartInitializingSingleton {

    private static final int NEWEST = 500;

    private final ModelAccess access;
    private final ModelSets sets;
    private final ModelLedger ledger;
    private final ServiceClock clock;
    private final TransactionTemplate transaction;

    ModelHistory(
            ModelAccess access,
            ModelSets sets,
            ModelLedger ledger,
            ServiceClock clock,
            PlatformTransactionManager transactions) {
        this.access = access;
        this.sets = sets;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The record, and whether it is as it was written. */
    public record Told(boolean intact, List<Entry> entries) {}

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(running -> {
            if (ledger.entries(0, 1).isEmpty()) {
                String deployment = sets.current();
                String digest = new ModelFiles(sets.files(deployment)).digest();
                ledger.add(
                        ModelLedger.Kind.PACKAGED,
                        clock.instant(),
                        Actor.SYSTEM,
                        Map.of("deployment", deployment, "digest", digest));
            }
        });
    }

    /** The sets that were ever deployed; the first is in force. */
    public List<ModelSets.Deployed> deployed(Viewer viewer) {
        access.requireReads(viewer);
        return sets.all();
    }

    public Told record(Viewer viewer) {
        access.requireReads(viewer);
        return new Told(ledger.verification().sound(), ledger.entries(0, NEWEST));
    }
}
