package dev.baton.absence;

import dev.baton.people.Deputy;
import java.util.List;

/** Who acts for somebody, and the tasks that have changed hands for it so far. */
public record Absence(Deputy deputy, List<MovedTask> moved) {

    public Absence {
        moved = List.copyOf(moved);
    }
}
