package cymru.diogelu.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what is sent to the database, a batch as one. While nobody counts, connections are handed out as they are, so
 * that counting costs no measured window anything.
 */
final class StatementCount extends DelegatingDataSource {

    private final Map<String, LongAdder> sent = new ConcurrentHashMap<>();
    private volatile boolean counting;

    StatementCount(DataSource target) {
        super(target);
    }

    void begin() {
        sent.clear();
        counting = true;
    }

    /** How often each statement was sent since {@link #begin}. */
    Map<String, Long> end() {
        counting = false;
        Map<String, Long> counts = new TreeMap<>();
        sent.forEach((sql, count) -> counts.put(sql, count.sum()));
        return counts;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return counting ? counted(connection) : connection;
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("commit")) {
                count("COMMIT");
            }
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement
                    ? counted(statement, String.valueOf(arguments == null ? "" : arguments[0]))
                    : result;
        });
    }

    private PreparedStatement counted(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                count(sql);
            }
            return call(statement, method, arguments);
        });
    }

    private void count(String sql) {
        sent.computeIfAbsent(sql.replaceAll("\\s+", " ").strip(), key -> new LongAdder())
                .increment();
    }

    private static @Nullable Object call(
            Object target, java.lang.reflect.Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
