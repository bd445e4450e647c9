package dev.baton.contract;

import dev.baton.contract.WordTable.Kind;
import java.util.regex.Pattern;

/**
 * A plain yes or the ticked box. Whatever has a condition, a share, a failure or a future in it confirms nothing:
 * "done 3 of 4", "yes, once the tag is live", "✅ desktop ❌ mobile".
 */
final class Confirmation {

    private static final Pattern SHARE =
            Pattern.compile("(?<![\\d/.])(\\d{1,6})(?:\\h?/\\h?|\\h(?:of|out of|von|sur|de)\\h)(\\d{1,6})(?![\\d/])");
    private static final Pattern PERCENT = Pattern.compile("(?<![\\d.,])(\\d{1,6}(?:[.,]\\d{1,6})?)\\h?%");
    private static final Pattern ASKED = Pattern.compile("\\?(?:\\s|$)");

    private Confirmation() {}

    static boolean isYes(String text, WordTable words) {
        if (isShare(text) || ASKED.matcher(text).find()) {
            return false;
        }
        var tokens = Tokenizer.tokens(text);
        var confirms = false;
        for (var i = 0; i < tokens.size(); i++) {
            var clean = words.length(Kind.NO_FAULT, tokens, i);
            if (clean > 0) {
                i += clean - 1;
            } else if (words.is(Kind.TAKES_BACK, tokens, i)) {
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
    private static boolean isShare(String text) {
        return SHARE.matcher(text).results().anyMatch(found -> number(found.group(1)) < number(found.group(2)))
                || PERCENT.matcher(text)
                        .results()
                        .anyMatch(found -> !found.group(1).equals("100"));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
