package cymru.diogelu.ledger;

import cymru.diogelu.database.Databases;

class LedgerTests extends LedgerContract {

    private static final LedgerFixture FIXTURE = new LedgerFixture(Databases.h2());

    LedgerTests() {
        super(FIXTURE);
    }
}
