package dev.baton.contract;

import dev.baton.contract.Tokenizer.Token;
import dev.baton.contract.WordTable.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A plain yes or the ticked box. Whatever has a condition, a share, a failure or a future in it confirms nothing:
 * "done 3 of 4", "yes, once the tag is live", "✅ desktop ❌ mobile".
 */
final class Confirmation {

    private static final Pattern COUNT = Pattern.compile("\\d{1,6}");
    private static final Pattern ASKED = Pattern.compile("[^?]*+\\?+\\s[\\s\\S]*+");
    private static final Set<String> OF = Set.of("of", "von", "sur", "de");

    private Confirmation() {}

    static boolean isYes(String text, WordTable words) {
        var tokens = Tokenizer.tokens(text);
        var confirms = false;
        for (var i = 0; i < tokens.size(); i++) {
            var clean = words.length(Kind.NO_FAULT, tokens, i);
            if (clean > 0) {
                i += clean - 1;
            } else if (words.is(Kind.TAKES_BACK, tokens, i)
                    || isShare(tokens, i)
                    || ASKED.matcher(tokens.get(i).gap()).matches()) {
                return false;
            } else {
                confirms |= words.is(Kind.CONFIRMS, tokens, i);
            }
        }
        return confirms;
    }

    /** A no that begins the answer. */
    static boolean isNo(String text, WordTable words) {
        return words.is(Kind.DENIES, Tokenizer.tokens(text), 0);
    }

    /** 3/4, 3 of 4, 40 %; 12 of 12 and 100 % are whole. */
    private static boolean isShare(List<Token> tokens, int place) {
        var token = tokens.get(place);
        if (token.gap().stripLeading().startsWith("%")) {
            return !token.word().equals("100");
        }
        var slash = token.word().split("/", 3);
        var last =
                place + 2 < tokens.size() && OF.contains(tokens.get(place + 1).word())
                        ? tokens.get(place + 2).word()
                        : "";
        return slash.length == 2 ? isLess(slash[0], slash[1]) : isLess(token.word(), last);
    }

    private static boolean isLess(String part, String whole) {
        return COUNT.matcher(part).matches()
                && COUNT.matcher(whole).matches()
                && Integer.parseInt(part) < Integer.parseInt(whole);
    }
}
