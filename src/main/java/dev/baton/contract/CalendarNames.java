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

    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
    private static final Map<String, Month> MONTHS = names(Month.values(), Month::getDisplayName);
    private static final Map<String, DayOfWeek> WEEKDAYS = names(DayOfWeek.values(), DayOfWeek::getDisplayName);

    private interface Naming<T> {
        String name(T value, TextStyle style, Locale locale);
    }

    private CalendarNames() {}

    /** Null when the word names no month, in full or short. */
    static @Nullable Month month(String word) {
        return MONTHS.get(word);
    }

    /** Null when the word names no weekday, in full or short. */
    static @Nullable DayOfWeek weekday(String word) {
        return WEEKDAYS.get(word);
    }

    private static <T> Map<String, T> names(T[] values, Naming<T> naming) {
        var names = new HashMap<String, T>();
        for (var style : STYLES) {
            for (var tag : List.of("en", "en-GB", "en-US", "de", "de-AT", "fr", "es", "it", "nl", "pt")) {
                for (var value : values) {
                    var name = naming.name(value, style, Locale.forLanguageTag(tag));
                    names.putIfAbsent(name.toLowerCase(Locale.ROOT).replace(".", ""), value);
                }
            }
        }
        return names;
    }
}
