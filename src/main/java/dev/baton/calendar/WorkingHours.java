package dev.baton.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * From when to when people work on a working day, in the team's zone.
 *
 * @param until midnight is that at the end of the day
 */
public record WorkingHours(LocalTime from, LocalTime until) {

    public static final WorkingHours WHOLE_DAY = new WorkingHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private static final Pattern WRITTEN = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    public WorkingHours {
        if (minutes(from, until) <= 0) {
            throw new IllegalArgumentException("A working day ends after it begins: write it as in 09:00-17:00.");
        }
    }

    /**
     * Reads what is written as in {@code 09:00-17:00}.
     *
     * @throws IllegalArgumentException with a sentence, for anything else
     */
    public static WorkingHours of(String text) {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw notHours();
        }
        try {
            return new WorkingHours(LocalTime.parse(written.group(1)), end(written.group(2)));
        } catch (DateTimeParseException noTime) {
            throw notHours();
        }
    }

    private static LocalTime end(String time) {
        return time.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(time);
    }

    private static IllegalArgumentException notHours() {
        return new IllegalArgumentException(
                "Write from when to when people work, with a day of at most 24 hours, as in 09:00-17:00.");
    }

    Instant begin(LocalDate day, ZoneId zone) {
        return day.atTime(from).atZone(zone).toInstant();
    }

    Instant end(LocalDate day, ZoneId zone) {
        return until.equals(LocalTime.MIDNIGHT)
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(until).atZone(zone).toInstant();
    }

    /** The working time that a deadline's time stands for: 24 hours are one working day. */
    Duration worked(Duration deadline) {
        return scaled(deadline, minutes(from, until), MINUTES_OF_A_DAY);
    }

    /** The deadline's time that working time stands for: one working day is 24 hours. */
    Duration counted(Duration worked) {
        return scaled(worked, MINUTES_OF_A_DAY, minutes(from, until));
    }

    private static Duration scaled(Duration time, long by, long of) {
        return by == of ? time : time.multipliedBy(by).dividedBy(of);
    }

    private static long minutes(LocalTime from, LocalTime until) {
        var end = until.equals(LocalTime.MIDNIGHT) ? MINUTES_OF_A_DAY : until.toSecondOfDay() / 60;
        return (long) end - from.toSecondOfDay() / 60;
    }
}
