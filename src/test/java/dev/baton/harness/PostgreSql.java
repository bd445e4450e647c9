package dev.baton.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL that starts once per JVM, when the first database is asked for. */
public final class PostgreSql {

    private static @Nullable EmbeddedPostgres server;

    private PostgreSql() {}

    /** Creates an empty database; its address is for the user {@code postgres} without a password. */
    public static synchronized String create(String database) {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("fsync", "off")
                        .start();
            }
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + database);
            }
            return server.getJdbcUrl("postgres", database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL did not create " + database, e);
        }
    }
}
