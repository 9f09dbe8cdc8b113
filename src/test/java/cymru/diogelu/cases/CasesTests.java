package cymru.diogelu.cases;

import cymru.diogelu.database.Databases;
import javax.sql.DataSource;

class CasesTests extends CasesContract {

    private static final DataSource DATABASE = Databases.h2();

    CasesTests() {
        super(DATABASE);
    }
}
