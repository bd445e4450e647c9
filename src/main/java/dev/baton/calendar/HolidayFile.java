package dev.baton.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A team's own days off: one a line, as in {@code 2026-12-24 Christmas Eve}. What follows a {@code #} is a remark. */
public final class HolidayFile {

    private static final Pattern LINE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:\\s.*)?");

    private HolidayFile() {}

    /**
     * Reads the days of such a text.
     *
     * @throws IllegalArgumentException with a sentence that says which line names no day
     */
    public static Set<LocalDate> read(String text) {
        var days = new HashSet<LocalDate>();
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            var written = line.replaceFirst("#.*", "").strip();
            if (!written.isEmpty()) {
                days.add(day(written, "Line " + number));
            }
        }
        return days;
    }

    /**
     * Reads one such line.
     *
     * @throws IllegalArgumentException with a sentence that begins with the given words
     */
    public static LocalDate day(String written, String where) {
        var line = LINE.matcher(written);
        try {
            if (line.matches()) {
                return LocalDate.parse(line.group(1));
            }
        } catch (DateTimeParseException noSuchDay) {
            throw noDay(where);
        }
        throw noDay(where);
    }

    private static IllegalArgumentException noDay(String where) {
        return new IllegalArgumentException(
                where + " names no day of the calendar: write it as year-month-day, such as 2026-12-24.");
    }
}
