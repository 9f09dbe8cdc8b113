package cymru.diogelu.cases;

import cymru.diogelu.database.Databases;
import javax.sql.DataSource;

class CasesIT extends CasesContract {

    private static final DataSource DATABASE = Databases.postgres();

    CasesIT() {
        super(DATABASE);
    }
}
