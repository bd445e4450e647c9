package dev.baton.web;

import dev.baton.absence.MovedTask;
import java.util.List;

/** The open tasks that have changed hands. */
record MovedTasks(List<MovedTask> moved) {

    MovedTasks {
        moved = List.copyOf(moved);
    }
}
