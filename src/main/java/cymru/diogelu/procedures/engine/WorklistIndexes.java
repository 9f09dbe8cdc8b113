package cymru.diogelu.procedures.engine;

import java.sql.DatabaseMetaData;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Indexes on the engine's table of open tasks, so that a worklist is read in its order and a case's tasks are found by
 * the case, however many tasks there are. The engine makes its tables itself, after our own scripts have run.
 */
@Component
class WorklistIndexes implements InitializingBean {

    private final JdbcTemplate jdbc;

    /** @param engine makes the table first */
    WorklistIndexes(JdbcTemplate jdbc, ProcessEngine engine) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() throws MetaDataAccessException {
        jdbc.execute("CREATE INDEX IF NOT EXISTS dgl_task_worklist ON ACT_RU_TASK (OWNER_, DUE_DATE_, ID_)");
        jdbc.execute("CREATE INDEX IF NOT EXISTS dgl_task_taken ON ACT_RU_TASK (OWNER_, ASSIGNEE_, DUE_DATE_, ID_)");
        jdbc.execute("CREATE INDEX IF NOT EXISTS dgl_task_case ON ACT_RU_TASK (DESCRIPTION_%s)".formatted(byPrefix()));
    }

    /** PostgreSQL finds the beginning of a text by an index only when told to compare byte by byte. */
    private String byPrefix() throws MetaDataAccessException {
        String database = JdbcUtils.extractDatabaseMetaData(
                java.util.Objects.requireNonNull(jdbc.getDataSource()), DatabaseMetaData::getDatabaseProductName);
        return database.equals("PostgreSQL") ? " varchar_pattern_ops" : "";
    }
}
