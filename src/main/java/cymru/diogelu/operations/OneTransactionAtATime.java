package cymru.diogelu.operations;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets transactions on an H2 file run one after another. H2 writes its file table by table while others go on working,
 * and a kill at that moment leaves half of what they had not committed (h2database issue 2080). A transaction within
 * another on the same thread does not wait.
 */
final class OneTransactionAtATime extends DelegatingDataSource {

    private final ReentrantLock turn = new ReentrantLock(true);

    OneTransactionAtATime(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return new InTurn(super.getConnection()).proxy();
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** A connection that holds the turn from the beginning of a transaction to its end. */
    private final class InTurn {

        private final Connection connection;
        private boolean held;

        InTurn(Connection connection) {
            this.connection = connection;
        }

        Connection proxy() {
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, this::on);
        }

        private @Nullable Object on(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            boolean begins = setsAutoCommit(method, arguments, false);
            boolean ends = method.getName().equals("close") || setsAutoCommit(method, arguments, true);
            if (begins && !held) {
                turn.lock();
                held = true;
            }
            try {
                Object result = call(connection, method, arguments);
                return result instanceof Statement statement ? inTurn(statement, method.getReturnType()) : result;
            } finally {
                if (ends && held) {
                    held = false;
                    turn.unlock();
                }
            }
        }

        private static boolean setsAutoCommit(Method method, @Nullable Object @Nullable [] arguments, boolean to) {
            return method.getName().equals("setAutoCommit")
                    && arguments != null
                    && Boolean.valueOf(to).equals(arguments[0]);
        }

        /** Outside a transaction each statement is one of its own. */
        private Object inTurn(Statement statement, Class<?> type) {
            return Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (!method.getName().startsWith("execute")) {
                            return call(statement, method, arguments);
                        }
                        turn.lock();
                        try {
                            return call(statement, method, arguments);
                        } finally {
                            turn.unlock();
                        }
                    });
        }
    }
}
