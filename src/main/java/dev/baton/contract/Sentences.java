package dev.baton.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts sentences the way a reader does: "e.g.", "U.S.", "3.5" and "baton.dev" end none. In doubt it counts less. */
final class Sentences {

    private static final Pattern END = Pattern.compile("[.!?…]+[\"”’')\\]]*(?=\\s+\\S|\\s*$)");
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|[\\s(\\[\"“])(?:e\\.g|i\\.e|a\\.k\\.a|vs|etc|incl|approx|ca|cf|no|nos|vol|fig|min|max|avg|est|dept|inc|ltd"
                    + "|llc|corp|co|dr|mr|mrs|ms|prof|st|jr|sr|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|wed"
                    + "|thu|fri|sat|sun|a\\.m|p\\.m|resp|z\\.b|bzw|ggf|(?:\\p{L}\\.)*\\p{Lu})$",
            Pattern.CASE_INSENSITIVE);
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
        String following = text.substring(end.end()).strip();
        if (following.isEmpty()) {
            return true;
        }
        boolean startsSmall = Character.isLowerCase(following.codePointAt(0));
        boolean fullStop = end.group().startsWith(".");
        return !startsSmall
                && !(fullStop
                        && ABBREVIATION.matcher(text.substring(0, end.start())).find());
    }
}
