package dev.baton.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the database again and again, on a connection of its own, whether it is there. While it is not, whoever needs it is
 * told so at once; statements that wait for an answer are ended.
 */
public final class DatabaseWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration SLOW = Duration.ofMillis(1500);

    /** Something that failed this long after the last loss failed of it. */
    private static final Duration AFTERMATH = Duration.ofSeconds(5);

    private static final int SECONDS_FOR_ANSWER = 2;

    /** The drivers' names for it; H2 knows none of them, and needs none. */
    private static final String SECONDS_FOR_CONNECTION = "1";

    private volatile boolean known;
    private volatile boolean away;
    private volatile boolean asking;
    private volatile long askedAt = System.nanoTime();
    private volatile long answeredAt = System.nanoTime();
    private volatile long lostAt = System.nanoTime() - AFTERMATH.toNanos();
    private volatile boolean closed;

    /** Whether the database was there and is not at this moment. */
    public boolean isAway() {
        return known && (away || (asking && System.nanoTime() - askedAt > SLOW.toNanos()));
    }

    /** Whether something that has just failed can have failed because the database is or was away. */
    public boolean hasBeenAway() {
        var now = System.nanoTime();
        while (!isAway() && answeredAt - now < 0 && System.nanoTime() - now < SLOW.toNanos()) {
            LockSupport.parkNanos(PAUSE.toNanos() / 10);
        }
        return isAway() || System.nanoTime() - lostAt < AFTERMATH.toNanos();
    }

    void start(HikariDataSource pool, Runnable lost) {
        var thread = new Thread(() -> watch(pool, lost), "database-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch(HikariDataSource pool, Runnable lost) {
        var connection = (Connection) null;
        while (!closed) {
            connection = ask(pool, connection);
            if (connection == null && known) {
                if (!away) {
                    LOG.warn("The database does not answer: requests are refused until it does.");
                }
                away = true;
                lost.run();
            } else if (connection != null) {
                if (away) {
                    LOG.info("The database answers again.");
                }
                known = true;
                away = false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        close(connection);
    }

    /** The connection that has answered, a new one where the old one is broken; none where there is no answer. */
    private @Nullable Connection ask(HikariDataSource pool, @Nullable Connection connection) {
        askedAt = System.nanoTime();
        asking = true;
        try {
            if (connection != null && connection.isValid(SECONDS_FOR_ANSWER)) {
                answeredAt = System.nanoTime();
                return connection;
            }
            if (known) {
                lostAt = System.nanoTime();
            }
            close(connection);
            var opened = open(pool);
            answeredAt = System.nanoTime();
            return opened;
        } catch (SQLException noAnswer) {
            LOG.debug("No answer", noAnswer);
            return null;
        } finally {
            asking = false;
        }
    }

    private static Connection open(HikariDataSource pool) throws SQLException {
        var properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        if (pool.getUsername() != null) {
            properties.setProperty("user", pool.getUsername());
        }
        if (pool.getPassword() != null) {
            properties.setProperty("password", pool.getPassword());
        }
        if (DataSources.isPostgreSql(pool)) {
            properties.setProperty("loginTimeout", SECONDS_FOR_CONNECTION);
            properties.setProperty("connectTimeout", SECONDS_FOR_CONNECTION);
            properties.setProperty("ApplicationName", "Baton watch");
        }
        return DriverManager.getConnection(pool.getJdbcUrl(), properties);
    }

    /** In a hang it would wait for the database to say goodbye. */
    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException gone) {
                LOG.debug("It was closed already", gone);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
