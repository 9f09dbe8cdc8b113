package cymru.diogelu.ledger;

import cymru.diogelu.database.Databases;

class ConcurrencyIT extends ConcurrencyContract {

    ConcurrencyIT() {
        super(new LedgerFixture(Databases.postgres()));
    }
}
