package dev.baton.contract;

import dev.baton.contract.Tokenizer.Token;
import dev.baton.contract.WordTable.Kind;
import java.util.List;
import java.util.Set;

/**
 * Whether a text says how much and by when. A number that is part of a date, of a duration, of a name ("Route 66",
 * "B2B", "version 2.0") or a rank ("30th", "no. 1") is no amount.
 */
final class Measurability {

    private static final Set<String> SUFFIXES = Set.of(
            "", "k", "m", "mm", "mn", "mio", "mrd", "bn", "b", "x", "pp", "ppt", "pt", "pts", "eur", "usd", "gbp",
            "chf");
    private static final Set<String> CURRENCIES = Set.of("eur", "usd", "gbp", "chf", "us");
    private static final String CERTAIN = "%€$£‰";
    private static final int SHORT = 30;

    private final List<Token> tokens;
    private final WordTable words;
    private final boolean[] time;
    private boolean tellsTime;
    private boolean tellsAmount;

    private Measurability(List<Token> tokens, WordTable words) {
        this.tokens = tokens;
        this.words = words;
        this.time = new boolean[tokens.size()];
    }

    /** How much and by when: which of the two a text says. */
    enum Told {
        BOTH,
        AMOUNT_ONLY,
        TIME_ONLY,
        NEITHER
    }

    /** A digit anywhere, or a number in words: "A5 flyer", "three examples". */
    static boolean hasNumber(String text, WordTable words) {
        return text.chars().anyMatch(Character::isDigit) || holdsNumber(Tokenizer.tokens(text), words);
    }

    private static boolean holdsNumber(List<Token> tokens, WordTable words) {
        return words.contains(Kind.NUMBER, tokens) || words.contains(Kind.DURATION, tokens);
    }

    static Told told(String text, WordTable words) {
        var reading = new Measurability(Tokenizer.tokens(text), words);
        reading.read();
        if (reading.tellsTime) {
            return reading.tellsAmount ? Told.BOTH : Told.TIME_ONLY;
        }
        return reading.tellsAmount ? Told.AMOUNT_ONLY : Told.NEITHER;
    }

    private void read() {
        for (var i = 0; i < tokens.size(); i++) {
            var share = words.length(Kind.NUMBER, tokens, i);
            if (share > 1 && !isYear(i + share)) {
                tellsAmount = true;
                i += share - 1;
            } else if (isMonth(i)) {
                month(i);
            } else if (isDate(i) || CalendarNames.isWeekdayInFull(word(i))) {
                mark(i, 1);
            } else if (words.is(Kind.TIME, tokens, i)) {
                mark(i, words.length(Kind.TIME, tokens, i));
            } else if (words.is(Kind.UNIT_OF_TIME, tokens, i)) {
                unit(i);
            } else if (isGluedUnit(i)) {
                mark(i, 1);
            }
        }
        for (var i = 0; i < tokens.size(); i++) {
            tellsAmount |= !time[i] && isAmount(i);
        }
    }

    private void mark(int from, int length) {
        tellsTime = true;
        for (var i = Math.max(0, from); i < Math.min(from + length, time.length); i++) {
            time[i] = true;
        }
    }

    /** The day before or behind a month belongs to it, also in "1 de septiembre". */
    private void month(int i) {
        mark(i, 1);
        for (var near : new int[] {i - 1, i - 2, i + 1}) {
            var between = near == i - 2 && !Set.of("of", "de").contains(word(i - 1));
            if (near >= 0 && near < tokens.size() && !between && isDayOfMonth(near)) {
                mark(near, 1);
            }
        }
    }

    /** A number before a unit tells the time, unless something is brought to it: "cut the reply to 2 days". */
    private void unit(int i) {
        var number = isNumeric(i - 1) ? i - 1 : i;
        if (number < i && words.is(Kind.REACHES, tokens, number - 1)) {
            tellsAmount = true;
            time[number] = true;
            time[i] = true;
        } else if (number == i || !time[number]) {
            mark(number, i - number + words.length(Kind.UNIT_OF_TIME, tokens, i));
        }
    }

    private boolean isAmount(int i) {
        if (!tokens.get(i).isNumber()) {
            var length = words.length(Kind.NUMBER, tokens, i);
            var counts = length > 0 && !anyTime(i, length) && !glued(i) && !isLinked(i);
            return counts || isMoneyInOneWord(word(i));
        }
        var token = tokens.get(i);
        var gap = token.gap().stripLeading();
        var before = i == 0 ? "" : tokens.get(i - 1).gap();
        if (!SUFFIXES.contains(suffix(token.word())) || gap.startsWith("°") || before.endsWith("#")) {
            return false;
        }
        if ((!gap.isEmpty() && CERTAIN.indexOf(gap.charAt(0)) >= 0) || CERTAIN.indexOf(last(before)) >= 0) {
            return true;
        }
        return !glued(i) && !isLinked(i) && !isInName(i);
    }

    /** "Route 66 is open", "SDG 13 by 2027", "version 2.0": a name is before it and nothing that it counts behind it. */
    private boolean isInName(int i) {
        if (i == 0) {
            return false;
        }
        if (words.is(Kind.NAMES, tokens, i - 1)) {
            return true;
        }
        var named = i > 1
                && tokens.get(i - 1).isCapitalized()
                && !time[i - 1]
                && tokens.get(i - 1).gap().isBlank()
                && tokens.get(i - 2).gap().indexOf('\n') < 0
                && tokens.get(i - 2).gap().indexOf('.') < 0;
        var counts = i + 1 < tokens.size()
                && !tokens.get(i).endsClause()
                && !time[i + 1]
                && !words.is(Kind.SMALL_WORD, tokens, i + 1);
        return named && !counts;
    }

    /** COVID-19, top-10. */
    private boolean glued(int i) {
        return i > 0
                && tokens.get(i - 1).gap().equals("-")
                && !tokens.get(i - 1).isNumber();
    }

    /** 100-year, 2-for-1, third-party. */
    private boolean isLinked(int i) {
        return tokens.get(i).gap().equals("-")
                && i + 1 < tokens.size()
                && !tokens.get(i + 1).isNumber();
    }

    private boolean anyTime(int from, int length) {
        for (var i = from; i < from + length; i++) {
            if (time[i]) {
                return true;
            }
        }
        return false;
    }

    private boolean isNumeric(int i) {
        if (i < 0) {
            return false;
        }
        return tokens.get(i).isNumber() ? suffix(word(i)).isEmpty() : words.length(Kind.NUMBER, tokens, i) == 1;
    }

    /** "may" and "march" are also other words: they are months with a capital or beside a day. */
    private boolean isMonth(int i) {
        var word = word(i);
        if (CalendarNames.month(word) == null) {
            return false;
        }
        var beside = isDayOfMonth(i - 1) || isDayOfMonth(i + 1) || isYear(i + 1);
        var sure = CalendarNames.isMonthInFull(word)
                && (!Set.of("may", "march").contains(word) || tokens.get(i).isCapitalized());
        return sure || (beside && word.length() > 2 && tokens.get(i).isCapitalized());
    }

    private boolean isDayOfMonth(int i) {
        var digits = i < 0 || i >= tokens.size() ? 0 : digits(word(i));
        var day = (digits == 1 || digits == 2) && word(i).length() - digits <= 2;
        return day || isYear(i);
    }

    private boolean isYear(int i) {
        var word = word(i);
        return word.length() == 4
                && digits(word) == 4
                && word.compareTo("1990") >= 0
                && word.compareTo("2099") <= 0
                && !word.equals("2000");
    }

    /** A year, 30/06, 2027-06-30, 30.06.2027, 9:30, Q3, H1, FY27, KW48. */
    private boolean isDate(int i) {
        var word = word(i);
        if (word.length() > SHORT) {
            return false;
        }
        if (!tokens.get(i).isNumber()) {
            var letters = word.chars().takeWhile(Character::isLetter).count();
            return letters < word.length()
                    && word.length() - letters <= 4
                    && Set.of("q", "h", "t", "s", "fy", "kw", "cw", "eoq").contains(word.substring(0, (int) letters))
                    && digits(word.substring((int) letters)) == word.length() - letters;
        }
        if (isYear(i)) {
            return tokens.get(i).gap().stripLeading().indexOf('%') != 0;
        }
        var groups = word.split("[./–-]", -1);
        var dayAndMonth = groups.length == 2
                && word.indexOf('.') > 0
                && tokens.get(i).gap().startsWith(".")
                && groups[1].length() == 2
                && groups[1].compareTo("12") <= 0;
        return word.indexOf('/') > 0
                || word.indexOf(':') > 0
                || dayAndMonth
                || (groups.length >= 2 && groups[0].length() == 4 && word.indexOf('-') == 4)
                || (groups.length == 3 && groups[1].length() <= 2);
    }

    private boolean isGluedUnit(int i) {
        var word = word(i);
        var digits = digits(word);
        return digits > 0
                && digits < word.length()
                && words.is(Kind.UNIT_OF_TIME, Tokenizer.tokens(word.substring(digits)), 0)
                && !SUFFIXES.contains(word.substring(digits));
    }

    private static boolean isMoneyInOneWord(String word) {
        var letters = (int) word.chars().takeWhile(Character::isLetter).count();
        return letters < word.length() && CURRENCIES.contains(word.substring(0, letters));
    }

    private static String suffix(String word) {
        var end = word.length();
        while (end > 0 && !Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(end);
    }

    private static char last(String text) {
        return text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    }

    private static int digits(String word) {
        return (int) word.chars().takeWhile(c -> c >= '0' && c <= '9').count();
    }

    private String word(int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).word();
    }
}
