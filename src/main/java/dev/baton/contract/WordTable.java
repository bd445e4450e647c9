package dev.baton.contract;

import dev.baton.contract.Tokenizer.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The words that rules know, read from the table {@code words}. In a phrase "…" is any one word, "#" a number; a star
 * behind it lets anything follow, a star before it ({@code *hundert}) stands for the beginning of a word.
 */
public final class WordTable {

    /** What a word means to a rule; the table says it in the same words. */
    enum Kind {
        OPEN,
        NO_ANSWER,
        ELSEWHERE,
        CONFIRMS,
        DENIES,
        TAKES_BACK,
        NO_FAULT,
        NUMBER,
        TIME,
        UNIT_OF_TIME,
        DURATION,
        REACHES,
        NAMES,
        SMALL_WORD,
        ABBREVIATION,
        CHOICE,
        ENDS;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final Map<String, Kind> KINDS = Arrays.stream(Kind.values())
            .collect(Collectors.toMap(Kind::key, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    private static final String ANY = "…";
    private static final String NUMBER = "#";
    private static final String STAR = "*";

    private final Map<Kind, Map<String, List<Phrase>>> phrases = new EnumMap<>(Kind.class);
    private final Map<Kind, List<String>> endings = new EnumMap<>(Kind.class);

    /** A phrase of the table: its words, whether anything may follow, and what to say about it. */
    record Phrase(List<String> words, boolean open, String remedy) {}

    private WordTable() {}

    /**
     * Reads the table {@code words}.
     *
     * @throws InvalidCatalog with one sentence per violation: the row and what to do
     */
    public static WordTable of(List<Row> rows) throws InvalidCatalog {
        var table = new WordTable();
        var violations = new ArrayList<String>();
        var seen = new HashSet<String>();
        rows.forEach(row -> table.read(row, seen, violations));
        Arrays.stream(Kind.values())
                .filter(kind -> violations.isEmpty() && !table.phrases.containsKey(kind))
                .forEach(kind ->
                        violations.add("Words table: no row is of the kind “%s”; add one.".formatted(kind.key())));
        if (!violations.isEmpty()) {
            throw new InvalidCatalog(violations);
        }
        return table;
    }

    private void read(Row row, Set<String> seen, List<String> violations) {
        var complaint = "Words table, row %d: %%s.".formatted(row.number());
        var kind = KINDS.get(row.cell("kind"));
        if (kind == null) {
            var known = String.join(", ", KINDS.keySet());
            violations.add(complaint.formatted("“%s” is no kind; choose one of %s".formatted(row.cell("kind"), known)));
            return;
        }
        if (row.cell("language").isEmpty()) {
            violations.add(complaint.formatted("it names no language; write one such as en, or any"));
        }
        if (!row.cell("remedy").isEmpty() && kind != Kind.NO_ANSWER) {
            violations.add(complaint.formatted("only “no answer” has a remedy; empty that cell"));
        }
        if (row.cell("words").isEmpty()) {
            violations.add(complaint.formatted("it has no words; write some, separated by commas, or remove the row"));
        }
        for (var written : row.cell("words").split(",", -1)) {
            var fault = add(kind, written.strip(), row.cell("remedy"));
            if (fault == null && !seen.add(kind + written.strip())) {
                fault = "stands in the table twice as “%s”; remove one".formatted(kind.key());
            }
            if (fault != null && !row.cell("words").isEmpty()) {
                violations.add(complaint.formatted("“%s” %s".formatted(written.strip(), fault)));
            }
        }
    }

    /** What is wrong with a phrase, or null when it is taken in. */
    private @Nullable String add(Kind kind, String written, String remedy) {
        if (written.startsWith(STAR)) {
            endings.computeIfAbsent(kind, any -> new ArrayList<>()).add(written.substring(1));
            return written.length() < 4 ? "is too short an ending; write at least three letters behind the star" : null;
        }
        var open = written.endsWith(STAR);
        var words = new ArrayList<String>();
        for (var part : (open ? written.substring(0, written.length() - 1) : written).split(" ", -1)) {
            if (part.equals(ANY) || part.equals(NUMBER)) {
                words.add(part);
            } else {
                Tokenizer.tokens(part).forEach(token -> words.add(token.word()));
            }
        }
        if (words.isEmpty() || words.get(0).equals(ANY)) {
            return "says nothing; begin with a word";
        }
        var same = phrases.computeIfAbsent(kind, any -> new HashMap<>())
                .computeIfAbsent(words.get(0), any -> new ArrayList<>());
        same.add(new Phrase(List.copyOf(words), open, remedy));
        same.sort(Comparator.comparing(phrase -> -phrase.words().size()));
        return null;
    }

    /** The longest phrase of the kind that stands at this place. */
    @Nullable
    Phrase at(Kind kind, List<Token> tokens, int start) {
        if (start < 0 || start >= tokens.size()) {
            return null;
        }
        var known = phrases.getOrDefault(kind, Map.of());
        var word = tokens.get(start).word();
        for (var first : tokens.get(start).isNumber() ? List.of(word, NUMBER) : List.of(word)) {
            for (var phrase : known.getOrDefault(first, List.of())) {
                if (fits(phrase, tokens, start)) {
                    return phrase;
                }
            }
        }
        return endings.getOrDefault(kind, List.of()).stream().anyMatch(word::endsWith)
                ? new Phrase(List.of(word), false, "")
                : null;
    }

    /** How many words the longest phrase of the kind at this place has; 0 for none. */
    int length(Kind kind, List<Token> tokens, int start) {
        var phrase = at(kind, tokens, start);
        return phrase == null ? 0 : phrase.words().size();
    }

    boolean is(Kind kind, List<Token> tokens, int place) {
        return length(kind, tokens, place) > 0;
    }

    /** The phrase of the kind that is the whole text. */
    @Nullable
    Phrase whole(Kind kind, List<Token> tokens) {
        var phrase = at(kind, tokens, 0);
        return phrase != null && phrase.words().size() == tokens.size() ? phrase : null;
    }

    boolean contains(Kind kind, List<Token> tokens) {
        return IntStream.range(0, tokens.size()).anyMatch(place -> is(kind, tokens, place));
    }

    private static boolean fits(Phrase phrase, List<Token> tokens, int start) {
        for (var i = 0; i < phrase.words().size(); i++) {
            if (start + i >= tokens.size() || !fits(phrase.words().get(i), tokens.get(start + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String expected, Token token) {
        return expected.equals(token.word()) || expected.equals(ANY) || (expected.equals(NUMBER) && token.isNumber());
    }
}
