package dev.baton.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Working days with their numbers: 0 is the first from the origin on, -1 the last before it. Each day is looked at once, so
 * that counting them costs nothing more.
 */
final class NumberedDays {

    /** Nobody is away for longer, or does not work here any more. */
    private static final int MOST_FREE_DAYS = 3660;

    private final LocalDate origin;
    private final Direction ahead;
    private final Direction behind;

    NumberedDays(WorkingDays days, LocalDate origin) {
        this.origin = origin;
        this.ahead = new Direction(days, origin, 1);
        this.behind = new Direction(days, origin.minusDays(1), -1);
    }

    /** The so-many-th of these days from a day on, itself included; for none the day before. */
    LocalDate last(LocalDate from, int number) {
        return number == 0 ? from.minusDays(1) : day(number(from) + number - 1);
    }

    /** The so-many-th of these days back from a day, itself included; for none the day after. */
    LocalDate first(LocalDate until, int number) {
        return number == 0 ? until.plusDays(1) : day(number(until.plusDays(1)) - number);
    }

    /** How many of these days lie between two, the first included, the second not; negative where that is earlier. */
    int between(LocalDate from, LocalDate to) {
        return number(to) - number(from);
    }

    private LocalDate day(int number) {
        return number >= 0 ? ahead.worked(number) : behind.worked(-1 - number);
    }

    /** The number of the first working day that is not before this day. */
    private int number(LocalDate day) {
        var distance = Math.toIntExact(day.toEpochDay() - origin.toEpochDay());
        return distance >= 0 ? ahead.count(distance) : -behind.count(-distance);
    }

    /** The days from one on, in one direction, as far as somebody has asked. */
    private static final class Direction {

        private final WorkingDays days;
        private final int step;
        private final List<LocalDate> worked = new ArrayList<>();
        private final List<Integer> counts = new ArrayList<>(List.of(0));
        private LocalDate next;
        private int free;

        Direction(WorkingDays days, LocalDate next, int step) {
            this.days = days;
            this.next = next;
            this.step = step;
        }

        LocalDate worked(int number) {
            while (worked.size() <= number) {
                look();
            }
            return worked.get(number);
        }

        /** How many of the first days are worked on. */
        int count(int first) {
            while (counts.size() <= first) {
                look();
            }
            return counts.get(first);
        }

        private void look() {
            if (days.include(next)) {
                worked.add(next);
                free = 0;
            } else if (++free > MOST_FREE_DAYS) {
                throw new NobodyWorks(next.minusDays((free - 1L) * step));
            }
            counts.add(worked.size());
            next = next.plusDays(step);
        }
    }
}
