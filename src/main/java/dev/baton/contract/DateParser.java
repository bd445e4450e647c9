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

    private static final int LONGEST = 100;
    private static final int MONTHS = 12;
    static final String TOO_MUCH = "says more than a day: write the day alone, such as 2027-03-02.";
    private static final Set<String> FILLERS =
            Set.of("of", "the", "on", "am", "den", "der", "dem", "le", "de", "del", "el", "il", "op", "em");
    private static final Set<String> ORDINALS = Set.of("", "st", "nd", "rd", "th", "er", "re", "e", "º");
    private static final Pattern TIME = Pattern.compile(
            "(?:(?<=\\d)[Tt]| ?, ?| | (?:at|um|à|a las) )\\d{1,2}(?:[:.]\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?(?:[ap]m|uhr|h)\\b)?| ?[ap]m\\b| ?uhr\\b| ?h\\b)"
                    + "(?: ?(?:z|utc|gmt|bst|ces?t|wes?t|ees?t|[ecmp][sd]t|[+-]\\d{2}:?\\d{2})\\b(?:\\[[\\w/+-]{1,40}])?)?(?!\\.?\\d)",
            Pattern.CASE_INSENSITIVE);

    private int year;
    private int month;
    private int day;
    private @Nullable DayOfWeek weekday;
    private String fault = "";

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
        return reading.remark().isEmpty() && reading.fault().isEmpty() ? reading.day() : null;
    }

    static Reading parse(String text) {
        if (text.length() > LONGEST) {
            return new Reading(null, List.of(), "names no day in the calendar.");
        }
        return new DateParser().parsed(text);
    }

    private Reading parsed(String text) {
        var plain = Tokenizer.visible(text)
                .strip()
                .replace('年', '-')
                .replace('月', '-')
                .replace("日", "");
        var tokens = Tokenizer.tokens(TIME.matcher(plain).replaceFirst(""));
        var place = 0;
        while (place < tokens.size() && !isComplete() && take(tokens.get(place))) {
            place++;
        }
        while (place < tokens.size() && isComplete() && weekday(tokens.get(place))) {
            place++;
        }
        var rest = tokens.subList(place, tokens.size());
        if (!fault.isEmpty()) {
            return new Reading(null, rest, fault);
        }
        if (!isComplete()) {
            return new Reading(null, rest, missing(tokens));
        }
        var asked = plain.endsWith("?");
        var setOff =
                rest.isEmpty() || (place > 0 && !tokens.get(place - 1).gap().isBlank());
        return asked || !setOff ? new Reading(null, rest, TOO_MUCH) : inCalendar(rest);
    }

    private Reading inCalendar(List<Token> rest) {
        try {
            var found = LocalDate.of(year, month, day);
            return weekday == null || found.getDayOfWeek() == weekday
                    ? new Reading(found, rest, "")
                    : new Reading(
                            null,
                            rest,
                            "is a %s: correct the day or the weekday."
                                    .formatted(found.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
        } catch (DateTimeException notInTheCalendar) {
            return new Reading(null, rest, "is no day in the calendar.");
        }
    }

    private boolean isComplete() {
        return year != 0 && month != 0 && day != 0;
    }

    /** False at the first word that belongs to no day. */
    private boolean take(Token token) {
        if (token.isNumber()) {
            return number(token);
        }
        var named = CalendarNames.month(token.word());
        if (named != null && month == 0) {
            month = named.getValue();
            return true;
        }
        return weekday(token) || FILLERS.contains(token.word());
    }

    private boolean weekday(Token token) {
        var named = CalendarNames.weekday(token.word());
        if (named != null && weekday == null) {
            weekday = named;
        }
        return named != null;
    }

    private boolean number(Token token) {
        var word = token.word();
        var groups = word.split("[./-]", -1);
        if (groups.length == 3 || groups.length == 2) {
            return inDigits(groups, word.charAt(groups[0].length()));
        }
        var digits = digits(word);
        if (digits == 8 && word.length() == 8 && year == 0) {
            return inDigits(new String[] {word.substring(0, 4), word.substring(4, 6), word.substring(6)}, '-');
        }
        if (digits == 4 && word.length() == 4 && year == 0) {
            year = Integer.parseInt(word);
            return true;
        }
        if (digits == 0 || digits > 2 || !ORDINALS.contains(word.substring(digits))) {
            return false;
        }
        var number = Integer.parseInt(word.substring(0, digits));
        if (day == 0) {
            day = number;
            return number > 0;
        }
        if (month == 0 && number >= 1 && number <= MONTHS && digits == word.length()) {
            month = number;
            return true;
        }
        return false;
    }

    /** Year first or day first with dots; with slashes and hyphens only when one of the two can be no month. */
    private boolean inDigits(String[] groups, char separator) {
        var numbers = new ArrayList<Integer>();
        for (var group : groups) {
            if (group.isEmpty() || group.length() > 4 || digits(group) != group.length()) {
                return false;
            }
            numbers.add(Integer.parseInt(group));
        }
        if (year != 0 || month != 0 || day != 0) {
            return false;
        }
        if (groups.length == 3 && groups[0].length() == 4) {
            return set(numbers.get(0), numbers.get(1), numbers.get(2));
        }
        int one = numbers.get(0);
        int other = numbers.get(1);
        if (groups.length == 2 || groups[2].length() == 3) {
            fault = groups.length == 2 && one <= 31 && other <= 31 ? "has no year: which year?" : "";
            return !fault.isEmpty();
        }
        var inYear = groups[2].length() == 4 ? numbers.get(2) : 2000 + numbers.get(2);
        if (separator == '.' || one > MONTHS || one == other || one == 0 || other == 0) {
            return set(inYear, other, one);
        }
        if (other > MONTHS) {
            return set(inYear, one, other);
        }
        fault = "can be two days; write %04d-%02d-%02d or %04d-%02d-%02d."
                .formatted(inYear, other, one, inYear, one, other);
        return true;
    }

    private boolean set(int inYear, int inMonth, int onDay) {
        year = inYear;
        month = inMonth;
        day = onDay;
        if (inYear == 0 || inMonth == 0 || onDay == 0) {
            fault = "is no day in the calendar.";
        }
        return true;
    }

    private static String missing(List<Token> tokens) {
        var days = tokens.stream()
                .filter(token -> digits(token.word()) > 0 && digits(token.word()) <= 2)
                .count();
        var inYear = tokens.stream().anyMatch(token -> digits(token.word()) == 4);
        var inMonth = tokens.stream().anyMatch(token -> CalendarNames.month(token.word()) != null);
        if (days > 1) {
            return "names more than one day: write the one day, such as 2027-03-02.";
        }
        if (inYear
                && (inMonth || tokens.stream().anyMatch(token -> token.word().length() >= 8 && token.isNumber()))
                && days > 0) {
            return TOO_MUCH;
        }
        if (inMonth) {
            return days > 0 ? "has no year: which year?" : "has no day: which day?";
        }
        return inYear ? "names no day: which day and month?" : "names no day in the calendar.";
    }

    private static int digits(String word) {
        var digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            digits++;
        }
        return digits;
    }
}
