package dev.baton.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The strategy is another one now. */
record StrategyChangeRequest(
        @Schema(
                description = "What changes, and why; at most 2,000 characters",
                example = "The competitor has launched first, so we lead with the price.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String reason) {}
