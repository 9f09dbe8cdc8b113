package cymru.diogelu.access;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.ChainKind;
import cymru.diogelu.ledger.Happening;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.ledger.Subject;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes who looked at a case into its access chain, before anything of it is shown. */
@Component
class AccessRecord {

    private final Ledger ledger;
    private final ServiceClock clock;
    private final TransactionTemplate transaction;

    AccessRecord(Ledger ledger, ServiceClock clock, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param details what else there is to know, such as what was searched for */
    void add(Viewer viewer, String caseReference, Look look, Map<String, String> details) {
        Actor actor = new Actor(viewer.user(), viewer.role(), viewer.agency());
        Map<String, String> body = new TreeMap<>(details);
        body.put("what", look.what());
        transaction.executeWithoutResult(running -> ledger.append(
                ChainKind.ACCESS,
                new Happening(caseReference, clock.instant(), actor, look.kind(), Subject.CASE, body)));
    }
}
