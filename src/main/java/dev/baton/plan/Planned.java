package dev.baton.plan;

import dev.baton.journal.JournalEvent;
import java.util.List;

/**
 * The handoff was planned backward from its launch: for the first time, with other facts, or because a stage came earlier
 * or later than planned.
 *
 * @param launchDate year-month-day
 * @param feasible whether everything can be done by then
 * @param earliestLaunchDate the first day on which it can
 * @param moved the stages whose work is asked for on another day than before: `stage`, `name`, `from`, `to`, and `days`
 *     later in the calendar, below zero where it is earlier
 */
public record Planned(String launchDate, boolean feasible, String earliestLaunchDate, List<Moved> moved)
        implements JournalEvent {

    public Planned {
        moved = List.copyOf(moved);
    }

    /** One stage, as it was and as it is now. */
    public record Moved(String stage, String name, String from, String to, long days) {}
}
