package cymru.diogelu.ledger;

import cymru.diogelu.database.Databases;
import javax.sql.DataSource;

class EncryptionIT extends EncryptionContract {

    private static final DataSource DATABASE = Databases.postgres();

    EncryptionIT() {
        super(DATABASE);
    }

    @Override
    DataSource fresh() {
        return Databases.postgres();
    }

    @Override
    void unguard(LedgerFixture guarded) {
        guarded.jdbc.execute("ALTER TABLE ledger_entry DISABLE TRIGGER ALL");
    }
}
