package dev.baton.camunda;

import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/**
 * The first migration: the engine's tables, made by the create scripts that the engine itself ships. Flyway owns them
 * from here on; the engine never changes its schema.
 */
@Component
class EngineTables implements JavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws Exception {
        var connection = context.getConnection();
        var product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        var database = product.contains("postgres") ? "postgres" : "h2";
        var scripts = new ResourceDatabasePopulator();
        PARTS.forEach(part -> scripts.addScript(new ClassPathResource(
                "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql".formatted(database, part))));
        scripts.execute(new SingleConnectionDataSource(connection, true));
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "engine 7.24";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return 724;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
