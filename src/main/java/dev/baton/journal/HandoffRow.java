package dev.baton.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How instants and summaries lie in the tables. */
final class HandoffRow {

    private HandoffRow() {}

    static Handoff read(ResultSet row, int number) throws SQLException {
        return new Handoff(
                row.getString("id"),
                row.getString("model"),
                row.getInt("model_version"),
                row.getString("campaign"),
                row.getString("complexity"),
                row.getString("execution_party"),
                row.getObject("launch_date", LocalDate.class),
                Status.of(row.getString("status")),
                row.getString("outcome"),
                row.getInt("completeness_percent"),
                instant(row, "started_at"),
                row.getString("started_by"),
                instant(row, "status_since"),
                instant(row, "last_event_at"),
                instantOrNull(row, "ended_at"),
                row.getString("process_instance_id"),
                PlainJson.names(row.getString("team")),
                row.getInt("clarifications"),
                row.getLong("clarification_wait_seconds"),
                row.getInt("sent_back"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime timestamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
