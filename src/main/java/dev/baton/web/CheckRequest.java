package dev.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Packages to judge as a gate would. */
record CheckRequest(
        @Schema(
                description = "simple, medium (when left out) or high",
                example = "medium",
                allowableValues = {"simple", "medium", "high"})
        @Nullable
        String complexity,

        @Schema(
                description = "internal (when left out), or external: people outside the company need every answer",
                example = "internal",
                allowableValues = {"internal", "external"})
        @Nullable
        String executionParty,

        @Schema(description = "Selects a checklist: email, social, paid, web or event", example = "email") @Nullable
        String campaignType,

        @Schema(
                description = "The launch date of the handoff, which the days in the packages are held against",
                example = "2027-03-15",
                format = "date")
        @Nullable
        String launchDate,

        @Schema(
                description = "Package name to document; other packages than the contract's own may come along,"
                        + " to be inherited from and compared with",
                example = "{\"strategyBrief\": {\"objective\": \"TBD\"}}")
        @Nullable
        Map<String, JsonNode> packages) {}
