package dev.baton.contract;

import java.util.List;

/**
 * Finds amounts and times in words: digits or number words, dates, durations and seasons, in English, German and French.
 * The number that only tells the time ("by 30 June", "in 3 months") is no amount.
 */
final class Measures {

    private Measures() {}

    /** How much and by when: which of the two a text says. */
    enum Told {
        BOTH,
        AMOUNT_ONLY,
        TIME_ONLY,
        NEITHER
    }

    /** A digit anywhere, or a number in words: "A5 flyer", "three examples". */
    static boolean hasNumber(String text) {
        return text.chars().anyMatch(Character::isDigit)
                || Tokens.of(text).stream().anyMatch(token -> Numerals.isNumber(token.lower()));
    }

    static boolean measurable(String text) {
        return told(text) == Told.BOTH;
    }

    static Told told(String text) {
        Timeline timeline = Timeline.of(Tokens.of(text));
        List<Integer> amounts = timeline.amounts();
        boolean both = amounts.stream().anyMatch(timeline::hasTimeBeside);
        if (both) {
            return Told.BOTH;
        }
        if (timeline.tellsTime()) {
            return Told.TIME_ONLY;
        }
        return amounts.isEmpty() ? Told.NEITHER : Told.AMOUNT_ONLY;
    }
}
