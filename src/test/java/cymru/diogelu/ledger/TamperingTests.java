package cymru.diogelu.ledger;

import cymru.diogelu.database.Databases;

class TamperingTests extends TamperingContract {

    private static final LedgerFixture FIXTURE = new LedgerFixture(Databases.h2());

    TamperingTests() {
        super(FIXTURE);
    }

    @Override
    void unguard(LedgerFixture fixture) {
        // H2 guards nothing.
    }

    @Override
    String bytes(String hex) {
        return "X'" + hex + "'";
    }
}
