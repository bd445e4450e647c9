package dev.baton.contract;

import dev.baton.contract.Tokenizer.Token;
import dev.baton.contract.WordTable.Kind;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Whether a text says how much and by when. A number that is part of a date, of a duration, of a name ("Route 66",
 * "B2B", "version 2.0") or a rank ("30th", "no. 1") is no amount.
 */
final class Measurability {

    private static final Pattern DATE = Pattern.compile(String.join(
            "|",
            "199\\d|20(?!00)\\d\\d",
            "[^/:]*[/:].*",
            "\\d{4}-\\d{1,2}(?:-\\d{1,2})?",
            "\\d{1,2}[.-]\\d{1,2}[.-]\\d{2,4}",
            "\\d{1,2}\\.(?:0[1-9]|1[0-2])\\.",
            "[qhts][1-4]|(?:fy|kw|cw|eoq)\\d{0,4}",
            "\\d+(?:min|mins|h|hr|hrs|d|w|wk|wks|mo|mos|y|yr|yrs|std|tg)"));
    private static final Pattern DAY = Pattern.compile("\\d{1,2}(?:st|nd|rd|th|er|e)?|20\\d\\d");
    private static final Pattern AMOUNT = Pattern.compile(
            "(?:eur|usd|gbp|chf|us)?\\d[\\d.,'–-]*(?:k|m|mm|mn|mio|mrd|bn|b|x|pp|ppt|pts?|eur|usd|gbp|chf)?");
    private static final Pattern STARTS_MARKED = Pattern.compile("\\s*+[%€$£‰]");
    private static final Pattern ENDS_MARKED = Pattern.compile("[%€$£‰]$");
    private static final Set<String> SHORT_IN_FULL = Set.of("may", "mai", "mei");

    private final List<Token> tokens;
    private final WordTable words;
    private final BitSet time = new BitSet();

    private Measurability(String text, WordTable words) {
        this.tokens = Tokenizer.tokens(text);
        this.words = words;
        for (var i = 0; i < tokens.size(); i++) {
            var share = words.length(Kind.NUMBER, tokens, i);
            if (share > 1) {
                i += share - 1;
            } else {
                readTime(i);
            }
        }
    }

    /** How much and by when: which of the two a text says. */
    record Told(boolean amount, boolean time) {}

    static Told told(String text, WordTable words) {
        var read = new Measurability(text, words);
        return new Told(IntStream.range(0, read.tokens.size()).anyMatch(read::isAmount), !read.time.isEmpty());
    }

    /** A digit anywhere, or a number in words: "A5 flyer", "three examples", "within a day". */
    static boolean hasNumber(String text, WordTable words) {
        var tokens = Tokenizer.tokens(text);
        return text.chars().anyMatch(Character::isDigit)
                || words.contains(Kind.NUMBER, tokens)
                || words.contains(Kind.DURATION, tokens);
    }

    private void readTime(int i) {
        if (isMonth(i)) {
            var day = Set.of("of", "de").contains(word(i - 1)) ? i - 2 : i - 1;
            time.set(isDay(day) ? day : i, isDay(i + 1) ? i + 2 : i + 1);
        } else if (words.is(Kind.TIME, tokens, i)) {
            time.set(i, i + words.length(Kind.TIME, tokens, i));
        } else if (words.is(Kind.UNIT_OF_TIME, tokens, i)) {
            readDuration(i);
        } else if (isDate(i)) {
            time.set(i);
        }
    }

    /** A number before a unit tells the time, unless something is brought to it: "cut the reply to 2 days". */
    private void readDuration(int unit) {
        var number = isNumber(unit - 1);
        if (!number || time.get(unit - 1) || !words.is(Kind.REACHES, tokens, unit - 2)) {
            time.set(number ? unit - 1 : unit, unit + words.length(Kind.UNIT_OF_TIME, tokens, unit));
        }
    }

    /** Names in full, "may" and "march" with a capital; short names need a capital and a day beside them. */
    private boolean isMonth(int i) {
        var word = word(i);
        var capital = tokens.get(i).isCapitalized();
        var beside = word.length() > 2 && (isDay(i - 1) || isDay(i + 1));
        return CalendarNames.month(word) != null
                && (word.length() > 3
                        ? capital || !word.equals("march")
                        : capital && (beside || SHORT_IN_FULL.contains(word)));
    }

    private boolean isDate(int i) {
        return DATE.matcher(word(i)).matches()
                || (gap(i).startsWith(".") && DATE.matcher(word(i) + ".").matches())
                || (CalendarNames.weekday(word(i)) != null && word(i).length() > 3);
    }

    private boolean isAmount(int i) {
        var inWords = words.is(Kind.NUMBER, tokens, i);
        if (time.get(i)
                || isHyphenated(i)
                || !(inWords || AMOUNT.matcher(word(i)).matches())) {
            return false;
        }
        var marked = STARTS_MARKED.matcher(gap(i)).lookingAt()
                || ENDS_MARKED.matcher(gap(i - 1)).find();
        return inWords || marked || !(gap(i).startsWith("°") || gap(i - 1).endsWith("#") || isInName(i));
    }

    /** "COVID-19" and "2-for-1" count nothing, "50-60" does. */
    private boolean isHyphenated(int i) {
        var before = gap(i - 1).equals("-") && !tokens.get(i - 1).isNumber();
        return before || (gap(i).equals("-") && !tokens.get(i + 1).isNumber());
    }

    /** "Route 66 is open", "SDG 13 by 2027", "version 2.0": a name is before it and nothing that it counts behind it. */
    private boolean isInName(int i) {
        var counts = !tokens.get(i).endsClause() && !time.get(i + 1) && !words.is(Kind.SMALL_WORD, tokens, i + 1);
        var named = i > 1
                && tokens.get(i - 1).isCapitalized()
                && gap(i - 1).isBlank()
                && !time.get(i - 1)
                && !tokens.get(i - 2).endsClause();
        return words.is(Kind.NAMES, tokens, i - 1) || (named && !counts);
    }

    private boolean isNumber(int i) {
        return i >= 0 && (tokens.get(i).isNumber() || words.is(Kind.NUMBER, tokens, i));
    }

    private boolean isDay(int i) {
        return DAY.matcher(word(i)).matches();
    }

    private String word(int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).word();
    }

    private String gap(int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).gap();
    }
}
