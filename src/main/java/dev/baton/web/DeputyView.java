package dev.baton.web;

import dev.baton.people.Deputy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** Who acts for somebody, from the first to the last day; both count. */
record DeputyView(
        @Schema(description = "User id of who is away") String person,

        @Schema(description = "User id of who acts meanwhile")
        String deputy,

        LocalDate firstDay,
        LocalDate lastDay) {

    static DeputyView of(Deputy deputy) {
        return new DeputyView(deputy.person(), deputy.deputy(), deputy.from(), deputy.to());
    }
}
