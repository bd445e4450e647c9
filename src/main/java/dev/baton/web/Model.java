package dev.baton.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A kind of handoff that can be started. */
record Model(
        @Schema(example = "our-campaign-handoff") String key,
        @Schema(example = "Documentation-first handoff") String name,

        @Schema(description = "Of the diagram; new handoffs run on it", example = "3")
        int version,

        @Schema(description = "What it is for, in the words of its diagram")
        String purpose,

        @Schema(description = "What its start form asks, in order; packages come on top")
        List<Question> startFields) {}
