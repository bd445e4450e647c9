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

    private static final int LONGEST = 30;
    private static final Pattern YEAR = Pattern.compile("199\\d|20(?!00)\\d\\d");
    private static final Pattern DATE =
            Pattern.compile("[^/:]*[/:].*|\\d{4}-\\d{1,2}(?:-\\d{1,2})?|\\d{1,2}[.-]\\d{1,2}[.-]\\d{2,4}"
                    + "|\\d{1,2}\\.(?:0[1-9]|1[0-2])\\.|[qhts][1-4]|(?:fy|kw|cw|eoq)\\d{0,4}");
    private static final Pattern DAY = Pattern.compile("\\d{1,2}(?:st|nd|rd|th|er|e)?|20\\d\\d");
    private static final Pattern AMOUNT = Pattern.compile(
            "(?:eur|usd|gbp|chf|us)?\\d[\\d.,'–-]*(?:k|m|mm|mn|mio|mrd|bn|b|x|pp|ppt|pts?|eur|usd|gbp|chf)?");
    private static final Pattern SHORT_TIME = Pattern.compile("(\\d+)([a-z]{1,4})");
    private static final Set<String> OF = Set.of("of", "de");
    private static final Set<String> ALSO_OTHER_WORDS = Set.of("may", "march");
    private static final String SURE = "%€$£‰";

    private final List<Token> tokens;
    private final WordTable words;
    private final BitSet time = new BitSet();

    private Measurability(List<Token> tokens, WordTable words) {
        this.tokens = tokens;
        this.words = words;
        for (var i = 0; i < tokens.size(); i++) {
            var share = words.length(Kind.NUMBER, tokens, i);
            if (share > 1 && !YEAR.matcher(word(i + share)).matches()) {
                i += share - 1;
            } else {
                readTime(i);
            }
        }
    }

    /** How much and by when: which of the two a text says. */
    record Told(boolean amount, boolean time) {}

    static Told told(String text, WordTable words) {
        var read = new Measurability(Tokenizer.tokens(text), words);
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
            var day = OF.contains(word(i - 1)) ? i - 2 : i - 1;
            time.set(isDay(day) ? day : i, isDay(i + 1) ? i + 2 : i + 1);
        } else if (words.is(Kind.TIME, tokens, i)) {
            time.set(i, i + words.length(Kind.TIME, tokens, i));
        } else if (words.is(Kind.UNIT_OF_TIME, tokens, i)) {
            readDuration(i);
        } else if (isDate(i)
                || isShortTime(i)
                || (CalendarNames.weekday(word(i)) != null && CalendarNames.isInFull(word(i)))) {
            time.set(i);
        }
    }

    /** A number before a unit tells the time, unless something is brought to it: "cut the reply to 2 days". */
    private void readDuration(int unit) {
        var number = unit > 0 && (tokens.get(unit - 1).isNumber() || words.is(Kind.NUMBER, tokens, unit - 1));
        if (!number || time.get(unit - 1) || !words.is(Kind.REACHES, tokens, unit - 2)) {
            time.set(number ? unit - 1 : unit, unit + words.length(Kind.UNIT_OF_TIME, tokens, unit));
        }
    }

    private boolean isAmount(int i) {
        var token = tokens.get(i);
        var before = i == 0 ? "" : tokens.get(i - 1).gap();
        var named = before.equals("-") && !tokens.get(i - 1).isNumber();
        var linked = token.gap().equals("-")
                && !word(i + 1).isEmpty()
                && !tokens.get(i + 1).isNumber();
        var inWords = words.length(Kind.NUMBER, tokens, i);
        if (time.get(i)
                || named
                || linked
                || (inWords == 0
                        && !(token.word().length() < LONGEST
                                && AMOUNT.matcher(token.word()).matches()))) {
            return false;
        }
        var after = token.gap().strip();
        var sure = startsSure(after) || (!before.isEmpty() && SURE.indexOf(before.charAt(before.length() - 1)) >= 0);
        return sure || inWords > 0 || !(after.startsWith("°") || before.endsWith("#") || isInName(i));
    }

    private static boolean startsSure(String gap) {
        return !gap.isEmpty() && SURE.indexOf(gap.charAt(0)) >= 0;
    }

    /** "Route 66 is open", "SDG 13 by 2027", "version 2.0": a name is before it and nothing that it counts behind it. */
    private boolean isInName(int i) {
        if (words.is(Kind.NAMES, tokens, i - 1)) {
            return true;
        }
        var counts = !word(i + 1).isEmpty()
                && !tokens.get(i).endsClause()
                && !time.get(i + 1)
                && !words.is(Kind.SMALL_WORD, tokens, i + 1);
        return i > 1
                && (!counts || !words.is(Kind.SMALL_WORD, tokens, i - 2))
                && !time.get(i - 1)
                && tokens.get(i - 1).isCapitalized()
                && tokens.get(i - 1).gap().isBlank()
                && !tokens.get(i - 2).endsClause();
    }

    /** "may" and "march" need a capital, short names a day beside them. */
    private boolean isMonth(int i) {
        var capital = tokens.get(i).isCapitalized();
        var beside = capital && word(i).length() > 2 && (isDay(i - 1) || isDay(i + 1));
        return CalendarNames.month(word(i)) != null
                && (beside || (CalendarNames.isInFull(word(i)) && (capital || !ALSO_OTHER_WORDS.contains(word(i)))));
    }

    private boolean isDay(int i) {
        return DAY.matcher(word(i)).matches();
    }

    private boolean isDate(int i) {
        var word = word(i);
        var ended = tokens.get(i).gap().startsWith(".") ? word + "." : word;
        return word.length() < LONGEST
                && (YEAR.matcher(word).matches()
                        ? !startsSure(tokens.get(i).gap().strip())
                        : DATE.matcher(word).matches() || DATE.matcher(ended).matches());
    }

    /** 48h, 6wks; not 40m. */
    private boolean isShortTime(int i) {
        var found = SHORT_TIME.matcher(word(i).length() < LONGEST ? word(i) : "");
        return found.matches() && words.is(Kind.UNIT_OF_TIME, Tokenizer.tokens(found.group(2)), 0);
    }

    private String word(int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).word();
    }
}
