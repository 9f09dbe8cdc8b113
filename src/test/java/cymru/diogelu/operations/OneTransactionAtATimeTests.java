package cymru.diogelu.operations;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.database.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class OneTransactionAtATimeTests {

    private final DataSource database = new OneTransactionAtATime(Databases.h2());
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final Thread other = new Thread(this::otherWork);

    @AfterEach
    void end() throws InterruptedException {
        other.join();
    }

    private void otherWork() {
        transaction.executeWithoutResult(status -> order.add("second"));
    }

    @Test
    void letsTheNextTransactionBeginWhenTheFirstIsOver() throws InterruptedException {
        transaction.executeWithoutResult(status -> {
            startOther();
            order.add("first");
        });
        other.join();
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void letsTheNextTransactionBeginWhenTheFirstIsRolledBack() throws InterruptedException {
        transaction.executeWithoutResult(status -> {
            startOther();
            order.add("first");
            status.setRollbackOnly();
        });
        other.join();
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void letsTheNextTransactionBeginWhenAConnectionIsClosedAsItIs() throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            startOther();
            order.add("first");
        }
        other.join();
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void letsASingleStatementWaitForTheTransactionOfAnother() throws InterruptedException {
        Thread reader = new Thread(() -> {
            jdbc.queryForObject("SELECT 1", Integer.class);
            order.add("second");
        });
        transaction.executeWithoutResult(status -> {
            start(reader);
            order.add("first");
        });
        reader.join();
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void runsATransactionWithinAnother() {
        var inner = new TransactionTemplate(new JdbcTransactionManager(database));
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        Integer one =
                transaction.execute(status -> inner.execute(within -> jdbc.queryForObject("SELECT 1", Integer.class)));
        assertThat(one).isEqualTo(1);
    }

    private void startOther() {
        start(other);
    }

    /** Returns when the thread waits for its turn. */
    private static void start(Thread thread) {
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(thread.isAlive()).isTrue();
            Thread.onSpinWait();
        }
    }
}
