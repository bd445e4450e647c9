package dev.baton.contract;

import dev.baton.contract.Tokenizer.Token;
import dev.baton.contract.WordTable.Kind;
import java.util.List;
import java.util.regex.Pattern;
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

    private static final int LONGEST_SLOT = 200;
    private static final Pattern SLOT = Pattern.compile("[\\[<{]{1,2}[^]>}@]*+[]>}]{1,2}[.:]?");
    private static final String LEADS_NOWHERE = "leads nowhere from here; write it down or give a link";

    private NonAnswers() {}

    /** Null when the text says something, otherwise what is wrong with it. */
    static @Nullable Finding in(String text, Question question) {
        var tokens = Tokenizer.tokens(text);
        if (tokens.stream()
                        .allMatch(
                                token -> token.isSign() || token.word().chars().allMatch(c -> c == 'x'))
                || isSlot(text.strip())
                || isLabel(text.strip(), tokens, question)
                || isOpen(tokens, question)
                || isAsked(text.strip())) {
            return Finding.placeholder(text);
        }
        var known = question.words().whole(Kind.NO_ANSWER, tokens);
        if (known != null) {
            return known.remedy().isEmpty() ? Finding.placeholder(text) : told(text, known.remedy());
        }
        var pointer =
                tokens.size() <= POINTER && question.words().contains(Kind.ELSEWHERE, tokens) && !text.contains("://");
        return pointer ? told(text, LEADS_NOWHERE) : null;
    }

    static boolean is(String text, Question question) {
        return in(text, question) != null;
    }

    private static Finding told(String text, String remedy) {
        return Finding.notMet("“%s” %s.".formatted(Finding.shorten(text).replaceAll("[.!?…]$", ""), remedy));
    }

    /** "TBD - waiting on budget", also behind a label: "Key message: TBD", "Goal:". */
    private static boolean isOpen(List<Token> tokens, Question question) {
        if (beginsOpen(tokens, question)) {
            return true;
        }
        for (var i = 0; i < Math.min(LABEL, tokens.size()); i++) {
            var gap = tokens.get(i).gap().strip();
            if (gap.startsWith(":") && !gap.startsWith("://")) {
                var rest = tokens.subList(i + 1, tokens.size());
                var filler = rest.isEmpty() ? null : question.words().whole(Kind.NO_ANSWER, rest);
                return rest.isEmpty() || (filler != null && filler.remedy().isEmpty()) || beginsOpen(rest, question);
            }
        }
        return false;
    }

    private static boolean beginsOpen(List<Token> tokens, Question question) {
        var phrase = question.words().at(Kind.OPEN, tokens, 0);
        if (phrase == null) {
            return false;
        }
        var last = tokens.get(phrase.words().size() - 1);
        return !last.isGlued() && (phrase.open() || last.endsClause());
    }

    /** "budget ???", "Maria (?)". */
    private static boolean isAsked(String text) {
        return text.endsWith("??") || text.endsWith("(?)");
    }

    /** A gap of a template: [insert audience here], &lt;name&gt;, {{audience}}; a link is none. */
    private static boolean isSlot(String text) {
        return text.length() <= LONGEST_SLOT
                && !text.contains("://")
                && SLOT.matcher(text).matches();
    }

    private static boolean isLabel(String text, List<Token> tokens, Question question) {
        return List.of(question.label(), question.field(), AnswerText.spoken(question.field())).stream()
                .filter(label -> Math.abs(label.length() - text.length()) <= LABEL)
                .anyMatch(label -> words(Tokenizer.tokens(label)).equals(words(tokens)));
    }

    private static List<String> words(List<Token> tokens) {
        return tokens.stream().map(Token::word).toList();
    }
}
