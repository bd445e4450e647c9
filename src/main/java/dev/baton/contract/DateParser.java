package dev.baton.contract;

import dev.baton.contract.Tokenizer.Token;
import dev.baton.contract.WordTable.Kind;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a day however people write it, as long as it can only be one: 2027-03-02, 2 March 2027, Tue 2/3/27 … A weekday
 * must fit, a remark may follow behind a mark, and what is missing is named.
 */
final class DateParser {

    static final String TOO_MUCH = "says more than a day: write the day alone, such as 2027-03-02.";

    private static final int LONGEST = 100;
    private static final int MONTHS = 12;
    private static final Set<String> FILLERS =
            Set.of("of", "the", "on", "am", "den", "der", "dem", "le", "de", "del", "el", "il", "op", "em");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})(?:st|nd|rd|th|er|re|e|º)?");
    private static final Pattern IN_DIGITS = Pattern.compile("\\d{1,4}([./-])\\d{1,2}(?:\\1\\d{1,4})?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)");
    private static final Pattern TIME = Pattern.compile(
            "(?:(?<=\\d)T| ?, ?| | (?:at|um|à|a las) )\\d{1,2}(?:[:.]\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?(?:[ap]m|uhr|h)\\b)?| ?(?:[ap]m|uhr|h)\\b)"
                    + "(?: ?(?:z|utc|gmt|bst|ces?t|wes?t|ees?t|[ecmp][sd]t|[+-]\\d{2}:?\\d{2})\\b(?:\\[[\\w/+-]{1,40}])?)?(?!\\.?\\d)",
            Pattern.CASE_INSENSITIVE);

    private DateParser() {}

    /**
     * What a text says about a day.
     *
     * @param day null when it names none, or more than one
     * @param remark what follows the day, such as ", then ongoing"
     * @param fault empty, or what is wrong in words that go on behind the quoted text
     */
    record Reading(@Nullable LocalDate day, List<Token> remark, String fault) {

        /** True when what follows the day leaves it one day: no other number, no condition, no doubt. */
        boolean isSure(WordTable words) {
            return remark.stream()
                            .noneMatch(token -> token.isNumber()
                                    || token.isSign()
                                    || token.gap().contains("?"))
                    && !words.contains(Kind.TAKES_BACK, remark)
                    && !words.contains(Kind.OPEN, remark);
        }
    }

    /** The day, when the text says nothing but a day (with its weekday and time). */
    static @Nullable LocalDate read(String text) {
        var reading = parse(text);
        return reading.remark().isEmpty() ? reading.day() : null;
    }

    static Reading parse(String text) {
        var plain = Tokenizer.visible(text.length() > LONGEST ? "" : text).strip();
        var ideographs = plain.replace('年', '-').replace('月', '-').replace("日", "");
        var tokens = Tokenizer.tokens(TIME.matcher(ideographs).replaceFirst(""));
        var parts = new ArrayList<String>();
        var dotted = true;
        DayOfWeek weekday = null;
        Integer month = null;
        var place = 0;
        for (; place < tokens.size(); place++) {
            var token = tokens.get(place);
            var complete = parts.size() + (month == null ? 0 : 1) >= 3;
            var named = month == null ? CalendarNames.month(token.word()) : null;
            if (complete ? CalendarNames.weekday(token.word()) == null : !belongs(token, named != null)) {
                break;
            }
            weekday = CalendarNames.weekday(token.word()) == null || named != null
                    ? weekday
                    : CalendarNames.weekday(token.word());
            month = named == null ? month : Integer.valueOf(named.getValue());
            dotted &= !token.word().contains("/") && !token.word().contains("-");
            parts.addAll(numbers(token.word()));
        }
        var rest = tokens.subList(place, tokens.size());
        if (parts.size() + (month == null ? 0 : 1) != 3) {
            return new Reading(null, rest, missing(tokens));
        }
        if (plain.endsWith("?")
                || (!rest.isEmpty() && tokens.get(place - 1).gap().isBlank())) {
            return new Reading(null, rest, TOO_MUCH);
        }
        return month == null ? inDigits(parts, dotted, weekday, rest) : named(parts, month, weekday, rest);
    }

    private static boolean belongs(Token token, boolean isMonth) {
        return isMonth
                || CalendarNames.weekday(token.word()) != null
                || FILLERS.contains(token.word())
                || !numbers(token.word()).isEmpty();
    }

    /** The numbers in 2, 2nd, 2/3/2027 or 20270302; none in anything else. */
    private static List<String> numbers(String word) {
        var compact = COMPACT.matcher(word);
        if (compact.matches()) {
            return List.of(compact.group(1), compact.group(2), compact.group(3));
        }
        var number = NUMBER.matcher(word);
        return number.matches()
                ? List.of(number.group(1))
                : IN_DIGITS.matcher(word).matches() ? List.of(word.split("[./-]", -1)) : List.of();
    }

    private static Reading named(List<String> parts, int month, @Nullable DayOfWeek weekday, List<Token> rest) {
        var yearFirst = parts.get(0).length() == 4;
        return day(parts.get(yearFirst ? 0 : 1), month, Integer.parseInt(parts.get(yearFirst ? 1 : 0)), weekday, rest);
    }

    /** Year first, or day first with dots; with slashes and hyphens only when one of the two can be no month. */
    private static Reading inDigits(List<String> parts, boolean dotted, @Nullable DayOfWeek weekday, List<Token> rest) {
        var one = Integer.parseInt(parts.get(0));
        var other = Integer.parseInt(parts.get(1));
        if (parts.get(0).length() == 4) {
            return day(parts.get(0), other, Integer.parseInt(parts.get(2)), weekday, rest);
        }
        var year = parts.get(2);
        var monthFirst = !dotted && other > MONTHS;
        if (!dotted && one <= MONTHS && other <= MONTHS && one != other && one * other != 0) {
            var century = year.length() == 2 ? "20" + year : year;
            return new Reading(
                    null,
                    rest,
                    "can be two days; write %s-%02d-%02d or %s-%02d-%02d."
                            .formatted(century, other, one, century, one, other));
        }
        return day(year, monthFirst ? one : other, monthFirst ? other : one, weekday, rest);
    }

    private static Reading day(String year, int month, int day, @Nullable DayOfWeek weekday, List<Token> rest) {
        try {
            var found = LocalDate.of(Integer.parseInt(year.length() == 2 ? "20" + year : year), month, day);
            var fits = weekday == null || found.getDayOfWeek() == weekday;
            if (fits && found.getYear() > 1900) {
                return new Reading(found, rest, "");
            }
            var named = found.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            return new Reading(
                    null,
                    rest,
                    fits ? "has no year: which year?" : "is a %s: correct the day or the weekday.".formatted(named));
        } catch (DateTimeException notInTheCalendar) {
            return new Reading(null, rest, "is no day in the calendar.");
        }
    }

    private static String missing(List<Token> tokens) {
        var numbers =
                tokens.stream().flatMap(token -> numbers(token.word()).stream()).toList();
        var years = numbers.stream().filter(number -> number.length() == 4).count();
        var days = numbers.size() - years;
        var month = tokens.stream().anyMatch(token -> CalendarNames.month(token.word()) != null);
        if (month ? days > 1 : years > 1) {
            return "names more than one day: write the one day, such as 2027-03-02.";
        }
        if (years > 0 && days + (month ? 1 : 0) > 1) {
            return TOO_MUCH;
        }
        if (days > 0 && years == 0 && (month || days == 2)) {
            return "has no year: which year?";
        }
        return month
                ? "has no day: which day?"
                : years > 0 ? "names no day: which day and month?" : "names no day in the calendar.";
    }
}
