package dev.baton.journal;

import dev.baton.shared.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How instants and summaries lie in the tables. */
final class HandoffRow {

    private static final Logger LOG = LoggerFactory.getLogger(HandoffRow.class);

    private HandoffRow() {}

    /** @throws UnreadableHandoff where a value is none that Baton writes */
    static Handoff read(ResultSet row, int number) throws SQLException {
        try {
            return read(row);
        } catch (IllegalStateException | IllegalArgumentException | NullPointerException | InvalidSearch broken) {
            throw new UnreadableHandoff(row.getString("id"), broken);
        }
    }

    /** For lists: one that cannot be read is left out and told to operations. */
    static Optional<Handoff> readable(ResultSet row, int number) throws SQLException {
        try {
            return Optional.of(read(row, number));
        } catch (UnreadableHandoff broken) {
            LOG.error("{}", broken.getMessage(), broken);
            return Optional.empty();
        }
    }

    private static Handoff read(ResultSet row) throws SQLException {
        return new Handoff(
                row.getString("id"),
                row.getString("model"),
                row.getInt("model_version"),
                facts(row),
                Status.of(row.getString("status")),
                row.getString("outcome"),
                row.getInt("completeness_percent"),
                instant(row, "started_at"),
                row.getString("started_by"),
                instant(row, "status_since"),
                instant(row, "last_event_at"),
                instantOrNull(row, "ended_at"),
                row.getString("process_instance_id"),
                row.getInt("clarifications"),
                row.getLong("clarification_wait_seconds"),
                row.getInt("sent_back"));
    }

    private static HandoffFacts facts(ResultSet row) throws SQLException {
        return new HandoffFacts(
                row.getString("campaign"),
                row.getString("complexity"),
                row.getString("execution_party"),
                row.getString("campaign_type"),
                row.getObject("launch_date", LocalDate.class),
                row.getObject("need_by", LocalDate.class),
                row.getString("contract"),
                Json.map(row.getString("team"), String.class),
                document(row.getString("raci")),
                document(row.getString("answers")));
    }

    /** None in the rows of handoffs that started before it was kept. */
    private static Map<String, Object> document(@Nullable String json) {
        return json == null ? Map.of() : Json.map(json, Object.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime timestamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
