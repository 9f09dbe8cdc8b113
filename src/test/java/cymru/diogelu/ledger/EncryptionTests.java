package cymru.diogelu.ledger;

import cymru.diogelu.database.Databases;
import javax.sql.DataSource;

class EncryptionTests extends EncryptionContract {

    private static final DataSource DATABASE = Databases.h2();

    EncryptionTests() {
        super(DATABASE);
    }

    @Override
    DataSource fresh() {
        return Databases.h2();
    }

    @Override
    void unguard(LedgerFixture guarded) {
        // H2 guards nothing.
    }
}
