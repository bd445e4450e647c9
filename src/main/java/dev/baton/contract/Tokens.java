package dev.baton.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into words and numbers, once and without patterns: "30-second", "2027-06-30", "€1.2m", "B2B". */
final class Tokens {

    private static final String JOINS_DIGITS = ".,:/'’-\u00a0\u202f";

    private Tokens() {}

    /**
     * A word or a number.
     *
     * @param before the sign right before it, a blank when there is none
     * @param after the sign right behind it
     */
    record Token(String text, String lower, char before, char after) {

        boolean startsWithDigit() {
            return Character.isDigit(text.charAt(0));
        }

        /** True when the token before hangs together with this one: "top-10", "COVID-19". */
        boolean hyphenated() {
            return before == '-';
        }
    }

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int end = Character.isDigit(text.charAt(i)) ? endOfNumber(text, i) : endOfWord(text, i);
            String word = text.substring(i, end);
            tokens.add(new Token(word, word.toLowerCase(Locale.ROOT), at(text, i - 1), at(text, end)));
            i = end;
        }
        return tokens;
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Digits with what joins them, and the letters right behind: 1,200 · 11/30 · 40k · 2nd. */
    private static int endOfNumber(String text, int start) {
        int end = start;
        while (end < text.length()) {
            boolean joined = JOINS_DIGITS.indexOf(text.charAt(end)) >= 0 && Character.isDigit(at(text, end + 1));
            if (!joined && !Character.isDigit(text.charAt(end))) {
                break;
            }
            end++;
        }
        return endOfWord(text, end);
    }

    private static char at(String text, int index) {
        return index < 0 || index >= text.length() ? ' ' : text.charAt(index);
    }
}
