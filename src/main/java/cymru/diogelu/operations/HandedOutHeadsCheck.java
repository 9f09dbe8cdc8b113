package cymru.diogelu.operations;

import cymru.diogelu.ledger.HandedOutHeads;
import cymru.diogelu.ledger.HandedOutHeads.Agreement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Says at start when the ledger is not the one whose head was handed out last: somebody rewrote it or put an older state
 * back. The service starts all the same, since children have to be protected meanwhile.
 */
@Component
class HandedOutHeadsCheck implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(HandedOutHeadsCheck.class);

    private final HandedOutHeads heads;

    HandedOutHeadsCheck(HandedOutHeads heads) {
        this.heads = heads;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        heads.compared(1).stream()
                .filter(newest -> newest.agreement() != Agreement.SAME)
                .forEach(newest -> LOG.error(
                        "THE RECORD IS NOT THE ONE THAT WAS SEALED ({}). Handed out was: {}. Keep this database as it is,"
                                + " and compare it with backups and with copies of the handed-out heads.",
                        newest.agreement(),
                        newest.line()));
    }
}
