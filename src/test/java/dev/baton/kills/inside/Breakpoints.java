package dev.baton.kills.inside;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Watches what goes to the database. The first transaction that writes a journal event with a breakpoint is stopped for
 * good, and a line {@code HELD event handoff} says so.
 */
final class Breakpoints implements BeanPostProcessor {

    private static final String JOURNAL = "insert into baton_journal";
    private static final int HANDOFF = 1;
    private static final int KIND = 3;
    private static final int COLUMNS = 6;

    private final Map<String, Moment> open = new ConcurrentHashMap<>();

    void set(String event, Moment moment) {
        open.put(event, moment);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Watched(database) : bean;
    }

    private final class Watched extends DelegatingDataSource {

        Watched(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return new WatchedConnection(super.getConnection()).proxy();
        }
    }

    /** A breakpoint that this connection's transaction has met. */
    private record Met(String event, String handoff, Moment moment) {}

    private final class WatchedConnection {

        private final Connection connection;
        private @Nullable Met met;

        WatchedConnection(Connection connection) {
            this.connection = connection;
        }

        Connection proxy() {
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                        if (method.getName().equals("commit")) {
                            stopIfMet(Moment.BEFORE_COMMIT);
                        }
                        var result = invoke(connection, method, arguments);
                        switch (method.getName()) {
                            case "commit" -> stopIfMet(Moment.BEFORE_ANSWER);
                            case "rollback" -> giveBack();
                            case "prepareStatement" -> {
                                if (result instanceof PreparedStatement statement
                                        && ((String) arguments[0]).startsWith(JOURNAL)) {
                                    return journal(statement);
                                }
                            }
                            default -> {}
                        }
                        return result;
                    });
        }

        private PreparedStatement journal(PreparedStatement statement) {
            var values = new HashMap<Integer, String>();
            return (PreparedStatement) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {PreparedStatement.class},
                    (self, method, arguments) -> {
                        var result = invoke(statement, method, arguments);
                        if (method.getName().startsWith("set") && arguments[0] instanceof Integer position) {
                            values.put(position, String.valueOf(arguments[1]));
                        }
                        if (method.getName().startsWith("execute")) {
                            for (var row = 0; values.containsKey(row + HANDOFF); row += COLUMNS) {
                                written(values.getOrDefault(row + KIND, ""), values.getOrDefault(row + HANDOFF, ""));
                            }
                        }
                        return result;
                    });
        }

        private void written(String event, String handoff) {
            if (met == null) {
                met = Optional.ofNullable(open.remove(event))
                        .map(moment -> new Met(event, handoff, moment))
                        .orElse(null);
                stopIfMet(Moment.WRITTEN);
            }
        }

        private void stopIfMet(Moment moment) {
            var here = met;
            if (here != null && here.moment() == moment) {
                System.out.println("HELD " + here.event() + " " + here.handoff());
                while (true) {
                    LockSupport.park(this);
                }
            }
        }

        private void giveBack() {
            var here = met;
            if (here != null) {
                open.put(here.event(), here.moment());
                met = null;
            }
        }
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
