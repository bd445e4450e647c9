package dev.baton.web;

import dev.baton.absence.Absence;
import dev.baton.absence.MovedTask;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A deputy who was just named. */
record NamedDeputy(
        DeputyView deputy,

        @Schema(description = "The open tasks that the deputy has got at once, where the first day is today")
        List<MovedTask> moved) {

    NamedDeputy {
        moved = List.copyOf(moved);
    }

    static NamedDeputy of(Absence absence) {
        return new NamedDeputy(DeputyView.of(absence.deputy()), absence.moved());
    }
}
