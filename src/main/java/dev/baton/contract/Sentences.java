package dev.baton.contract;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts sentences the way a reader does: "e.g.", "U.S.", "3.5" and "baton.dev" end none. In doubt it counts less. */
final class Sentences {

    private static final Pattern END = Pattern.compile("[.!?…]+[\"”“»’')\\]]*(?=\\s+\\S|\\s*$)");
    private static final String OPENS_A_WORD = "([\"“„«";
    private static final Set<String> ABBREVIATIONS = Words.set("""
            e.g i.e a.k.a vs etc incl approx ca cf no nos vol fig min max avg est dept inc ltd llc corp co dr mr mrs ms prof
            st jr sr jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun a.m p.m resp
            z.b d.h u.a bzw ggf usw inkl zzgl evtl nr mio mrd tsd std p.ex ex env av bd
            """);
    private static final Pattern BULLET = Pattern.compile("\\n\\s*(?:[-•*–]|\\d{1,2}[.)])\\s+");

    private static final Pattern POINT = Pattern.compile("\\n(?!\\s*\\p{Ll})\\s*(?:[-•*–]\\s+|\\d{1,2}[.)]\\s+)?");

    private Sentences() {}

    static int count(String text) {
        int sentences = 0;
        for (String part : BULLET.split("\n" + text.strip(), -1)) {
            sentences += countIn(part.strip());
        }
        return sentences;
    }

    /** How many points a text lists: one per line, unless the line only goes on with the sentence before it. */
    static int points(String text) {
        return (int) POINT.splitAsStream("\n" + text.strip())
                .filter(line -> !Words.blank(line))
                .count();
    }

    private static int countIn(String text) {
        if (Words.blank(text)) {
            return 0;
        }
        int sentences = 0;
        int open = 0;
        Matcher end = END.matcher(text);
        while (end.find()) {
            if (endsSentence(text, end)) {
                sentences++;
                open = end.end();
            }
        }
        return Words.blank(text.substring(open)) ? sentences : sentences + 1;
    }

    private static boolean endsSentence(String text, Matcher end) {
        int next = end.end();
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next == text.length()) {
            return true;
        }
        boolean startsSmall = Character.isLowerCase(text.codePointAt(next));
        boolean fullStop = end.group().startsWith(".");
        return !startsSmall && !(fullStop && isShort(lastWord(text, end.start()), text.substring(next)));
    }

    /** An abbreviation, initials such as "U.S" and "J", or the day before a German month: "30. Juni". */
    private static boolean isShort(String word, String following) {
        String lower = word.toLowerCase(Locale.ROOT);
        return ABBREVIATIONS.contains(lower) || isInitials(word) || (isDay(word) && startsWithMonth(following));
    }

    private static boolean isInitials(String word) {
        for (int i = 0; i < word.length(); i++) {
            boolean expected = i % 2 == 0 ? Character.isLetter(word.charAt(i)) : word.charAt(i) == '.';
            if (!expected) {
                return false;
            }
        }
        return word.length() % 2 == 1;
    }

    private static boolean isDay(String word) {
        return !word.isEmpty() && word.length() <= 2 && word.chars().allMatch(Character::isDigit);
    }

    private static boolean startsWithMonth(String following) {
        int end = 0;
        while (end < following.length() && Character.isLetter(following.charAt(end))) {
            end++;
        }
        return Calendar.month(following.substring(0, end).toLowerCase(Locale.ROOT)) != null;
    }

    private static String lastWord(String text, int end) {
        int start = end;
        while (start > 0
                && !Character.isWhitespace(text.charAt(start - 1))
                && OPENS_A_WORD.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return text.substring(start, end);
    }
}
