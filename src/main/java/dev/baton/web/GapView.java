package dev.baton.web;

import dev.baton.contract.Gap;
import dev.baton.contract.Requirement;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One required answer that is not there yet. */
record GapView(
        @Schema(example = "strategyBrief") String packageName,
        @Schema(example = "objective") String field,
        @Schema(example = "What is the objective?") String label,

        @Schema(
                description = "missing, placeholder (TBD, n/a, …), rule-not-met or wrong-type",
                example = "missing",
                allowableValues = {"missing", "placeholder", "rule-not-met", "wrong-type"})
        String problem,

        @Schema(description = "What is wrong and what a good answer looks like")
        String message,

        @Schema(description = "What is at risk while it is open") @Nullable
        String risk,

        @Schema(description = "Why it is asked") @Nullable String reason,

        @Schema(description = "Who fills it", example = "strategist") @Nullable
        String filledBy,

        @Schema(description = "A good answer") @Nullable String example) {

    static GapView of(Gap gap) {
        return new GapView(
                gap.packageName(),
                gap.field(),
                gap.label(),
                gap.problem().key(),
                gap.message() + " " + gap.goodAnswer(),
                gap.risk(),
                gap.reason(),
                gap.filledBy(),
                gap.example());
    }

    /** A gap that a gate has recorded by name, in the words of today's table where the table still has it. */
    static GapView of(String packageName, String field, String problem, Optional<Requirement> asked) {
        var word = word(problem);
        return asked.map(requirement -> new GapView(
                        packageName,
                        field,
                        requirement.label(),
                        word,
                        "“%s” %s. %s".formatted(requirement.label(), fault(word), requirement.goodAnswer()),
                        requirement.risk(),
                        requirement.reason(),
                        requirement.filledBy(),
                        requirement.example()))
                .orElseGet(() -> new GapView(
                        packageName,
                        field,
                        field,
                        word,
                        "“%s” was open when the gate judged; it is no longer asked.".formatted(field),
                        null,
                        null,
                        null,
                        null));
    }

    private static String fault(String word) {
        return switch (word) {
            case "missing" -> "is missing";
            case "placeholder" -> "holds a placeholder";
            case "wrong-type" -> "is not in the form that is asked for";
            default -> "is not a good answer yet";
        };
    }

    private static String word(String problem) {
        return problem.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
