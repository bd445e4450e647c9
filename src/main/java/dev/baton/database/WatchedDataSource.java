package dev.baton.database;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The pool, but for what it cannot: give no connection to a database that is away, and end those that wait for it. */
final class WatchedDataSource extends DelegatingDataSource {

    /** "Connection exception: the client cannot connect". */
    private static final String NO_CONNECTION = "08001";

    private static final Logger LOG = LoggerFactory.getLogger(WatchedDataSource.class);

    private final HikariDataSource pool;
    private final DatabaseWatch watch;
    private final Set<Connection> lent = ConcurrentHashMap.newKeySet();

    WatchedDataSource(HikariDataSource pool, DatabaseWatch watch) {
        super(pool);
        this.pool = pool;
        this.watch = watch;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (watch.isAway()) {
            throw new SQLTransientConnectionException("The database does not answer", NO_CONNECTION);
        }
        var connection = pool.getConnection();
        lent.add(connection);
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(connection, method, arguments));
    }

    private @Nullable Object call(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("close")) {
            lent.remove(connection);
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    /** Whoever waits for an answer gets an exception; the idle ones are as broken, and the pool makes new ones. */
    void endAll() {
        for (var connection : List.copyOf(lent)) {
            lent.remove(connection);
            try {
                connection.unwrap(Connection.class).abort(Runnable::run);
            } catch (SQLException gone) {
                LOG.debug("It has ended by itself", gone);
            }
        }
        var running = pool.getHikariPoolMXBean();
        if (running != null) {
            running.softEvictConnections();
        }
    }
}
