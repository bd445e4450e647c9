package dev.baton.contract;

import dev.baton.contract.Tokenizer.Token;
import dev.baton.contract.WordTable.Kind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Counts sentences the way a reader does: "e.g.", "U.S.", "3.5" and "baton.dev" end none. In doubt it counts less. */
final class SentenceCounter {

    /** Between two words of two sentences: a mark that ends one, with blanks behind. */
    private static final Pattern END = Pattern.compile("[^.!?…]*+[.!?…]\\S*+\\s");

    /** A line or, within one, the number of a point: "1) …  2) …". */
    private static final Pattern POINT = Pattern.compile("\\R|(?<=[\\s,;])(?=\\d\\)\\s)");

    private SentenceCounter() {}

    static int count(String text, WordTable words) {
        var tokens = Tokenizer.tokens(text);
        var sentences = tokens.isEmpty() ? 0 : 1;
        for (var i = 0; i + 1 < tokens.size(); i++) {
            sentences += ends(tokens, i, words) ? 1 : 0;
        }
        return sentences;
    }

    /** How many points a text lists: one per line, unless the line only goes on with the sentence before it. */
    static int points(String text) {
        var points = 0;
        for (var line : POINT.split(text, -1)) {
            var begins = points == 0
                    || !Character.isLowerCase(
                            line.strip().codePoints().findFirst().orElse(0));
            points += !AnswerText.blank(line) && begins ? 1 : 0;
        }
        return points;
    }

    private static boolean ends(List<Token> tokens, int place, WordTable words) {
        var gap = tokens.get(place).gap();
        var startsSmall = Character.isLowerCase(tokens.get(place + 1).text().codePointAt(0));
        var shortened = gap.startsWith(".") && isShort(tokens, place, words);
        return isBullet(gap) || (END.matcher(gap).lookingAt() && !startsSmall && !shortened);
    }

    /** The gap breaks the line and sets a bullet. */
    private static boolean isBullet(String gap) {
        var lineEnd = gap.lastIndexOf('\n');
        return lineEnd >= 0
                && List.of("-", "•", "*", "–").contains(gap.substring(lineEnd).strip());
    }

    /** An abbreviation, initials such as "U.S" and "J", or the day before a German month: "30. Juni". */
    private static boolean isShort(List<Token> tokens, int place, WordTable words) {
        var token = tokens.get(place);
        var brief = token.word().length() <= 2;
        var initials = brief && token.text().equals(token.text().toUpperCase(Locale.ROOT));
        return words.is(Kind.ABBREVIATION, tokens, place)
                || (token.isNumber()
                        ? brief && CalendarNames.month(tokens.get(place + 1).word()) != null
                        : initials);
    }
}
