package dev.baton.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a handoff is stopped. */
record CancelRequest(
        @Schema(
                description = "One sentence for the journal, at most 1,000 characters",
                example = "The client has postponed the campaign.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String reason) {

    private static final int LONGEST = 1000;

    String why() {
        if (reason == null || reason.isBlank()) {
            throw Refused.field("reason", "Say in a sentence why the handoff is stopped: the journal keeps it.");
        }
        if (reason.length() > LONGEST) {
            throw Refused.field("reason", "\"reason\" is longer than 1,000 characters: one sentence is enough.");
        }
        return reason.strip();
    }
}
