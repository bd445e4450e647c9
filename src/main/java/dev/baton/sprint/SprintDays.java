package dev.baton.sprint;

import dev.baton.calendar.BusinessCalendar;
import dev.baton.process.Variables;
import dev.baton.shared.Refusal;
import java.time.LocalDate;

/**
 * The days of one sprint, where the team works: counted in calendar days from its start, which is day 1, and moved to the
 * next working day when they fall on a free one. Planning, check and review never share a day: the later one gives way.
 */
record SprintDays(LocalDate start, long length, BusinessCalendar calendar) {

    static final long SHORTEST = 3;
    static final long LONGEST = 60;

    SprintDays {
        if (length < SHORTEST || length > LONGEST) {
            throw Refusal.of(
                    Variables.SPRINT_LENGTH,
                    "A sprint has %d to %d days, not %d: give another length, such as 13."
                            .formatted(SHORTEST, LONGEST, length));
        }
    }

    LocalDate planning() {
        return atWork(start);
    }

    /** The day in the middle: day 7 of 13. */
    LocalDate check() {
        return atWork(later(start.plusDays((length - 1) / 2), planning().plusDays(1)));
    }

    /** The last day; execution ends when it begins. */
    LocalDate review() {
        return atWork(later(start.plusDays(length - 1), check().plusDays(1)));
    }

    /** Refuses a sprint whose review comes after the launch. */
    void demandBefore(LocalDate launch) {
        if (review().isAfter(launch)) {
            throw Refusal.of(
                    Variables.SPRINT_LENGTH,
                    "The sprint would end on %s, after the launch on %s: shorten it, start it earlier, or move the launch."
                            .formatted(review(), launch));
        }
    }

    private LocalDate atWork(LocalDate day) {
        return calendar.nextWorkingDay(day);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
