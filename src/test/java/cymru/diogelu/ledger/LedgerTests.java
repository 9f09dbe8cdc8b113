package cymru.diogelu.ledger;

import cymru.diogelu.database.Databases;

class LedgerTests extends LedgerContract {

    LedgerTests() {
        super(Databases.h2());
    }
}
