package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a restatement says the same as the original: at least half of its words are the original's, and it brings no
 * number that the original does not have. Rewording agrees, a new promise or another target does not.
 */
final class Agreement {

    private static final Pattern SPLIT = Pattern.compile("[^\\p{L}\\p{N}.,]+");
    private static final Pattern STOPS_AROUND = Pattern.compile("^[.,]+|[.,]+$");
    private static final Pattern THOUSANDS = Pattern.compile("[.,](?=\\d{3}\\b)");
    private static final Pattern DIGITS = Pattern.compile(".*\\d.*");
    private static final Set<String> SMALL = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "in", "into", "is", "it", "its",
            "of", "on", "or", "our", "so", "that", "the", "their", "them", "they", "this", "to", "we", "will", "with",
            "you", "your", "least", "most", "than", "more", "per");

    private Agreement() {}

    static boolean between(JsonNode restated, JsonNode original) {
        List<Set<String>> originals =
                Words.entries(original).stream().map(Agreement::tokens).toList();
        Set<String> all = tokens(Words.of(original));
        return Words.entries(restated).stream()
                .map(Agreement::tokens)
                .allMatch(said -> agree(said, all) || originals.stream().anyMatch(entry -> agree(said, entry)));
    }

    private static boolean agree(Set<String> said, Set<String> original) {
        Set<String> shared = new HashSet<>(said);
        shared.retainAll(original);
        boolean sameNumbers =
                said.stream().filter(word -> DIGITS.matcher(word).matches()).allMatch(original::contains);
        return sameNumbers && shared.size() * 2 >= Math.min(said.size(), original.size());
    }

    private static Set<String> tokens(String text) {
        return Arrays.stream(SPLIT.split(text.toLowerCase(Locale.ROOT), -1))
                .map(Agreement::stem)
                .filter(word -> !word.isEmpty() && !SMALL.contains(word))
                .collect(Collectors.toSet());
    }

    private static String stem(String word) {
        String bare = STOPS_AROUND.matcher(word).replaceAll("");
        if (DIGITS.matcher(bare).matches()) {
            return THOUSANDS.matcher(bare).replaceAll("");
        }
        return bare.length() > 3 && bare.endsWith("s") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
