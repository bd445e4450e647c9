package dev.baton.web;

import dev.baton.spokendecision.NewSpokenDecision;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What two people of a handoff have decided in a conversation. */
record DecisionRequest(
        @Schema(
                description = "In words that somebody who was not there understands, at most 2,000 characters",
                example = "We launch without the second teaser email.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String wording,

        @Schema(
                description = "User id of the other side, who takes part in the handoff and has to confirm it",
                example = "tom",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String spokenWith,

        @Schema(
                description = "The day of the conversation, in the team's time zone",
                example = "2027-03-01",
                format = "date",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String spokenOn,

        @Schema(
                description = "The package, or the field of one, that it is about",
                example = "executionBrief.deliverables")
        @Nullable
        String about) {

    NewSpokenDecision toEnter() {
        return new NewSpokenDecision(wording, spokenWith, spokenOn, about);
    }
}
