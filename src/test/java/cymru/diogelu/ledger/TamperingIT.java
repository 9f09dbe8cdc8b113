package cymru.diogelu.ledger;

import cymru.diogelu.database.Databases;

class TamperingIT extends TamperingContract {

    private static final LedgerFixture FIXTURE = new LedgerFixture(Databases.postgres());

    TamperingIT() {
        super(FIXTURE);
    }

    @Override
    void unguard(LedgerFixture fixture) {
        fixture.jdbc.execute("ALTER TABLE ledger_entry DISABLE TRIGGER ALL");
        fixture.jdbc.execute("ALTER TABLE ledger_chain DISABLE TRIGGER ALL");
    }

    @Override
    String bytes(String hex) {
        return "decode('" + hex + "', 'hex')";
    }
}
