package dev.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One question of a form, and where the body that answers it holds the answer. */
record Question(
        @Schema(
                description = "Where its answer stands in the body, and what errors call it",
                example = "packages.strategyBrief.objective")
        String field,

        @Schema(example = "What is the objective?") String label,

        @Schema(
                description =
                        "What an answer is: a text, several (an array of texts), a table (an array of objects, or of"
                                + " texts with | between the cells), a number, a day as 2027-11-30, true or false, the value of one"
                                + " choice, or an array of them",
                allowableValues = {"text", "texts", "table", "number", "date", "boolean", "choice", "choices"})
        String type,

        @Schema(description = "Whether nothing goes on without it, unless it is hidden")
        boolean required,

        @Schema(description = "The answers that count, where there is a choice") @Nullable
        List<Choice> choices,

        @Schema(description = "The keys of a table's objects") @Nullable
        List<String> columns,

        @Schema(description = "What the server holds every answer to") @Nullable
        Rules rules,

        @Schema(
                description = "Conditions in FEEL over the answers: while one of them holds it is not asked",
                example = "[\"decision != \\\"changes\\\"\"]")
        @Nullable
        List<String> hiddenWhen,

        @Schema(description = "Why it is asked") @Nullable String why,
        @Schema(description = "A good answer") @Nullable String example,

        @Schema(description = "What stands there now; of a package in its document") @Nullable
        JsonNode value) {

    /** One answer that counts. */
    record Choice(
            @Schema(example = "medium") String value,
            @Schema(example = "Medium") String label) {}

    /** Limits of an answer. */
    record Rules(
            @Nullable Integer minLength,
            @Nullable Integer maxLength,

            @Schema(description = "A regular expression of RE2") @Nullable
            String pattern,

            @Nullable BigDecimal min,
            @Nullable BigDecimal max,

            @Schema(description = "At most so many digits after the point") @Nullable
            Integer decimalDigits) {

        boolean isEmpty() {
            return equals(new Rules(null, null, null, null, null, null));
        }
    }

    /** The same with what stands there now, and with the words that its form would show. */
    Question with(JsonNode current, @Nullable String words) {
        var known = current.isMissingNode() || current.isNull() ? null : current;
        return new Question(field, label, type, required, choices, columns, rules, hiddenWhen, words, example, known);
    }
}
