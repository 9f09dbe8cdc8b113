package cymru.diogelu.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.access.Viewer;
import java.nio.file.Path;
import java.util.Set;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class AcceptedRequestsTests {

    private static final Viewer VIEWER = new Viewer("front-door.W06000015", "front-door", "W06000015", Set.of());

    @TempDir
    private Path folder;

    @Test
    void findsWhatItRememberedWithoutAFaultInTheDatabasesTraceFile() {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:" + folder.resolve("diogelu"), "sa", "");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V3__procedures.sql")).execute(pool);
        AcceptedRequests requests = new AcceptedRequests(JdbcClient.create(pool));

        requests.remember("task 1", VIEWER, "front-door.W06000015", "f1", "receipt");

        assertThat(requests.find("task 1")).hasValueSatisfying(found -> {
            assertThat(found.offeredTo()).isEqualTo("front-door.W06000015");
            assertThat(found.sameAs(VIEWER, "f1")).isTrue();
        });
        pool.dispose();
        assertThat(folder).isDirectoryContaining("glob:**/diogelu.mv.db").isDirectoryNotContaining("glob:**.trace.db");
    }
}
