package dev.baton.contract;

import dev.baton.contract.Tokenizer.Token;
import dev.baton.contract.WordTable.Kind;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is no answer whatever was asked: blanks and marks alone, a slot of a template, the label once more, a phrase of the
 * words table, and what begins by saying that it is open.
 */
final class NonAnswers {

    /** No label has more words. */
    private static final int LABEL = 6;

    /** A longer answer says something besides where to look. */
    private static final int POINTER = 10;

    private static final String LEADS_NOWHERE = "leads nowhere from here; write it down or give a link";

    /** A gap of a template: [insert audience here], &lt;name&gt;, {{audience}}; a link is none. */
    private static final Pattern SLOT = Pattern.compile("[\\[<{]{1,2}[^]>}@]{0,200}+[]>}]{1,2}[.:]?");

    private static final Pattern COLON = Pattern.compile("\\s*+:(?!//)");
    private static final Pattern LAST_MARK = Pattern.compile("[.!?…]$");

    private NonAnswers() {}

    /** Null when the text says something, otherwise what is wrong with it. */
    static @Nullable Finding in(String text, Question question) {
        var words = question.words();
        var tokens = Tokenizer.tokens(text).stream()
                .filter(Predicate.not(Token::isSign))
                .toList();
        var bare = text.strip();
        if ((SLOT.matcher(bare).matches() && !bare.contains("://"))
                || isAsked(bare)
                || isLabel(bare, tokens, question)
                || isOpen(tokens, words)) {
            return Finding.placeholder(text);
        }
        var known = words.whole(Kind.NO_ANSWER, tokens);
        if (known != null) {
            return told(text, known.remedy());
        }
        var pointer = tokens.size() <= POINTER && words.contains(Kind.ELSEWHERE, tokens) && !text.contains("://");
        return pointer ? told(text, LEADS_NOWHERE) : null;
    }

    static boolean is(String text, Question question) {
        return in(text, question) != null;
    }

    private static Finding told(String text, String remedy) {
        var said = LAST_MARK.matcher(Finding.shorten(text)).replaceFirst("");
        return Finding.notMet("“%s” %s.".formatted(said, remedy));
    }

    /** "budget ???", "Maria (?)". */
    private static boolean isAsked(String text) {
        return text.endsWith("??") || text.endsWith("(?)");
    }

    /** Marks, "xxx" or a word that holds the place. */
    private static boolean saysNothing(List<Token> tokens, WordTable words) {
        if (tokens.stream().allMatch(token -> token.word().chars().allMatch(c -> c == 'x'))) {
            return true;
        }
        var known = words.whole(Kind.NO_ANSWER, tokens);
        return known != null && known.remedy().isEmpty();
    }

    /** "TBD - waiting on budget", also behind a label: "Key message: TBD", "Goal:". */
    private static boolean isOpen(List<Token> tokens, WordTable words) {
        var colon = IntStream.range(0, Math.min(LABEL, tokens.size()))
                .filter(i -> COLON.matcher(tokens.get(i).gap()).lookingAt())
                .findFirst()
                .orElse(-1);
        var rest = tokens.subList(colon + 1, tokens.size());
        return beginsOpen(tokens, words) || beginsOpen(rest, words) || saysNothing(rest, words);
    }

    private static boolean beginsOpen(List<Token> tokens, WordTable words) {
        var phrase = words.at(Kind.OPEN, tokens, 0);
        if (phrase == null) {
            return false;
        }
        var last = tokens.get(phrase.words().size() - 1);
        return !last.isGlued() && (phrase.open() || last.endsClause());
    }

    private static boolean isLabel(String text, List<Token> tokens, Question question) {
        return Stream.of(question.label(), question.field(), AnswerText.spoken(question.field()))
                .filter(label -> Math.abs(label.length() - text.length()) <= LABEL)
                .anyMatch(label -> words(Tokenizer.tokens(label)).equals(words(tokens)));
    }

    private static List<String> words(List<Token> tokens) {
        return tokens.stream().map(Token::word).toList();
    }
}
