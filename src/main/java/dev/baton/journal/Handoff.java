package dev.baton.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The summary of one handoff: what was agreed, where it stands, since when, and what its KPIs need. The id is the business
 * key.
 *
 * @param completenessPercent of the latest gate; 0 before the first
 * @param outcome how it ended, in the words of its diagram; none while it runs
 * @param clarifications questions asked so far
 * @param clarificationWaitSeconds time from question to answer, added up
 * @param sentBack returned by quality, rejected, or decided so that the work goes back: how often
 */
public record Handoff(
        String id,
        String model,
        int modelVersion,
        HandoffFacts facts,
        Status status,
        @Nullable String outcome,
        int completenessPercent,
        Instant startedAt,
        String startedBy,
        Instant statusSince,
        Instant lastEventAt,
        @Nullable Instant endedAt,
        String processInstanceId,
        int clarifications,
        long clarificationWaitSeconds,
        int sentBack) {

    /** A handoff as it starts: a draft, nothing judged, nothing counted. */
    public static Handoff started(
            String id,
            String model,
            int modelVersion,
            HandoffFacts facts,
            Instant startedAt,
            String startedBy,
            String processInstanceId) {
        return new Handoff(
                id,
                model,
                modelVersion,
                facts,
                Status.DRAFT,
                null,
                0,
                startedAt,
                startedBy,
                startedAt,
                startedAt,
                null,
                processInstanceId,
                0,
                0,
                0);
    }

    public String campaign() {
        return facts.campaign();
    }

    public @Nullable String complexity() {
        return facts.complexity();
    }

    public @Nullable String executionParty() {
        return facts.executionParty();
    }

    public @Nullable LocalDate launchDate() {
        return facts.launchDate();
    }

    /** Role key to user id. */
    public Map<String, String> team() {
        return facts.team();
    }

    /** Whether it still runs. */
    public boolean open() {
        return endedAt == null;
    }
}
