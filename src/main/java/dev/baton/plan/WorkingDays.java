package dev.baton.plan;

import java.time.LocalDate;

/** The days on which somebody works. */
@FunctionalInterface
interface WorkingDays {

    boolean include(LocalDate day);

    /** These days without those on which somebody is away. */
    default WorkingDays without(WorkingDays away) {
        return day -> include(day) && !away.include(day);
    }
}
