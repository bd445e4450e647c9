package dev.baton.calendar;

import java.time.Duration;
import java.time.Instant;

/** When time is up, and how much of it was used, as this installation counts. */
public record Deadlines(Counting counting, BusinessCalendar calendar) {

    /** The moment when the time is up. */
    public Instant after(Instant from, Duration time) {
        return switch (counting) {
            case ELAPSED -> from.plus(time);
            case WORKING_DAYS -> calendar.plus(from, time);
        };
    }

    /** How much of somebody's time passed between two moments; none when the second is not later. */
    public Duration spent(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        return switch (counting) {
            case ELAPSED -> Duration.between(from, to);
            case WORKING_DAYS -> calendar.between(from, to);
        };
    }
}
