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

    static final String TICKED = "☑";
    static final String UNTICKED = "☐";

    private static final String SIGNS = "✓✔☑✅👍👌✗✘☒❌❎☐⬜";
    private static final String JOINS_DIGITS = ".,:/'’-–";
    private static final String JOINS_LETTERS = "'’";
    private static final int LONGEST_SPELLED = 6;
    private static final char END = '\n';

    private Tokenizer() {}

    /**
     * A word, a number with what hangs on it (1,200 · 40k · 2nd · 2027-06-30) or a sign that confirms or denies.
     *
     * @param text as it is written
     * @param word in lower case
     * @param gap what stands between it and the next one; behind the last word it ends with a line's end
     */
    record Token(String text, String word, String gap) {

        Token with(Token next) {
            return new Token(text + next.text, word + next.word, next.gap);
        }

        boolean isNumber() {
            return Character.isDigit(word.charAt(0));
        }

        boolean isSign() {
            return !Character.isLetterOrDigit(word.codePointAt(0));
        }

        boolean isCapitalized() {
            return Character.isUpperCase(text.charAt(0));
        }

        /** Grown together with the next word: "pending-order", "tbd.docx". */
        boolean isGlued() {
            return gap.length() == 1 && "-._'’".contains(gap);
        }

        /** Set off from the next word by a mark or a line's end; true at the end of the text. */
        boolean endsClause() {
            return !isGlued() && (!gap.isBlank() || gap.indexOf(END) >= 0);
        }
    }

    /** The text without what nobody sees: zero-width characters, soft hyphens, variation selectors. */
    static String visible(String text) {
        var seen = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            var type = Character.getType(c);
            if (type == Character.SPACE_SEPARATOR) {
                seen.append(' ');
            } else if (type != Character.FORMAT && !(c >= 0xFE00 && c <= 0xFE0F)) {
                seen.appendCodePoint(c);
            }
        });
        return seen.toString();
    }

    static List<Token> tokens(String text) {
        var plain = Normalizer.normalize(visible(text), Normalizer.Form.NFKC);
        var tokens = new ArrayList<Token>();
        var spelling = false;
        var start = next(plain, 0);
        while (start < plain.length()) {
            var end = end(plain, start);
            var next = next(plain, end);
            var token = new Token(
                    plain.substring(start, end),
                    word(plain.substring(start, end)),
                    next < plain.length() ? plain.substring(end, next) : plain.substring(end) + END);
            var last = tokens.size() - 1;
            if (spelling && isLetter(token) && spells(tokens.get(last))) {
                tokens.set(last, tokens.get(last).with(token));
            } else {
                spelling = isLetter(token);
                tokens.add(token);
            }
            start = next;
        }
        return tokens;
    }

    private static String word(String written) {
        return switch (written) {
            case "[x]", "[X]" -> TICKED;
            case "[ ]", "[]" -> UNTICKED;
            default -> written.toLowerCase(Locale.ROOT).replace('’', '\'');
        };
    }

    private static boolean isLetter(Token token) {
        return token.word().length() == 1 && Character.isLetter(token.word().charAt(0));
    }

    /** Letters one by one are one word: "T.B.D.", "n / a", "z. B.". */
    private static boolean spells(Token token) {
        var gap = token.gap().strip();
        return token.word().length() < LONGEST_SPELLED && (gap.equals(".") || gap.equals("/"));
    }

    private static int next(String text, int from) {
        var i = from;
        while (i < text.length() && !starts(text, i)) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    private static boolean starts(String text, int i) {
        var c = text.codePointAt(i);
        return Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0 || box(text, i) > 0;
    }

    private static int end(String text, int start) {
        if (box(text, start) > 0) {
            return start + box(text, start);
        }
        if (SIGNS.indexOf(text.codePointAt(start)) >= 0) {
            return start + Character.charCount(text.codePointAt(start));
        }
        var end = start;
        var number = Character.isDigit(text.codePointAt(start));
        while (end < text.length()) {
            var c = text.codePointAt(end);
            var joins = number ? JOINS_DIGITS : JOINS_LETTERS;
            var after = end + Character.charCount(c);
            var joined = joins.indexOf(c) >= 0
                    && after < text.length()
                    && (number
                            ? Character.isDigit(text.charAt(after)) && Character.isDigit(text.charAt(end - 1))
                            : Character.isLetter(text.charAt(after)));
            if (!joined && !Character.isLetterOrDigit(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
                break;
            }
            end = after;
        }
        return end;
    }

    /** How long a box to tick is that starts here: [x], [ ] or []; 0 for none. */
    private static int box(String text, int i) {
        for (var box : List.of("[x]", "[X]", "[ ]", "[]")) {
            if (text.startsWith(box, i)) {
                return box.length();
            }
        }
        return 0;
    }
}
