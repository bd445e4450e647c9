package dev.baton.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A kind of handoff that can be started. */
record Model(
        @Schema(example = "our-campaign-handoff") String key,
        @Schema(example = "Documentation-first handoff") String name,

        @Schema(description = "Of the diagram; new handoffs run on it", example = "3")
        int version,

        @Schema(description = "What it is for, in the words of its diagram")
        String purpose,

        @Schema(description = "What its start form asks, in order; packages come on top")
        List<StartField> startFields) {

    /** One question of a start form. */
    record StartField(
            @Schema(description = "Where it stands in the body of POST /api/handoffs", example = "team.executionOwner")
            String field,

            @Schema(example = "Execution owner") String label,

            @Schema(description = "The kind of input in the form", example = "textfield")
            String type,

            boolean required,

            @Schema(description = "The answers that count, where the form offers a choice", example = "simple")
            List<String> values,

            @Schema(description = "Why it is asked, with an example") @Nullable
            String why) {

        /** Whether the form only computes another field from it, as a list from what people type: that one is sent. */
        boolean feeds(String expressions) {
            var key = field.substring(field.lastIndexOf('.') + 1);
            return Pattern.compile("\\b" + Pattern.quote(key) + "\\b")
                    .matcher(expressions)
                    .find();
        }
    }
}
