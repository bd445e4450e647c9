package dev.baton.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The summary of one handoff: where it stands, since when, and what its KPIs need. The id is the business key.
 *
 * @param completenessPercent of the latest gate; 0 before the first
 * @param outcome how it ended, as in "launched" or "rejected"; none while it runs
 * @param team role key to user id
 * @param clarifications questions asked so far
 * @param clarificationWaitSeconds time from question to answer, added up
 * @param sentBack returned by quality, rejected, or decided with "changes": how often
 */
public record Handoff(
        String id,
        String model,
        int modelVersion,
        String campaign,
        @Nullable String complexity,
        @Nullable String executionParty,
        @Nullable LocalDate launchDate,
        Status status,
        @Nullable String outcome,
        int completenessPercent,
        Instant startedAt,
        String startedBy,
        Instant statusSince,
        Instant lastEventAt,
        @Nullable Instant endedAt,
        String processInstanceId,
        Map<String, String> team,
        int clarifications,
        long clarificationWaitSeconds,
        int sentBack) {

    public Handoff {
        team = Map.copyOf(team);
    }

    /** A handoff as it starts: a draft, nothing judged, nothing counted. */
    public static Handoff started(
            String id,
            String model,
            int modelVersion,
            String campaign,
            @Nullable String complexity,
            @Nullable String executionParty,
            @Nullable LocalDate launchDate,
            Instant startedAt,
            String startedBy,
            String processInstanceId,
            Map<String, String> team) {
        return new Handoff(
                id,
                model,
                modelVersion,
                campaign,
                complexity,
                executionParty,
                launchDate,
                Status.DRAFT,
                null,
                0,
                startedAt,
                startedBy,
                startedAt,
                startedAt,
                null,
                processInstanceId,
                team,
                0,
                0,
                0);
    }

    /** Whether it still runs. */
    public boolean open() {
        return endedAt == null;
    }
}
