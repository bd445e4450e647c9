package dev.baton.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers and times in a sentence; measurable is a number with a time that is not just that number. */
final class Measures {

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final String COUNT = "(?:\\d[\\d.,\\u00a0']*\\d|\\d)";
    private static final String NUMBER_WORD =
            "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
                    + "|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
                    + "|hundred|thousand|million|billion|dozen|half|halve[sd]?|third|quarter of|double[sd]?|triple[sd]?|twice|zero)";

    private static final Pattern NUMBER =
            Pattern.compile("\\d[\\d.,\\u00a0']*|\\b" + NUMBER_WORD + "\\b", Pattern.CASE_INSENSITIVE);

    /** Dates, months, quarters and years: the numbers in them count nothing. */
    private static final Pattern CALENDAR = Pattern.compile(
            "\\b\\d{4}-\\d{1,2}(?:-\\d{1,2})?\\b"
                    + "|\\b\\d{1,2}[./]\\d{1,2}(?:[./](?:\\d{4}|\\d{2}))\\b"
                    + "|\\b(?:by|before|until|till|on|from|through|due)\\s+\\d{1,2}[./]\\d{1,2}\\b"
                    + "|\\b(?:\\d{1,2}(?:st|nd|rd|th)?\\.?\\s+(?:of\\s+)?)?" + MONTH
                    + "\\b\\.?(?:\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?!\\s*%))?(?:,?\\s+'?" + YEAR + ")?"
                    + "|\\b(?:q[1-4]|h[12])\\b(?:[\\s/,-]*(?:of\\s+)?(?:fy)?'?(?:" + YEAR + "|\\d\\d)\\b)?"
                    + "|\\bfy\\s?'?\\d{2,4}\\b"
                    + "|\\b(?:by|in|during|until|till|before|end of|of|through|throughout|for|since)\\s+(?:the\\s+)?(?:year\\s+)?"
                    + YEAR + "\\b(?!-\\d)"
                    + "|\\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\\b"
                    + "|\\b(?:spring|summer|autumn|winter|christmas|easter|year[- ]end|black friday)\\b"
                    + "|\\b(?:today|tomorrow|tonight|yearly|annual(?:ly)?|quarterly|monthly|weekly|daily|hourly|overnight)\\b"
                    + "|\\b(?:first|second|third|fourth)\\s+quarter\\b"
                    + "|\\b(?:at|after|before|from|since|of|by)\\s+(?:the\\s+)?launch\\b|\\blaunch (?:day|week|month)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Lengths of time: the number in one is a time, unless another time stands beside it. */
    private static final Pattern DURATION = Pattern.compile(
            "(?:(?:" + COUNT + "|\\b" + NUMBER_WORD + ")[\\s-]*)?(?:business |working |calendar )?"
                    + "\\b(?:minute|hour|day|week|fortnight|month|quarter|year|sprint)s?\\b"
                    + "|" + COUNT + "\\s?(?:h|hrs?|min|d|wks?|mos?|yrs?)\\b",
            Pattern.CASE_INSENSITIVE);

    private Measures() {}

    static boolean hasNumber(String text) {
        return NUMBER.matcher(text).find();
    }

    static boolean measurable(String text) {
        List<Span> calendar = spans(CALENDAR, text);
        List<Span> times = new ArrayList<>(calendar);
        times.addAll(spans(DURATION, text));
        return spans(NUMBER, text).stream()
                .filter(number -> calendar.stream().noneMatch(number::in))
                .anyMatch(number -> times.stream().anyMatch(time -> !number.in(time)));
    }

    private static List<Span> spans(Pattern pattern, String text) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            spans.add(new Span(matcher.start(), matcher.end()));
        }
        return spans;
    }

    private record Span(int start, int end) {

        boolean in(Span other) {
            return start >= other.start && start < other.end;
        }
    }
}
