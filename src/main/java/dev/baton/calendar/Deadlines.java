package dev.baton.calendar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * When time is up, and how much of it was used, as this installation counts. Where only working time counts, 24 hours are
 * one working day: 48 hours from Friday 15:00 are over on Tuesday 15:00, be the day 24 hours long or from nine to five.
 *
 * @param hours the working hours of a working day, for {@link Counting#WORKING_HOURS}
 */
public record Deadlines(Counting counting, BusinessCalendar calendar, WorkingHours hours) {

    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);

    /**
     * The moment when the time is up.
     *
     * @throws IllegalArgumentException for more than ten years
     */
    public Instant after(Instant from, Duration time) {
        check(time);
        return isElapsed() ? from.plus(time) : working().plus(from, day().worked(time));
    }

    /**
     * The last moment at which somebody must begin to have that much time, as in a plan that is made backward.
     *
     * @throws IllegalArgumentException for more than ten years
     */
    public Instant before(Instant until, Duration time) {
        check(time);
        return isElapsed() ? until.minus(time) : working().minus(until, day().worked(time));
    }

    /** How much of somebody's time passed between two moments; none when the second is not later. */
    public Duration spent(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        return isElapsed()
                ? Duration.between(from, to)
                : day().counted(working().between(from, to));
    }

    /** As people say it: "48 hours", or "2 working days" where only working time counts. */
    public String inWords(Duration time) {
        var number = isElapsed()
                ? String.valueOf(time.toHours())
                : BigDecimal.valueOf(time.toHours())
                        .divide(HOURS_OF_A_DAY, 1, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString();
        return "%s %s%s".formatted(number, isElapsed() ? "hour" : "working day", number.equals("1") ? "" : "s");
    }

    private static void check(Duration time) {
        if (time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A deadline lies at most ten years away, not " + time + ".");
        }
    }

    private boolean isElapsed() {
        return counting == Counting.ELAPSED;
    }

    private WorkingTime working() {
        return new WorkingTime(calendar, day());
    }

    private WorkingHours day() {
        return counting == Counting.WORKING_HOURS ? hours : WorkingHours.WHOLE_DAY;
    }
}
