package dev.baton.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The new deadline of an open task. */
record DeadlineRequest(
        @Schema(description = "The taskId of one of the handoff's holders", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String task,

        @Schema(
                description = "Until when; a moment with its offset",
                example = "2027-03-31T17:00:00Z",
                format = "date-time",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String due,

        @Schema(
                description = "One sentence for the record",
                example = "Legal is at a fair until Thursday.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String reason) {

    @Nullable
    Instant moment() {
        if (due == null || due.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(due.strip()).toInstant();
        } catch (DateTimeException notAMoment) {
            throw Refused.field(
                    "due",
                    "\"%s\" is no moment: write it with its offset, such as 2027-03-31T17:00:00Z.".formatted(due));
        }
    }
}
