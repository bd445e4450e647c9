package dev.baton.process;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether somebody who misspells a handoff's id, or remembers half of a campaign's name, could mean this one. */
public final class Similarity {

    private static final int SHORTEST_WORD = 4;
    private static final int MOST_SLIPS = 2;

    private Similarity() {}

    public static boolean of(String written, String id, String campaign) {
        var text = readable(written);
        return Stream.of(id, campaign).map(Similarity::readable).anyMatch(name -> alike(text, name));
    }

    /** The end of a sentence that names something unknown: what was meant, where one name is near, or what to do. */
    public static String remedy(String written, Collection<String> known) {
        return remedy(written, known, "leave it out");
    }

    /**
     * The same with what else to do.
     *
     * @param otherwise where no name is near, as in "use one of red, green"
     */
    public static String remedy(String written, Collection<String> known, String otherwise) {
        return known.stream()
                .filter(name -> slips(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)) <= MOST_SLIPS)
                .min(Comparator.comparing(name -> slips(written, name)))
                .map(": did you mean \"%s\"?"::formatted)
                .orElse(": %s.".formatted(otherwise));
    }

    private static boolean alike(String text, String name) {
        return slips(text, name) <= MOST_SLIPS
                || (text.length() >= SHORTEST_WORD && name.contains(text))
                || words(name).stream().anyMatch(words(text)::contains);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("-"))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .collect(Collectors.toSet());
    }

    /** How many letters have to be put in, left out or changed to get from one text to the other. */
    public static int slips(String one, String other) {
        var row = new int[other.length() + 1];
        Arrays.setAll(row, at -> at);
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    /** A name in small letters, digits and hyphens, at most 60 of them. */
    public static String readable(String campaign) {
        var plain = Normalizer.normalize(campaign, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        var key = plain.isEmpty() ? "handoff" : plain;
        return key.substring(0, Math.min(key.length(), 60));
    }
}
