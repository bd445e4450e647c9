package dev.baton.contract;

import dev.baton.contract.Tokenizer.Token;
import dev.baton.contract.WordTable.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is no answer whatever was asked: blanks and marks alone, a slot of a template, the label once more, a phrase of the
 * words table, and what begins by saying that it is open.
 */
final class NonAnswers {

    /** No label is longer. */
    private static final int LABEL = 6;

    /** A longer answer says something besides where to look. */
    private static final int WORDS_OF_A_POINTER = 10;

    private static final String ELSEWHERE = "leads nowhere from here; write it down or give a link";

    private NonAnswers() {}

    /** Null when the text says something, otherwise what is wrong with it. */
    static @Nullable Finding in(String text, Question question) {
        var tokens = Tokenizer.tokens(text);
        if (tokens.stream().allMatch(Token::isSign)
                || isSlot(text)
                || isLabel(tokens, question)
                || isOpen(text, tokens, question)) {
            return Finding.placeholder(text);
        }
        var known = whole(tokens, question);
        if (known == null) {
            return pointsElsewhere(text, tokens, question) ? told(text, ELSEWHERE) : null;
        }
        return known.remedy().isEmpty() ? Finding.placeholder(text) : told(text, known.remedy());
    }

    private static Finding told(String text, String remedy) {
        var end = text.length();
        while (end > 0
                && !Character.isLetterOrDigit(text.charAt(end - 1))
                && ")]”\"".indexOf(text.charAt(end - 1)) < 0) {
            end--;
        }
        return Finding.notMet("“%s” %s.".formatted(Finding.shorten(text.substring(0, end)), remedy));
    }

    /** A short answer that sends people where they cannot look from here; with a link it is fine. */
    private static boolean pointsElsewhere(String text, List<Token> tokens, Question question) {
        return tokens.size() <= WORDS_OF_A_POINTER
                && question.words().contains(Kind.ELSEWHERE, tokens)
                && !text.contains("://");
    }

    static boolean is(String text, Question question) {
        return in(text, question) != null;
    }

    /** Begins by saying that it is open, or ends in question marks: "TBD - waiting on budget", "budget ???". */
    private static boolean isOpen(String text, List<Token> tokens, Question question) {
        if (begins(tokens, 0, question)
                || tokens.stream().allMatch(token -> token.word().chars().allMatch(c -> c == 'x'))) {
            return true;
        }
        var end = text.stripTrailing();
        return end.endsWith("??") || end.endsWith("(?)") || afterLabel(tokens, question);
    }

    private static boolean begins(List<Token> tokens, int start, Question question) {
        var phrase = question.words().at(Kind.OPEN, tokens, start);
        if (phrase == null) {
            return false;
        }
        var last = tokens.get(start + phrase.words().size() - 1);
        return !last.isGlued() && (phrase.open() || last.endsClause());
    }

    /** "Key message: TBD", "Goal:". */
    private static boolean afterLabel(List<Token> tokens, Question question) {
        for (var i = 0; i < Math.min(LABEL, tokens.size()); i++) {
            var gap = tokens.get(i).gap().strip();
            if (gap.startsWith(":") && !gap.startsWith("://")) {
                var rest = tokens.subList(i + 1, tokens.size());
                return rest.isEmpty() || begins(rest, 0, question) || isFiller(rest, question);
            }
        }
        return false;
    }

    private static boolean isFiller(List<Token> tokens, Question question) {
        var known = whole(tokens, question);
        return known != null && known.remedy().isEmpty();
    }

    private static WordTable.@Nullable Phrase whole(List<Token> tokens, Question question) {
        var phrase = question.words().at(Kind.NO_ANSWER, tokens, 0);
        return phrase != null && (phrase.open() || phrase.words().size() == tokens.size()) ? phrase : null;
    }

    /** A gap of a template: [insert audience here], &lt;name&gt;, {{audience}}; no link, no ticked box. */
    private static boolean isSlot(String text) {
        var plain = text.strip();
        var close = switch (plain.charAt(0)) {
            case '[' -> ']';
            case '<' -> '>';
            case '{' -> '}';
            default -> ' ';
        };
        var end = plain.endsWith(".") || plain.endsWith(":") ? plain.length() - 2 : plain.length() - 1;
        var inside = close == ' ' ? -1 : plain.indexOf(close);
        return inside > 0
                && plain.charAt(end) == close
                && plain.substring(inside, end).chars().allMatch(c -> c == plain.charAt(end))
                && !plain.contains("://")
                && plain.indexOf('@') < 0;
    }

    private static boolean isLabel(List<Token> tokens, Question question) {
        return same(tokens, question.label())
                || same(tokens, question.field())
                || same(tokens, AnswerText.spoken(question.field()));
    }

    private static boolean same(List<Token> tokens, String label) {
        if (tokens.size() > 2 * LABEL) {
            return false;
        }
        return words(tokens).equals(words(Tokenizer.tokens(label)));
    }

    private static List<String> words(List<Token> tokens) {
        return tokens.stream().map(Token::word).toList();
    }
}
