package cymru.diogelu.trace.statistics;

import cymru.diogelu.database.Databases;

class CountingIT extends CountingContract {

    CountingIT() {
        super(Databases.postgres());
    }
}
