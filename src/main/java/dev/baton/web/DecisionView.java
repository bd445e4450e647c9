package dev.baton.web;

import dev.baton.spokendecision.SpokenDecision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A spoken decision and whether it counts. Moments are UTC. */
record DecisionView(
        String id,

        @Schema(description = "As it was last put to the other side", example = "We launch without the second teaser.")
        String wording,

        @Schema(example = "maria") String enteredBy,
        Instant enteredAt,

        @Schema(description = "The other side", example = "tom")
        String spokenWith,

        @Schema(description = "The day of the conversation") LocalDate spokenOn,

        @Schema(description = "A package, or a field of one", example = "executionBrief.deliverables") @Nullable
        String about,

        @Schema(
                description = "Only what is confirmed counts; it never does by silence",
                allowableValues = {"entered", "confirmed", "disputed", "dropped"})
        String state,

        @Schema(description = "Since when; of a confirmed decision: when it was confirmed")
        Instant since,

        @Schema(description = "What the other side says was really agreed, or why it was dropped") @Nullable
        String said) {

    static DecisionView of(SpokenDecision decision) {
        return new DecisionView(
                decision.id(),
                decision.wording(),
                decision.enteredBy(),
                decision.enteredAt(),
                decision.spokenWith(),
                decision.spokenOn(),
                decision.about(),
                decision.state().key(),
                decision.since(),
                decision.said());
    }
}
