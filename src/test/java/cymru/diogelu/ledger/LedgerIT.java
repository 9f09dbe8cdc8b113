package cymru.diogelu.ledger;

import cymru.diogelu.database.Databases;

class LedgerIT extends LedgerContract {

    private static final LedgerFixture FIXTURE = new LedgerFixture(Databases.postgres());

    LedgerIT() {
        super(FIXTURE);
    }
}
