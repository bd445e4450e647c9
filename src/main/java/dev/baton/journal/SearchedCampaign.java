package dev.baton.journal;

import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Locale;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Names of campaigns as they are searched and sorted: without case. It is Java that takes the case away, for a database
 * with the locale C knows the letters of ASCII only.
 */
@Component
public class SearchedCampaign implements JavaMigration {

    /** The same text for every way to write a name in upper and lower case. */
    static String of(String campaign) {
        return Normalizer.normalize(campaign, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var alter = connection.createStatement()) {
            alter.execute("alter table baton_handoff add column campaign_searched text");
        }
        try (var read = connection.createStatement();
                var rows = read.executeQuery("select id, campaign from baton_handoff");
                var update =
                        connection.prepareStatement("update baton_handoff set campaign_searched = ? where id = ?")) {
            while (rows.next()) {
                update.setString(1, of(rows.getString("campaign")));
                update.setString(2, rows.getString("id"));
                update.addBatch();
            }
            update.executeBatch();
        }
        try (var alter = connection.createStatement()) {
            alter.execute("alter table baton_handoff alter column campaign_searched set not null");
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("10");
    }

    @Override
    public String getDescription() {
        return "searched campaign";
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
