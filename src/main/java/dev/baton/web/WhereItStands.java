package dev.baton.web;

import dev.baton.handoff.OpenTask;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a handoff stands: who holds it, since when, until when, and what is missing. Moments are UTC. */
record WhereItStands(
        @Schema(description = "The business key", example = "year-end-drive-2027")
        String id,

        @Schema(example = "our-campaign-handoff") String model,
        int modelVersion,
        @Schema(example = "Year-end giving drive") String campaign,
        @Nullable String complexity,
        @Nullable String executionParty,
        @Nullable LocalDate launchDate,

        @Schema(description = "The day the receiver of a single transfer needs it") @Nullable
        LocalDate needBy,

        @Schema(description = "Which checklist holds", example = "email") @Nullable
        String campaignType,

        @Schema(description = "Which contract a single transfer fulfils", example = "strategy-to-creative") @Nullable
        String contract,

        @Schema(description = "Who answers for the handoff as a whole", example = "ruth") @Nullable
        String accountable,

        @Schema(
                example = "in review",
                allowableValues = {
                    "draft",
                    "incomplete",
                    "waiting for receiver",
                    "clarifying",
                    "accepted",
                    "in work",
                    "in review",
                    "approved",
                    "advanced unreviewed",
                    "held",
                    "launched",
                    "suspended",
                    "ended",
                    "cancelled"
                })
        String status,

        @Schema(
                description = "Of a suspended handoff: where it goes on when operations activate it",
                example = "in review")
        @Nullable
        String goesOnAs,

        Instant statusSince,

        @Schema(description = "How it ended; absent while it runs", example = "ended") @Nullable
        String outcome,

        @Schema(description = "The open tasks; none when it is over")
        List<Holder> holders,

        @Schema(description = "The earliest due date of the open tasks") @Nullable
        Instant nextDue,

        @Schema(
                description = "What the latest gate found, 0 to 100; absent before the first",
                minimum = "0",
                maximum = "100")
        @Nullable
        Integer completenessPercent,

        @Schema(description = "What the latest gate judged; absent before the first") @Nullable
        Judgement judgement,

        @Schema(description = "What the latest gate missed; absent before the first") @Nullable
        List<GapView> gaps,

        @Schema(description = "The spoken decisions that count: both sides have confirmed them")
        List<DecisionView> decisions,

        @Schema(description = "Role to user id", example = "{\"execution-owner\": \"ben\"}")
        Map<String, String> team,

        @Schema(description = "Who is responsible, consulted and informed, and the one who is accountable")
        Map<String, Object> raci,

        @Schema(description = "What the start of the model was told besides")
        Map<String, Object> answers,

        @Schema(
                description = "The handoff that this one is a branch of; absent for those outside",
                example = "spring-launch-2027")
        @Nullable
        String branchOf,

        @Schema(
                description =
                        "The handoffs that it has opened within itself, one with each partner; none for those outside")
        List<String> branches,

        @Schema(description = "Questions that receivers have asked so far")
        int clarifications,

        Instant startedAt,
        String startedBy,
        @Nullable Instant endedAt,
        Links links) {

    /** One open task and who has to do it. */
    record Holder(
            @Schema(example = "Review the brief: Year-end giving drive")
            String task,

            @Schema(description = "Its id in the diagram", example = "review_text")
            String node,

            @Schema(description = "For the engine's own REST")
            String taskId,

            @Schema(description = "Who holds it; absent while a whole group may take it", example = "maria") @Nullable
            String assignee,

            @Schema(description = "The roles that may take it", example = "manager")
            List<String> groups,

            Instant since,
            @Nullable Instant due,

            @Schema(description = "Takes no answer until operations activate the handoff")
            boolean suspended) {

        static Holder of(OpenTask task) {
            return new Holder(
                    task.name(),
                    task.node(),
                    task.id(),
                    task.assignee(),
                    task.groups(),
                    task.since(),
                    task.due(),
                    task.suspended());
        }
    }

    /** When a gate judged, by which contract, and which versions. */
    record Judgement(
            @Schema(example = "documentation-complete") String contract,
            Instant at,
            boolean complete,
            @Schema(example = "contracts:1 requirements:3") String rules,

            @Schema(description = "Package to version", example = "{\"strategyBrief\": 2}")
            Map<String, Integer> versions) {}
}
