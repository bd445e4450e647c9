package dev.baton.web;

import dev.baton.absence.NewDeputy;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who acts for somebody who is away. */
record DeputyRequest(
        @Schema(
                description = "User id of who acts meanwhile",
                example = "ben",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String deputy,

        @Schema(
                description = "The first day, in the team's time zone: today or later",
                example = "2027-03-01",
                format = "date",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String firstDay,

        @Schema(
                description = "The last day; it counts. At most a year from today",
                example = "2027-03-12",
                format = "date",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String lastDay) {

    NewDeputy toName() {
        return new NewDeputy(deputy, firstDay, lastDay);
    }
}
