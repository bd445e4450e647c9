package dev.baton.tables;

import dev.baton.journal.SearchedCampaign;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A new, empty database per call, holding Baton's tables without the engine's. */
public final class Tables {

    private Tables() {}

    public static DataSource onH2() {
        return migrated(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    }

    public static DataSource onPostgres() {
        String name = "baton_" + UUID.randomUUID().toString().replace('-', '_');
        JdbcClient.create(Server.POSTGRES.getPostgresDatabase())
                .sql("create database %s template template0 encoding 'UTF8' locale 'C'".formatted(name))
                .update();
        return migrated(Server.POSTGRES.getDatabase("postgres", name));
    }

    private static DataSource migrated(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .javaMigrationClassProvider(List::of)
                .javaMigrations(new SearchedCampaign())
                .load()
                .migrate();
        return database;
    }

    /** Started when the first test asks; it stops with the JVM. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
