package dev.baton.board;

import java.time.Duration;

/** A length of time as people say it, in its largest unit. */
final class InWords {

    private InWords() {}

    static String of(Duration time) {
        if (time.toDays() > 1) {
            return counted(time.toDays(), "day");
        }
        if (time.toHours() > 0) {
            return counted(time.toHours(), "hour");
        }
        return time.toMinutes() > 0 ? counted(time.toMinutes(), "minute") : "less than a minute";
    }

    private static String counted(long number, String unit) {
        return "%d %s%s".formatted(number, unit, number == 1 ? "" : "s");
    }
}
