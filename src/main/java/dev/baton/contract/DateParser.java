package dev.baton.contract;

import dev.baton.contract.Tokenizer.Token;
import dev.baton.contract.WordTable.Kind;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a day however people write it, as long as it can only be one: 2027-03-02, 2 March 2027, Tue 2/3/27 … A weekday
 * must fit, a remark may follow behind a mark, and what is missing is named.
 */
final class DateParser {

    static final String TOO_MUCH = "says more than a day: write the day alone, such as 2027-03-02.";

    private static final int LONGEST = 100;
    private static final int PARTS = 3;
    private static final Set<String> FILLERS =
            Set.of("of", "the", "on", "am", "den", "der", "dem", "le", "de", "del", "el", "il", "op", "em");
    private static final Pattern DIGITS =
            Pattern.compile("\\d{1,4}(?:st|nd|rd|th|er|re|e|º)?|\\d{1,4}(?:[./-]\\d{1,4}){1,2}|\\d{8}");
    private static final Pattern TIME = Pattern.compile(
            "(?:(?<=\\d)T| ?, ?| | (?:at|um|à|a las) )\\d{1,2}(?:[:.]\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?(?:[ap]m|uhr|h)\\b)?| ?(?:[ap]m|uhr|h)\\b)"
                    + "(?: ?(?:z|utc|gmt|bst|ces?t|wes?t|ees?t|[ecmp][sd]t|[+-]\\d{2}:?\\d{2})\\b(?:\\[[\\w/+-]{1,40}])?)?(?!\\.?\\d)",
            Pattern.CASE_INSENSITIVE);

    /** How the parts of a day stand: m before a month's name, a blank for a dot, a slash for a hyphen. */
    private static final List<DateTimeFormatter> DAY = forms(
            "d 'm'M [uuuu][uu]",
            "'m'M d [uuuu][uu]",
            "uuuu 'm'M d",
            "uuuu d 'm'M",
            "uuuu/M/d",
            "uuuu M d",
            "uuuuMMdd",
            "d M [uuuu][uu]",
            "d/M/[uuuu][uu]",
            "M/d/[uuuu][uu]");

    /** What to say where a text only says a part of a day; no text fits two of them. */
    private static final Map<String, List<DateTimeFormatter>> PARTS_OF_A_DAY = Map.of(
            "names no day: which day and month?", forms("uuuu"),
            "has no day: which day?", forms("'m'M", "'m'M uuuu", "uuuu 'm'M", "M/uuuu", "M uuuu", "uuuu/M"),
            "has no year: which year?",
                    forms("[dd][d] 'm'M", "'m'M [dd][d]", "[dd][d] [MM][M]", "[dd][d]/[MM][M]", "[MM][M]/[dd][d]"));

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
        DayOfWeek weekday = null;
        var written = "";
        var place = 0;
        for (; place < tokens.size(); place++) {
            var word = tokens.get(place).word();
            var part = count(written) < PARTS ? part(word) : "";
            var named = part.isEmpty() ? CalendarNames.weekday(word) : null;
            if (part.isEmpty() && named == null && !FILLERS.contains(word)) {
                break;
            }
            weekday = named == null ? weekday : named;
            written = (written + " " + part).strip();
        }
        var rest = tokens.subList(place, tokens.size());
        var days = count(written) == PARTS ? days(written) : Set.<LocalDate>of();
        if (count(written) != PARTS || (days.isEmpty() && rest.stream().anyMatch(Token::isNumber))) {
            return new Reading(null, rest, missing(tokens));
        }
        var goesOn = !rest.isEmpty() && tokens.get(place - 1).gap().isBlank();
        return goesOn || plain.endsWith("?") ? new Reading(null, rest, TOO_MUCH) : one(days, weekday, rest);
    }

    private static Reading one(Set<LocalDate> days, @Nullable DayOfWeek weekday, List<Token> rest) {
        if (days.isEmpty()) {
            return new Reading(null, rest, "is no day in the calendar.");
        }
        var fitting = days.stream()
                .filter(day -> weekday == null || day.getDayOfWeek() == weekday)
                .toList();
        if (fitting.size() > 1) {
            return new Reading(
                    null, rest, "can be two days; write %s or %s.".formatted(fitting.get(0), fitting.get(1)));
        }
        if (fitting.size() == 1) {
            return new Reading(fitting.get(0), rest, "");
        }
        var named = days.iterator().next().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return new Reading(null, rest, "is a %s: correct the day or the weekday.".formatted(named));
    }

    private static String missing(List<Token> tokens) {
        var written = tokens.stream()
                .map(token -> part(token.word()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        if (written.isEmpty()) {
            return "names no day in the calendar.";
        }
        if (!days(written).isEmpty()) {
            return TOO_MUCH;
        }
        for (var part : PARTS_OF_A_DAY.entrySet()) {
            if (part.getValue().stream().anyMatch(form -> fits(written, form))) {
                return part.getKey();
            }
        }
        return count(written) > 1
                ? "names more than one day: write the one day, such as 2027-03-02."
                : "names no day in the calendar.";
    }

    /** The part of a day that a word says, as {@link #DAY} wants it; empty for any other word. */
    private static String part(String word) {
        var month = CalendarNames.month(word);
        if (month != null) {
            return "m" + month.getValue();
        }
        return DIGITS.matcher(word).matches()
                ? word.replaceAll("[^\\d./-]", "").replace('.', ' ').replace('-', '/')
                : "";
    }

    private static int count(String written) {
        return written.matches("\\d{8}") ? PARTS : written.isEmpty() ? 0 : written.split("[ /]").length;
    }

    private static Set<LocalDate> days(String written) {
        var days = new LinkedHashSet<LocalDate>();
        for (var form : DAY) {
            try {
                if (fits(written, form)) {
                    days.add(LocalDate.parse(written, form));
                }
            } catch (DateTimeException notInTheCalendar) {
                // another form may find it there
            }
        }
        return days;
    }

    private static boolean fits(String written, DateTimeFormatter form) {
        var end = new ParsePosition(0);
        return form.parseUnresolved(written, end) != null && end.getIndex() == written.length();
    }

    private static List<DateTimeFormatter> forms(String... patterns) {
        return Stream.of(patterns)
                .map(pattern ->
                        DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
                .toList();
    }
}
