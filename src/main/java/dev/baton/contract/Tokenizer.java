package dev.baton.contract;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes the marks off a text and cuts what is left into words and numbers, in one pass: Markdown, brackets, emoji and
 * unseen characters fall between the words, "T.B.D." and "n/a" become one word each, a ticked box and a thumb stay.
 */
final class Tokenizer {

    private static final String SIGNS = "✓✔☑✅👍👌✗✘☒❌❎☐⬜";
    private static final String JOINS_DIGITS = ".,:/'’-–";
    private static final int LONGEST_SPELLED = 6;

    private Tokenizer() {}

    /**
     * A word, a number with what hangs on it (1,200 · 40k · 2nd · 2027-06-30) or a sign that confirms or denies.
     *
     * @param text as it is written
     * @param word in lower case
     * @param gap what stands behind it, up to the next one; behind the last it ends with a line's end
     */
    record Token(String text, String word, String gap) {

        boolean isNumber() {
            return Character.isDigit(word.charAt(0));
        }

        boolean isSign() {
            return SIGNS.indexOf(word.codePointAt(0)) >= 0;
        }

        boolean isCapitalized() {
            return Character.isUpperCase(text.charAt(0));
        }

        /** Grown together with the next word: "pending-order", "tbd.docx". */
        boolean isGlued() {
            return gap.length() == 1 && "-._'’".contains(gap);
        }

        boolean endsClause() {
            return !isGlued() && (!gap.isBlank() || gap.indexOf('\n') >= 0);
        }

        /** Letters one by one are one word: "T.B.D.", "n / a", "z. B.". */
        private boolean spells() {
            var mark = gap.strip();
            return word.length() < LONGEST_SPELLED && (mark.equals(".") || mark.equals("/"));
        }

        private boolean isLetter() {
            return word.length() == 1 && Character.isLetter(word.charAt(0));
        }
    }

    /** The text without what nobody sees: zero-width characters, soft hyphens, variation selectors. */
    static String visible(String text) {
        var seen = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT && !(c >= 0xFE00 && c <= 0xFE0F))
                .forEach(seen::appendCodePoint);
        return seen.toString();
    }

    static List<Token> tokens(String written) {
        var boxes = visible(written)
                .replace("[x]", "☑")
                .replace("[X]", "☑")
                .replace("[ ]", "☐")
                .replace("[]", "☐");
        var text = Normalizer.normalize(boxes, Normalizer.Form.NFC);
        var tokens = new ArrayList<Token>();
        var spelling = false;
        for (var start = next(text, 0); start < text.length(); ) {
            var end = end(text, start);
            var next = next(text, end);
            var gap = next < text.length() ? text.substring(end, next) : text.substring(end) + '\n';
            var token = token(text.substring(start, end), gap);
            var last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
            if (spelling && last != null && last.spells() && token.isLetter()) {
                tokens.set(tokens.size() - 1, token(last.text() + token.text(), gap));
            } else {
                spelling = token.isLetter();
                tokens.add(token);
            }
            start = next;
        }
        return tokens;
    }

    private static Token token(String text, String gap) {
        return new Token(text, text.toLowerCase(Locale.ROOT).replace('’', '\''), gap);
    }

    private static int next(String text, int from) {
        var i = from;
        while (i < text.length()
                && !Character.isLetterOrDigit(text.codePointAt(i))
                && SIGNS.indexOf(text.codePointAt(i)) < 0) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    private static int end(String text, int start) {
        var end = start + Character.charCount(text.codePointAt(start));
        var number = Character.isDigit(text.codePointAt(start));
        while (end < text.length() && Character.isLetterOrDigit(text.codePointAt(start))) {
            var c = text.codePointAt(end);
            var behind = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
            var joined = number
                    ? JOINS_DIGITS.indexOf(c) >= 0
                            && Character.isDigit(behind)
                            && Character.isDigit(text.charAt(end - 1))
                    : (c == '\'' || c == '’') && Character.isLetter(behind);
            if (!joined && !Character.isLetterOrDigit(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }
}
