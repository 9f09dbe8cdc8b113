package cymru.diogelu.ledger;

import cymru.diogelu.database.Databases;

class ConcurrencyTests extends ConcurrencyContract {

    ConcurrencyTests() {
        super(new LedgerFixture(Databases.h2()));
    }
}
