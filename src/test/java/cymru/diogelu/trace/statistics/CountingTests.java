package cymru.diogelu.trace.statistics;

import cymru.diogelu.database.Databases;

class CountingTests extends CountingContract {

    CountingTests() {
        super(Databases.h2());
    }
}
