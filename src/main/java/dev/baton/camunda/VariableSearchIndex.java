package dev.baton.camunda;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An index on the engine's tables for whoever searches tasks by a variable of their handoff, such as its campaign: without
 * it H2 reads every variable of that name once per task.
 */
@Component
class VariableSearchIndex implements JavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        try (var statement = context.getConnection().createStatement()) {
            statement.execute(
                    "create index baton_variable_search on act_ru_variable (proc_inst_id_, name_, task_id_, type_)");
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("9");
    }

    @Override
    public String getDescription() {
        return "search by variable";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
