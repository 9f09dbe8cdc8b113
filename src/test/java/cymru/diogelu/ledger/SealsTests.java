package cymru.diogelu.ledger;

import cymru.diogelu.database.Databases;

class SealsTests extends SealsContract {

    @Override
    LedgerFixture fresh() {
        return new LedgerFixture(Databases.h2());
    }

    @Override
    void unguard(LedgerFixture fixture) {
        // H2 guards nothing.
    }
}
