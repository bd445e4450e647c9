package dev.baton.contract;

import dev.baton.contract.Tokens.Token;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which words of a text tell a time, and which numbers are left as amounts. The number in a date counts nothing; the
 * number in a duration counts where another time stands beside it: "answer in 2 days by June".
 */
final class Timeline {

    private static final Set<String> NAMES_ONE =
            Set.of("the", "number", "no", "nr", "any", "each", "every", "this", "that");
    private static final Set<String> AFTER_NO_COUNT = Set.of("of", "stop", "another", "day");
    private static final Set<String> SHARES = Set.of("a", "one", "two", "three");
    private static final Set<String> RANKS = Set.of("number", "no", "nr", "nummer", "numéro");
    private static final Set<String> KINDS_OF_DAYS = Set.of("business", "working", "calendar", "full");
    private static final Set<String> AMBIGUOUS_MONTHS = Set.of("may", "mar", "mars");
    private static final Set<String> LAUNCHES = Set.of("launch", "lancement", "markteinführung");
    private static final Set<String> CURRENCIES =
            Set.of("eur", "usd", "gbp", "chf", "aud", "cad", "sek", "nok", "dkk", "pln", "inr", "jpy", "us");

    private final List<Token> tokens;

    /** Per token the number of the time it belongs to, 0 for none. */
    private final int[] times;

    private final boolean[] countsNothing;
    private int told;

    private Timeline(List<Token> tokens) {
        this.tokens = tokens;
        this.times = new int[tokens.size()];
        this.countsNothing = new boolean[tokens.size()];
    }

    static Timeline of(List<Token> tokens) {
        Timeline timeline = new Timeline(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            timeline.read(i);
        }
        return timeline;
    }

    boolean tellsTime() {
        return told > 0;
    }

    /** The places of the numbers that are no part of a date. */
    List<Integer> amounts() {
        return IntStream.range(0, tokens.size())
                .filter(i -> !countsNothing[i] && isNumber(i))
                .boxed()
                .toList();
    }

    boolean hasTimeBeside(int amount) {
        return told > (times[amount] == 0 ? 0 : 1);
    }

    private void read(int i) {
        if (times[i] > 0) {
            return;
        }
        String word = word(i);
        if (Calendar.isDate(word) || isDayAndMonth(i) || Calendar.isTime(word)) {
            date(i, i);
        } else if (isMonth(i)) {
            date(isDayOfMonth(i - 1) ? i - 1 : i, endOfMonth(i));
        } else if (Calendar.isPeriod(word)) {
            date(i, endOfPeriod(i));
        } else if (Calendar.isOrdinal(word) && Calendar.isPartOfAYear(word(i + 1))) {
            date(i, i + 1);
        } else if (Calendar.isYear(word)) {
            year(i);
        } else if (isLaunch(i) || isSeasonByContext(i)) {
            date(i, i);
        } else if (isUnit(i)) {
            duration(i);
        } else if (isShortDuration(word)) {
            time(i, i);
        }
    }

    private void date(int from, int to) {
        time(from, to);
        for (int i = from; i <= to; i++) {
            countsNothing[i] = true;
        }
    }

    private void time(int from, int to) {
        told++;
        for (int i = from; i <= to; i++) {
            times[i] = told;
        }
    }

    /** "in 2027" counts nothing; a year without a word before it is a time for the other numbers. */
    private void year(int i) {
        if (Calendar.leadsToADate(word(i - 1)) || (i > 0 && countsNothing[i - 1])) {
            date(i, i);
        } else {
            time(i, i);
        }
    }

    private void duration(int unit) {
        int number = KINDS_OF_DAYS.contains(word(unit - 1)) ? unit - 2 : unit - 1;
        int from = isNumber(number) && times[number] == 0 ? number : unit;
        if (Calendar.leadsToADuration(word(from - 1))) {
            date(from, unit);
        } else {
            time(from, unit);
        }
    }

    private boolean isDayAndMonth(int i) {
        Token token = tokens.get(i);
        if (!token.startsWithDigit() || !Calendar.isDayAndMonth(token.lower(), token.after())) {
            return false;
        }
        return Calendar.leadsToADate(word(i - 1)) || (i > 0 && countsNothing[i - 1] && times[i - 1] > 0);
    }

    /** "may" and "mar" are also other words, "Mars" a planet: written small or large they need a date around them. */
    private boolean isMonth(int i) {
        String word = word(i);
        if (Calendar.month(word) == null) {
            return false;
        }
        boolean large = Character.isUpperCase(tokens.get(i).text().charAt(0));
        boolean sure = !AMBIGUOUS_MONTHS.contains(word) || (word.equals("may") && large);
        return sure || Calendar.leadsToADate(word(i - 1)) || isDayOfMonth(i - 1) || Calendar.isYear(word(i + 1));
    }

    private int endOfMonth(int month) {
        int end = month;
        if (isDayOfMonth(end + 1) && tokens.get(end + 1).after() != '%') {
            end++;
        }
        return isYearBehind(end + 1) ? end + 1 : end;
    }

    private int endOfPeriod(int period) {
        boolean numbered = Character.isDigit(word(period).charAt(word(period).length() - 1));
        int end = !numbered && isDayOfMonth(period + 1) ? period + 1 : period;
        int next = word(end + 1).equals("of") ? end + 2 : end + 1;
        return isYearBehind(next) ? next : end;
    }

    private boolean isYearBehind(int i) {
        return Calendar.isYear(word(i))
                || (word(i).length() == 2 && "'’/-".indexOf(tokens.get(i).before()) >= 0 && isDigits(word(i)));
    }

    private boolean isDayOfMonth(int i) {
        return Calendar.dayOfMonth(word(i)) > 0;
    }

    /** "at launch", "six weeks after the launch". */
    private boolean isLaunch(int i) {
        if (!LAUNCHES.contains(word(i))) {
            return false;
        }
        int before = Set.of("the", "dem", "der", "le", "du").contains(word(i - 1)) ? i - 2 : i - 1;
        return Calendar.leadsToADate(word(before))
                || Set.of("at", "after", "nach", "zum", "après", "au").contains(word(before))
                || word(i - 1).equals("du");
    }

    private boolean isSeasonByContext(int i) {
        return word(i).equals("fall")
                && (Calendar.leadsToADate(word(i - 1))
                        || Set.of("this", "next", "the").contains(word(i - 1))
                        || Calendar.isYear(word(i + 1)));
    }

    private boolean isUnit(int i) {
        if (Calendar.isUnit(word(i))) {
            return !isShare(i);
        }
        return Calendar.isShortUnit(word(i)) && isNumber(i - 1);
    }

    /** "a quarter of the donors" is an amount. */
    private boolean isShare(int i) {
        return word(i).startsWith("quarter") && word(i + 1).equals("of") && SHARES.contains(word(i - 1));
    }

    private static boolean isShortDuration(String word) {
        int digits = Calendar.digits(word);
        return digits > 0 && digits < word.length() && Calendar.isShortUnit(word.substring(digits));
    }

    private boolean isNumber(int i) {
        String word = word(i);
        if (word.isEmpty()) {
            return false;
        }
        if (Character.isDigit(word.charAt(0))) {
            return isCount(i);
        }
        return switch (word) {
            case "one" -> !NAMES_ONE.contains(word(i - 1)) && !AFTER_NO_COUNT.contains(word(i + 1));
            case "third" -> SHARES.contains(word(i - 1));
            case "half" -> !Calendar.isOrdinal(word(i - 1));
            case "quarter", "quarters" -> isShare(i);
            default -> Numerals.isNumber(word) || isMoney(word);
        };
    }

    /** Digits that count something: not the 2nd, not No. 1, not 24/7, not COVID-19. */
    private boolean isCount(int i) {
        Token token = tokens.get(i);
        String word = token.lower();
        boolean partOfAName =
                token.hyphenated() && i > 0 && isAllCapitals(tokens.get(i - 1).text());
        boolean rank = token.before() == '#' || (word.equals("1") && RANKS.contains(word(i - 1)));
        boolean saying = word.equals("24/7")
                || (word.equals("360") && (token.after() == '°' || word(i + 1).equals("degree")));
        return !partOfAName && !rank && !saying && !Calendar.isOrdinalNumber(word);
    }

    /** EUR40k in one word. */
    private static boolean isMoney(String word) {
        int letters = 0;
        while (letters < word.length() && Character.isLetter(word.charAt(letters))) {
            letters++;
        }
        return letters < word.length() && CURRENCIES.contains(word.substring(0, letters));
    }

    private static boolean isAllCapitals(String text) {
        return text.chars().allMatch(Character::isUpperCase);
    }

    private static boolean isDigits(String word) {
        return Calendar.digits(word) == word.length();
    }

    private String word(int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).lower();
    }
}
