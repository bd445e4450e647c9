package dev.baton.contract;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that hold the place of an answer: TBD, n/a, ?, -, lorem ipsum, a lone label, blanks. */
final class Placeholders {

    /** Words that say of an answer that it is open, also with more words behind: "not decided; will be usage-based". */
    private static final Set<String> OPEN = Set.of(
            "tbd",
            "tba",
            "tbc",
            "to be determined",
            "to be defined",
            "to be decided",
            "to be confirmed",
            "to be announced",
            "not decided",
            "not decided yet",
            "not yet decided",
            "not fixed",
            "not fixed yet",
            "not yet known",
            "undecided",
            "unclear",
            "noch offen",
            "noch nicht entschieden",
            "wird noch geklärt",
            "à définir",
            "à confirmer");

    private static final Set<String> KNOWN = Set.of(
            "tbs",
            "todo",
            "to do",
            "to be done",
            "to be added",
            "to follow",
            "na",
            "n/a",
            "n.a",
            "n / a",
            "n.a.",
            "not applicable",
            "not available",
            "placeholder",
            "pending",
            "not yet",
            "unknown",
            "not sure",
            "no idea",
            "don't know",
            "coming soon",
            "fill in",
            "fill me in",
            "insert here",
            "insert text",
            "insert text here",
            "your text here",
            "asdf",
            "foo",
            "foo bar",
            "blah",
            "blah blah",
            "test test",
            "string",
            "null",
            "offen",
            "folgt",
            "k.a",
            "unbekannt",
            "à venir",
            "à compléter",
            "en attente",
            "undefined");
    private static final Pattern MARKS = Pattern.compile("[\\p{Punct}\\p{S}\\p{IsPunctuation}\\s]+");
    private static final Pattern CROSSES = Pattern.compile("x{1,}", Pattern.CASE_INSENSITIVE);
    private static final Pattern SLOT = Pattern.compile("(\\[[^\\]]*]|<[^>]*>|\\{\\{[^}]*}})[.:]?");
    private static final String TRAILING = " \t\n\r.!?:…,;";
    private static final String CLAUSE_ENDS = ";:,.(–—";
    private static final String LOREM_IPSUM = "lorem ipsum";
    private static final Pattern LABELLED =
            Pattern.compile("([\\p{L}][\\p{L}\\p{N} '/()&-]{0,40}):(.*)", Pattern.DOTALL);

    /** A text longer than the longest label says something. */
    private static final int LONGEST = 100;

    /** No known placeholder is longer, dots between its letters included. */
    private static final int LONGEST_KNOWN = 48;

    private Placeholders() {}

    /** True when nothing in the text answers the question that the label asks. */
    static boolean is(String text, String field, String label) {
        if (Words.blank(text)) {
            return true;
        }
        String words = text.strip();
        if (words.length() > LONGEST) {
            return words.regionMatches(true, 0, LOREM_IPSUM, 0, LOREM_IPSUM.length());
        }
        if (standsIn(words) || isLabel(words, field, label)) {
            return true;
        }
        if (OPEN.contains(firstClause(words))) {
            return true;
        }
        if (words.indexOf(':') < 0) {
            return false;
        }
        Matcher labelled = LABELLED.matcher(words);
        return labelled.matches()
                && (Words.blank(labelled.group(2)) || standsIn(labelled.group(2).strip()));
    }

    private static boolean standsIn(String words) {
        if (!Character.isLetterOrDigit(words.charAt(0))) {
            return MARKS.matcher(words).matches() || SLOT.matcher(words).matches() || isKnown(words);
        }
        return words.regionMatches(true, 0, LOREM_IPSUM, 0, LOREM_IPSUM.length()) || isKnown(words);
    }

    private static boolean isKnown(String words) {
        if (words.length() > LONGEST_KNOWN) {
            return false;
        }
        String plain = withoutEnd(words.toLowerCase(Locale.ROOT).replace('’', '\''));
        return isKnownExactly(plain) || (plain.indexOf('.') >= 0 && isKnownExactly(plain.replace(".", "")));
    }

    private static boolean isKnownExactly(String plain) {
        return plain.isEmpty()
                || OPEN.contains(plain)
                || KNOWN.contains(plain)
                || (plain.charAt(0) == 'x' && CROSSES.matcher(plain).matches());
    }

    private static boolean isLabel(String words, String field, String label) {
        String plain = withoutEnd(words);
        return plain.equalsIgnoreCase(label)
                || plain.equalsIgnoreCase(field)
                || (plain.length() > field.length() && plain.equalsIgnoreCase(Words.spoken(field)));
    }

    /** What stands before the first sign that ends a clause. */
    private static String firstClause(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (CLAUSE_ENDS.indexOf(words.charAt(i)) >= 0) {
                return words.substring(0, i).strip().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    static String withoutEnd(String words) {
        int end = words.length();
        while (end > 0 && TRAILING.indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return words.substring(0, end);
    }
}
