package dev.baton.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A question that work waits for. */
record QuestionRequest(
        @Schema(
                description = "What has to be decided, at most 2,000 characters",
                example = "One landing page or two? Two would split the numbers.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String question,

        @Schema(
                description = "Key of the role whose question it is; `manager` where it is left out",
                example = "manager")
        @Nullable
        String role) {}
