package dev.baton.contract;

import dev.baton.contract.Tokens.Token;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a day however people write it, as long as it can only be one: 2027-03-02, 2 March 2027, March 2nd 2027, 02.03.2027. */
final class Days {

    private static final Pattern IN_DIGITS = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})(?:\\2((?:19|20)\\d\\d))?");
    private static final Set<String> MEANS_NOTHING = Words.set(
            "of the on am den der le mon tue tues wed thu thur thurs fri sat sun mo di mi do fr sa so monday tuesday wednesday thursday friday saturday sunday montag dienstag"
                    + " mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche");
    private static final Pattern TIME = Pattern.compile(
            "[T ]\\d{1,2}(?::\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?(?:[ap]m|Uhr))?| ?[ap]m| ?Uhr)"
                    + "(?: ?(?:Z|UTC|GMT|BST|CES?T|WES?T|EES?T|[ECMP][SD]T|[+-]\\d{2}:?\\d{2})(?:\\[[\\w/+-]+])?)?",
            Pattern.CASE_INSENSITIVE);
    private static final int ISO_LENGTH = 10;
    private static final int MONTHS = 12;

    private Days() {}

    /** Null when the text names no day, or more than one. */
    static @Nullable LocalDate read(String text) {
        String stripped = text.strip();
        LocalDate iso = iso(stripped);
        if (iso != null) {
            return iso;
        }
        Matcher digits = IN_DIGITS.matcher(stripped);
        return digits.matches() ? inDigits(digits) : spelledOut(Tokens.of(stripped));
    }

    /** Why a text names no day, in a sentence that quotes it. */
    static String fault(String text) {
        String shown = "“" + Finding.shorten(text) + "” ";
        Matcher digits = IN_DIGITS.matcher(text.strip());
        if (!digits.matches()) {
            return shown + notOne(text.strip());
        }
        if (digits.group(4) == null) {
            return shown + "has no year.";
        }
        int one = Integer.parseInt(digits.group(1));
        int other = Integer.parseInt(digits.group(3));
        return one > MONTHS || other > MONTHS || one == 0 || other == 0
                ? shown + "is no day in the calendar."
                : shown
                        + "can be two days; write %s-%02d-%02d or %s-%02d-%02d."
                                .formatted(digits.group(4), other, one, digits.group(4), one, other);
    }

    private static String notOne(String text) {
        if (!startsLikeIso(text)) {
            return "names no day in the calendar.";
        }
        return text.length() == ISO_LENGTH
                ? "is no day in the calendar."
                : "says more than a day: write the day alone, such as 2027-03-02.";
    }

    /** Day first with dots; with slashes or hyphens only when one of the two numbers can be no month. */
    private static @Nullable LocalDate inDigits(Matcher digits) {
        if (digits.group(4) == null) {
            return null;
        }
        int year = Integer.parseInt(digits.group(4));
        int one = Integer.parseInt(digits.group(1));
        int other = Integer.parseInt(digits.group(3));
        boolean dayFirst = digits.group(2).equals(".") || one > MONTHS || one == other;
        if (dayFirst) {
            return day(year, other, one);
        }
        return other > MONTHS ? day(year, one, other) : null;
    }

    private static @Nullable LocalDate spelledOut(List<Token> tokens) {
        int year = 0;
        int month = 0;
        int day = 0;
        for (Token token : tokens) {
            Integer named = Calendar.month(token.lower());
            int number = Calendar.dayOfMonth(token.lower());
            if (named != null && month == 0) {
                month = named;
            } else if (Calendar.isYear(token.lower()) && year == 0) {
                year = Integer.parseInt(token.lower());
            } else if (number > 0 && day == 0) {
                day = number;
            } else if (!MEANS_NOTHING.contains(token.lower())) {
                return null;
            }
        }
        return year == 0 || month == 0 || day == 0 ? null : day(year, month, day);
    }

    private static @Nullable LocalDate iso(String text) {
        if (!startsLikeIso(text)) {
            return null;
        }
        String behind = text.substring(ISO_LENGTH);
        if (!TIME.matcher(behind).matches() && !meansNothing(behind)) {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, ISO_LENGTH));
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static boolean meansNothing(String text) {
        return Tokens.of(text).stream().allMatch(token -> MEANS_NOTHING.contains(token.lower()));
    }

    private static boolean startsLikeIso(String text) {
        return text.length() >= ISO_LENGTH && text.charAt(4) == '-' && text.charAt(7) == '-';
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException notInTheCalendar) {
            return null;
        }
    }
}
