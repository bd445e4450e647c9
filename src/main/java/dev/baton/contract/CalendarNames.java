package dev.baton.contract;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The months and weekdays as the JDK names them in the languages people write in, lower case. */
final class CalendarNames {

    private static final List<Locale> LOCALES = List.of(
            Locale.ENGLISH,
            Locale.UK,
            Locale.US,
            Locale.GERMAN,
            new Locale("de", "AT"),
            Locale.FRENCH,
            new Locale("es"),
            Locale.ITALIAN,
            new Locale("nl"),
            new Locale("pt"));
    private static final List<TextStyle> FULL = List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE);
    private static final List<TextStyle> SHORT = List.of(TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

    private static final Map<String, Month> MONTHS = new HashMap<>();
    private static final Map<String, Month> SHORT_MONTHS = new HashMap<>();
    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
    private static final Map<String, DayOfWeek> SHORT_WEEKDAYS = new HashMap<>();

    static {
        for (var locale : LOCALES) {
            for (var month : Month.values()) {
                FULL.forEach(style -> MONTHS.putIfAbsent(name(month.getDisplayName(style, locale)), month));
                SHORT.forEach(style -> SHORT_MONTHS.putIfAbsent(name(month.getDisplayName(style, locale)), month));
            }
            for (var day : DayOfWeek.values()) {
                FULL.forEach(style -> WEEKDAYS.putIfAbsent(name(day.getDisplayName(style, locale)), day));
                SHORT.forEach(style -> SHORT_WEEKDAYS.putIfAbsent(name(day.getDisplayName(style, locale)), day));
            }
        }
    }

    private CalendarNames() {}

    /** A month in full or short; null when the word names none. */
    static @Nullable Month month(String word) {
        return MONTHS.getOrDefault(word, SHORT_MONTHS.get(word));
    }

    static boolean isMonthInFull(String word) {
        return MONTHS.containsKey(word);
    }

    /** A weekday in full or short; null when the word names none. */
    static @Nullable DayOfWeek weekday(String word) {
        return WEEKDAYS.getOrDefault(word, SHORT_WEEKDAYS.get(word));
    }

    static boolean isWeekdayInFull(String word) {
        return WEEKDAYS.containsKey(word);
    }

    private static String name(String written) {
        return written.toLowerCase(Locale.ROOT).replace(".", "");
    }
}
