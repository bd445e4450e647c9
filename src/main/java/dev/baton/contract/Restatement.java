package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.contract.WordTable.Kind;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether a restatement says the same as the original: at least half of its words are the original's, and it brings no
 * number that the original does not have. Rewording agrees, a new promise or another target does not.
 */
final class Restatement {

    private Restatement() {}

    static boolean agrees(JsonNode restated, JsonNode original, WordTable words) {
        var all = said(AnswerText.of(original), words);
        return AnswerText.entries(restated).stream()
                .map(entry -> said(entry, words))
                .allMatch(said -> agrees(said, all));
    }

    private static boolean agrees(Set<String> said, Set<String> original) {
        var shared = said.stream().filter(original::contains).count();
        return said.stream().filter(word -> Character.isDigit(word.charAt(0))).allMatch(original::contains)
                && shared * 2 >= Math.min(said.size(), original.size());
    }

    private static Set<String> said(String text, WordTable words) {
        var said = new HashSet<String>();
        var tokens = Tokenizer.tokens(text);
        for (var i = 0; i < tokens.size(); i++) {
            var word = tokens.get(i).word().replace(",", "").replace(".", "");
            if (!words.is(Kind.SMALL_WORD, tokens, i)) {
                said.add(word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
            }
        }
        return said;
    }
}
