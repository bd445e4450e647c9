package dev.baton.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody is asked to look at work in progress. */
record ReviewRequest(
        @Schema(
                description = "What they should look at, at most 2,000 characters",
                example = "Does the second headline still carry the key message?",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String question,

        @Schema(description = "The web address of the work", example = "https://drive.example.com/draft-v1") @Nullable
        String link,

        @Schema(description = "Key of the role that looks at it; `partner` where it is left out", example = "partner")
        @Nullable
        String role) {}
