package dev.baton.contract;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words that tell a time, in English, German and French, lower case. */
final class Calendar {

    private static final Map<String, Integer> MONTHS = months("""
            january  jan  januar    jänner  janvier  janv
            february feb  februar   février févr
            march    mar  märz      mrz     mars
            april    apr  avril     avr
            may      mai
            june     jun  juni      juin
            july     jul  juli      juillet juil
            august   aug  août
            september sep sept      septembre
            october  oct  oktober   okt     octobre
            november nov  novembre
            december dec  dezember  dez     décembre déc
            """);

    private static final Set<String> UNITS = Words.set("""
            minute minutes hour hours day days week weeks fortnight fortnights month months quarter quarters year years
            sprint sprints
            minuten stunde stunden tag tage tagen woche wochen monat monate monaten quartal quartale quartalen jahr jahre
            jahren heure heures jour jours semaine semaines mois trimestre trimestres semestre année années
            """);

    /** Only right behind a number: 6 wks, 2 h, 3 ans. */
    private static final Set<String> SHORT_UNITS =
            Words.set("h hr hrs min mins d wk wks mo mos yr yrs an ans std tg j");

    private static final Set<String> TIMES = Words.set("""
            monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
            sundays today tomorrow tonight yearly annual annually quarterly monthly weekly daily hourly overnight
            spring summer autumn winter christmas xmas easter thanksgiving halloween ramadan diwali hanukkah weekend
            eoy eoq eom eod
            montag dienstag mittwoch donnerstag freitag samstag sonntag frühjahr frühling sommer herbst weihnachten ostern
            pfingsten silvester muttertag vatertag valentinstag jahresende monatsende quartalsende jahreswechsel
            sommerferien täglich wöchentlich monatlich jährlich halbjahr
            lundi mardi mercredi jeudi vendredi samedi dimanche printemps été automne hiver noël pâques toussaint rentrée
            """);

    /** What stands before a date. */
    private static final Set<String> BEFORE_A_DATE = Words.set("""
            by before until till on from through throughout due in during of since for to and between starting ends year
            end early mid late
            bis am vom zum ab seit im ende anfang mitte jahr
            avant le du au dès fin début ici en pour jusqu mi
            """);

    /** What stands before a duration that is a time, not an amount: "in 3 months", not "to 2 days". */
    private static final Set<String> BEFORE_A_DURATION = Words.set("""
            in within over during for after every per next first last coming
            innerhalb binnen nach pro während ersten nächsten
            dans en sous pendant après premiers premières prochains prochaines
            """);

    private static final Set<String> ORDINALS = Words.set("""
            first second third fourth last this next erstes zweites drittes viertes erste zweite dritte vierte ersten
            zweiten dritten vierten premier premiere première deuxième troisième quatrième dernier
            """);

    private static final Set<String> PARTS_OF_A_YEAR =
            Words.set("quarter half quartal halbjahr trimestre semestre moitié hälfte");

    private static final Set<String> ORDINAL_ENDS = Words.set("st nd rd th er re e ème");

    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d{1,2}(?:-\\d{1,2})?(?:t\\d*)?|\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})");
    private static final Pattern DAY_AND_MONTH = Pattern.compile("(\\d{1,2})[./](\\d{1,2})");
    private static final Pattern PART_OF_A_YEAR = Pattern.compile("(?:[qt][1-4]|h[12]|fy\\d{0,4}|[ck]w\\d{0,2})");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private Calendar() {}

    /** 1 to 12, or null when the word names no month. */
    static @Nullable Integer month(String lower) {
        return MONTHS.get(lower);
    }

    static boolean isTime(String lower) {
        return TIMES.contains(lower);
    }

    static boolean isUnit(String lower) {
        return UNITS.contains(lower);
    }

    static boolean isShortUnit(String lower) {
        return SHORT_UNITS.contains(lower);
    }

    static boolean isOrdinal(String lower) {
        return ORDINALS.contains(lower);
    }

    static boolean isPartOfAYear(String lower) {
        return PARTS_OF_A_YEAR.contains(lower);
    }

    static boolean leadsToADate(String lower) {
        return BEFORE_A_DATE.contains(lower);
    }

    static boolean leadsToADuration(String lower) {
        return BEFORE_A_DURATION.contains(lower);
    }

    static boolean isDate(String lower) {
        return lower.length() >= 6 && DATE.matcher(lower).matches();
    }

    /** 30/6, 6/30, 30.06 or, with a dot behind it, 30.6. */
    static boolean isDayAndMonth(String lower, char after) {
        var found = DAY_AND_MONTH.matcher(lower);
        if (!found.matches() || after == '%') {
            return false;
        }
        int one = Integer.parseInt(found.group(1));
        int other = Integer.parseInt(found.group(2));
        boolean dotted = lower.indexOf('.') > 0;
        return Math.min(one, other) >= 1
                && Math.min(one, other) <= 12
                && Math.max(one, other) <= 31
                && (!dotted || after == '.' || found.group(2).startsWith("0"));
    }

    /** 1 to 31 out of 2, 02, 2nd or 1er; 0 when it is none. */
    static int dayOfMonth(String lower) {
        int digits = digits(lower);
        boolean day = digits >= 1 && digits <= 2 && (digits == lower.length() || isOrdinalNumber(lower));
        int number = day ? Integer.parseInt(lower.substring(0, digits)) : 0;
        return number <= 31 ? number : 0;
    }

    /** 2nd, 1er. */
    static boolean isOrdinalNumber(String lower) {
        int digits = digits(lower);
        return digits > 0 && ORDINAL_ENDS.contains(lower.substring(digits));
    }

    /** How many digits the word starts with. */
    static int digits(String word) {
        int digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            digits++;
        }
        return digits;
    }

    /** Q2, H1, FY27, KW12. */
    static boolean isPeriod(String lower) {
        return lower.length() <= 6 && PART_OF_A_YEAR.matcher(lower).matches();
    }

    static boolean isYear(String lower) {
        return lower.length() == 4 && YEAR.matcher(lower).matches();
    }

    private static Map<String, Integer> months(String text) {
        var lines = text.strip().toLowerCase(Locale.ROOT).lines().toList();
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(
                        line -> Stream.of(lines.get(line).strip().split("\\s+")).map(name -> Map.entry(name, line + 1)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
