package dev.baton.contract;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes the marks off a text and cuts what is left into words and numbers: Markdown, brackets, emoji and unseen characters
 * fall between the words, "T.B.D." and "n/a" become one word each, a ticked box and a thumb stay.
 */
final class Tokenizer {

    private static final String SIGNS = "✓✔☑✅👍👌✗✘☒❌❎☐⬜";
    private static final String LETTERS = "[\\p{L}\\p{Nd}\\p{Mn}]";
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\x{FE00}-\\x{FE0F}]++");
    private static final Pattern TICKED = Pattern.compile("\\[[xX]]");
    private static final Pattern UNTICKED = Pattern.compile("\\[ ?]");

    /** Letters one by one are one word: "T.B.D.", "n / a", "z. B.". */
    private static final Pattern SPELLED =
            Pattern.compile("(?<!" + LETTERS + ")\\p{L}(?:\\h?[./]\\h?\\p{L}(?!" + LETTERS + ")){1,5}+");

    private static final Pattern BETWEEN_LETTERS = Pattern.compile("[./\\h]++");
    private static final Pattern TOKEN = Pattern.compile(String.join(
            "|",
            "[" + SIGNS + "]",
            "\\p{Nd}" + LETTERS + "*+(?:(?<=\\p{Nd})[.,:/'’–-](?=\\p{Nd})" + LETTERS + "++)*+",
            "\\p{L}" + LETTERS + "*+(?:['’](?=\\p{L})" + LETTERS + "++)*+"));

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
    }

    /** The text without what nobody sees: zero-width characters, soft hyphens, variation selectors. */
    static String visible(String text) {
        return UNSEEN.matcher(text).replaceAll("");
    }

    static List<Token> tokens(String written) {
        var ticked = TICKED.matcher(visible(written)).replaceAll("☑");
        var boxes = Normalizer.normalize(UNTICKED.matcher(ticked).replaceAll("☐"), Normalizer.Form.NFC);
        var spells = boxes.indexOf('.') >= 0 || boxes.indexOf('/') >= 0;
        var text = spells
                ? SPELLED.matcher(boxes)
                        .replaceAll(letters ->
                                BETWEEN_LETTERS.matcher(letters.group()).replaceAll(""))
                : boxes;
        var tokens = new ArrayList<Token>();
        var token = TOKEN.matcher(text);
        for (var more = token.find(); more; ) {
            var said = token.group();
            var end = token.end();
            more = token.find();
            var gap = more ? text.substring(end, token.start()) : text.substring(end) + '\n';
            tokens.add(new Token(said, said.toLowerCase(Locale.ROOT).replace('’', '\''), gap));
        }
        return tokens;
    }
}
