package dev.baton.contract;

import dev.baton.contract.WordTable.Kind;
import java.util.List;
import java.util.Locale;

/** Counts sentences the way a reader does: "e.g.", "U.S.", "3.5" and "baton.dev" end none. In doubt it counts less. */
final class SentenceCounter {

    private static final String ENDS = ".!?…";
    private static final String CLOSES = "\"”“»’')]";
    private static final String BULLETS = "-•*–";

    private SentenceCounter() {}

    static int count(String text, WordTable words) {
        var sentences = 0;
        var open = new StringBuilder();
        for (var line : text.lines().toList()) {
            if (isBullet(line)) {
                sentences += countIn(open.toString(), words);
                open.setLength(0);
            }
            open.append(line).append('\n');
        }
        return sentences + countIn(open.toString(), words);
    }

    /** How many points a text lists: one per line, unless the line only goes on with the sentence before it. */
    static int points(String text) {
        var points = 0;
        for (var line : text.lines().filter(line -> !AnswerText.blank(line)).toList()) {
            points += points == 0 || !Character.isLowerCase(line.strip().codePointAt(0)) ? 1 : 0;
        }
        return points;
    }

    private static boolean isBullet(String line) {
        var start = line.strip();
        return start.length() > 1
                && ((BULLETS.indexOf(start.charAt(0)) >= 0 && Character.isWhitespace(start.charAt(1)))
                        || FormText.numbered(start) > 0);
    }

    private static int countIn(String text, WordTable words) {
        var tokens = Tokenizer.tokens(text);
        var sentences = 0;
        for (var i = 0; i < tokens.size(); i++) {
            var last = i == tokens.size() - 1;
            var gap = tokens.get(i).gap();
            if (last
                    || (ends(gap)
                            && !Character.isLowerCase(tokens.get(i + 1).text().codePointAt(0))
                            && !isShort(tokens, i, words))) {
                sentences++;
            }
        }
        return sentences;
    }

    /** A mark that ends sentences, with blanks behind it. */
    private static boolean ends(String gap) {
        var i = 0;
        while (i < gap.length() && ENDS.indexOf(gap.charAt(i)) < 0 && !Character.isWhitespace(gap.charAt(i))) {
            i++;
        }
        if (i == gap.length() || ENDS.indexOf(gap.charAt(i)) < 0) {
            return false;
        }
        while (i < gap.length() && (ENDS.indexOf(gap.charAt(i)) >= 0 || CLOSES.indexOf(gap.charAt(i)) >= 0)) {
            i++;
        }
        return i < gap.length() && Character.isWhitespace(gap.charAt(i));
    }

    /** An abbreviation, initials such as "U.S" and "J", or the day before a German month: "30. Juni". */
    private static boolean isShort(List<Tokenizer.Token> tokens, int place, WordTable words) {
        var token = tokens.get(place);
        if (!token.gap().startsWith(".")) {
            return false;
        }
        var day = token.isNumber() && token.word().length() <= 2;
        return words.is(Kind.ABBREVIATION, tokens, place)
                || (token.word().length() <= 2
                        && !token.isNumber()
                        && token.text().equals(token.text().toUpperCase(Locale.ROOT)))
                || (day && CalendarNames.month(tokens.get(place + 1).word()) != null);
    }
}
