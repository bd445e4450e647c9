package dev.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changes of what was agreed, for the description of the API; what is left out stays, null takes it away. */
@Schema(description = "What is left out stays; null takes away what is not needed")
record FactsRequest(
        @Schema(
                description = "One sentence for the record",
                example = "The venue is free only a week later.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String reason,

        @Schema(example = "Year-end giving drive", nullable = true) @Nullable
        String campaign,

        @Schema(
                description = "The day the audience sees it, in the team's time zone",
                example = "2027-12-07",
                format = "date",
                nullable = true)
        @Nullable
        String launchDate,

        @Schema(
                description = "The day the receiver of a single transfer needs it",
                example = "2027-11-15",
                format = "date",
                nullable = true)
        @Nullable
        String needBy,

        @Schema(description = "Who answers for the handoff as a whole", example = "ruth", nullable = true) @Nullable
        String accountable,

        @Schema(
                description = "Role to user id, null for a role that its group takes; the roles left out stay",
                example = "{\"execution-owner\": \"ben\"}",
                nullable = true)
        @Nullable
        Map<String, String> team,

        @Schema(description = "Replaces who is responsible, consulted, informed and accountable", nullable = true)
        @Nullable
        Map<String, JsonNode> raci,

        @Schema(
                allowableValues = {"simple", "medium", "high"},
                nullable = true)
        @Nullable
        String complexity,

        @Schema(
                allowableValues = {"internal", "external"},
                nullable = true)
        @Nullable
        String executionParty,

        @Schema(
                description = "Selects a checklist",
                allowableValues = {"email", "social", "paid", "web", "event"},
                nullable = true)
        @Nullable
        String campaignType) {}
