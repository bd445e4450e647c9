package dev.baton.contract;

import dev.baton.contract.Tokenizer.Token;
import dev.baton.contract.WordTable.Kind;
import java.util.List;

/**
 * A plain yes or the ticked box. Whatever has a condition, a share, a failure or a future in it confirms nothing:
 * "done 3 of 4", "yes, once the tag is live", "✅ desktop ❌ mobile".
 */
final class Confirmation {

    private Confirmation() {}

    static boolean isYes(String text, WordTable words) {
        var tokens = Tokenizer.tokens(text);
        var confirms = false;
        for (var i = 0; i < tokens.size(); i++) {
            var clean = words.length(Kind.NO_FAULT, tokens, i);
            if (clean > 0) {
                i += clean - 1;
            } else if (words.is(Kind.TAKES_BACK, tokens, i) || isShare(tokens, i) || isAsked(tokens.get(i))) {
                return false;
            } else {
                confirms |= words.is(Kind.CONFIRMS, tokens, i);
            }
        }
        return confirms;
    }

    /** A no that begins the answer. */
    static boolean isNo(String text, WordTable words) {
        var tokens = Tokenizer.tokens(text);
        return words.is(Kind.DENIES, tokens, 0);
    }

    /** 3/4, 3 of 4, 40 %; 12 of 12 and 100 % are whole. */
    private static boolean isShare(List<Token> tokens, int place) {
        var token = tokens.get(place);
        if (!token.isNumber()) {
            return false;
        }
        if (token.gap().stripLeading().startsWith("%") || token.word().endsWith("%")) {
            return !token.word().equals("100");
        }
        var slash = token.word().indexOf('/');
        if (slash > 0) {
            return less(token.word().substring(0, slash), token.word().substring(slash + 1));
        }
        var of = place + 2 < tokens.size()
                && List.of("of", "von", "sur", "de", "out")
                        .contains(tokens.get(place + 1).word());
        var whole = of && tokens.get(place + 1).word().equals("out") ? place + 3 : place + 2;
        return of
                && whole < tokens.size()
                && less(token.word(), tokens.get(whole).word());
    }

    private static boolean less(String part, String whole) {
        return isCount(part) && isCount(whole) && Integer.parseInt(part) < Integer.parseInt(whole);
    }

    private static boolean isCount(String word) {
        return !word.isEmpty() && word.length() < 7 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isAsked(Token token) {
        var mark = token.gap().indexOf('?');
        return mark >= 0
                && mark + 1 < token.gap().length()
                && Character.isWhitespace(token.gap().charAt(mark + 1));
    }
}
