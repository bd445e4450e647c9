package dev.baton.web;

import dev.baton.journal.Handoff;
import dev.baton.journal.Status;
import dev.baton.packages.GateJudged;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One handoff in a list. Moments are UTC. */
record HandoffSummary(
        @Schema(description = "The business key", example = "year-end-drive-2027")
        String id,

        @Schema(example = "our-campaign-handoff") String model,
        int modelVersion,
        @Schema(example = "Year-end giving drive") String campaign,
        @Nullable LocalDate launchDate,
        @Schema(example = "in review") String status,
        Instant statusSince,

        @Schema(description = "How it ended; absent while it runs", example = "ended") @Nullable
        String outcome,

        @Schema(
                description = "What the latest gate found, 0 to 100; absent before the first",
                minimum = "0",
                maximum = "100")
        @Nullable
        Integer completenessPercent,

        @Schema(description = "Role to user id") Map<String, String> team,
        Instant startedAt,
        String startedBy,
        @Nullable Instant endedAt,

        @Schema(description = "Where it stands in full", example = "/api/handoffs/year-end-drive-2027")
        String link) {

    static HandoffSummary of(Handoff handoff, boolean suspended, @Nullable GateJudged verdict) {
        return new HandoffSummary(
                handoff.id(),
                handoff.model(),
                handoff.modelVersion(),
                handoff.campaign(),
                handoff.launchDate(),
                (suspended ? Status.SUSPENDED : handoff.status()).label(),
                handoff.statusSince(),
                handoff.outcome(),
                verdict == null ? null : verdict.completenessPercent(),
                handoff.team(),
                handoff.startedAt(),
                handoff.startedBy(),
                handoff.endedAt(),
                Links.handoff(handoff.id()));
    }
}
