package cymru.diogelu.trace.statistics;

import cymru.diogelu.ledger.ChainEnd;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.trace.Conformance;
import cymru.diogelu.trace.statistics.CountedTables.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what was counted in step with the record: cases whose record has grown are read again and their rows replaced.
 * Several nodes may count at once; whoever has read less gives way.
 */
@Component
class Counting {

    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);
    private static final int PAGE = 1_000;

    private final Ledger ledger;
    private final CountedTables tables;
    private final Conformance conformance;
    private final TransactionTemplate transaction;

    Counting(Ledger ledger, CountedTables tables, Conformance conformance, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.tables = tables;
        this.conformance = conformance;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Counts the cases that are behind their record.
     *
     * @param most at most so many, so that nobody waits long for an answer
     * @return how many are behind still
     */
    int catchUp(int most) {
        int behind = 0;
        int uncounted = 0;
        List<ChainEnd> ends = ledger.ends("", PAGE);
        while (!ends.isEmpty()) {
            String last = ends.get(ends.size() - 1).caseReference();
            Map<String, Progress> counted = tables.progress(ends.get(0).caseReference(), last);
            for (ChainEnd end : ends) {
                Progress progress = counted.get(end.caseReference());
                if (progress == null || progress.behind(end.seq())) {
                    behind++;
                    if (behind <= most && !counts(end.caseReference())) {
                        uncounted++;
                    }
                }
            }
            ends = ledger.ends(last, PAGE);
        }
        return Math.max(0, behind - most) + uncounted;
    }

    /** One case that cannot be counted keeps nobody from the numbers of all others; it is told as behind. */
    private boolean counts(String reference) {
        try {
            count(reference);
            return true;
        } catch (RuntimeException fault) {
            LOG.error("case {} cannot be counted: {}", reference, fault.toString());
            return false;
        }
    }

    private void count(String reference) {
        CaseCount count = new CaseCount(reference);
        ledger.forEach(reference, count::add);
        CountedCase counted = count.counted(ledger.verify(reference).sound(), conformance);
        try {
            transaction.executeWithoutResult(running -> store(counted));
        } catch (DuplicateKeyException other) {
            LOG.debug("another node counted {} first", reference);
        }
    }

    private void store(CountedCase counted) {
        Optional<Progress> before = tables.hold(counted.reference());
        if (before.isEmpty()) {
            tables.insert(counted);
        } else if (before.get().behind(counted.throughSeq())) {
            if (counted.keysDestroyed()) {
                tables.keep(counted.reference(), counted.throughSeq());
            } else {
                tables.replace(counted);
            }
        }
    }
}
