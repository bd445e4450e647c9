package dev.baton.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link Problems} answers with, for the description of the API. */
@Schema(description = "What went wrong, and what to do about it (RFC 9457)")
record Problem(
        @Schema(description = "Stable: a program can rely on it", example = "urn:baton:problem:invalid")
        String type,

        @Schema(example = "The request is not acceptable as it is")
        String title,

        @Schema(example = "400") int status,
        @Schema(description = "A sentence for a person") String detail,

        @Schema(description = "The path that was asked", example = "/api/handoffs") @Nullable
        String instance,

        @Schema(description = "What is wrong, one by one") @Nullable
        List<WrongField> errors) {

    /** One field, query parameter or header that is wrong. */
    record WrongField(
            @Schema(description = "As it was sent; body: the body as a whole", example = "launchDate")
            String field,

            @Schema(
                    description = "What to do about it",
                    example = "The launch date 2020-01-01 is in the past: give today or a later day.")
            String message) {}
}
