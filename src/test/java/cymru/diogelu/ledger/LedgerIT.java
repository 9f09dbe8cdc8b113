package cymru.diogelu.ledger;

import cymru.diogelu.database.Databases;

class LedgerIT extends LedgerContract {

    LedgerIT() {
        super(Databases.postgres());
    }
}
