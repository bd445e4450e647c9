package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.contract.Tokenizer.Token;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the words of an answer can be asked to satisfy. */
final class Conditions {

    private Conditions() {}

    /** {@code at most 3 sentences}. */
    record AtMostSentences(int limit) implements Condition {

        @Override
        public String goodAnswer() {
            return "at most %d sentences".formatted(limit);
        }

        @Override
        public boolean describesAnAnswer() {
            return false;
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            var sentences = SentenceCounter.count(AnswerText.of(answer), question.words());
            return sentences <= limit
                    ? null
                    : Finding.notMet(
                            "this has %d sentences; keep the %d that matter most.".formatted(sentences, limit));
        }
    }

    /** {@code at most 600 words}: over all the words of the answer; 600 words fill one page. */
    record AtMostWords(int limit) implements Condition {

        @Override
        public String goodAnswer() {
            return "at most %d words in all".formatted(limit);
        }

        @Override
        public boolean describesAnAnswer() {
            return false;
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            var words = AnswerText.count(AnswerText.of(answer));
            return words <= limit
                    ? null
                    : Finding.notMet(
                            "this has %d words, %d more than fit; move the detail to the document it belongs in."
                                    .formatted(words, words - limit));
        }
    }

    /** {@code exactly one message}: one statement, not a list of them. */
    record OneMessage() implements Condition {

        private static final int SENTENCES_OF_ONE_MESSAGE = 3;

        @Override
        public String goodAnswer() {
            return "the one thing people should remember, in one sentence";
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            var messages = answer.isContainerNode() ? answer.size() : SentenceCounter.points(answer.asText());
            if (messages > 1) {
                return Finding.notMet(
                        "there are %d messages here; keep one and move the others to the supporting messages."
                                .formatted(messages));
            }
            var tokens = Tokenizer.tokens(AnswerText.of(answer));
            if (!tokens.isEmpty() && question.words().is(WordTable.Kind.CHOICE, tokens, 0)) {
                return Finding.notMet("this leaves a choice between messages; keep one.");
            }
            return SentenceCounter.count(AnswerText.of(answer), question.words()) <= SENTENCES_OF_ONE_MESSAGE
                    ? null
                    : Finding.notMet("this reads like several messages; say the one that must be remembered.");
        }
    }

    /** {@code measurable}: a number and a time. */
    record Measurable() implements Condition {

        @Override
        public String goodAnswer() {
            return "a result with a number and a time, such as “300 trial sign-ups by 30 June”";
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            var told = Measurability.told(AnswerText.of(answer), question.words());
            if (told.amount() && told.time()) {
                return null;
            }
            if (told.amount()) {
                return Finding.notMet("this says how much, but not by when: add a time.");
            }
            return Finding.notMet(
                    told.time()
                            ? "this says by when, but not how much: add a number."
                            : "nobody can tell from this when it is reached: it needs a number and a time.");
        }
    }

    /** {@code with numbers}: at least one number, in digits or in words. */
    record WithNumbers() implements Condition {

        @Override
        public String goodAnswer() {
            return "with numbers: how many, how long, how big";
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            return Measurability.hasNumber(AnswerText.of(answer), question.words())
                    ? null
                    : Finding.notMet("there is no number in it.");
        }
    }

    /** {@code link}: a web address, in each entry of a list. */
    record Link() implements Condition {

        @Override
        public String goodAnswer() {
            return "a link, such as https://drive.example/brand";
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            return AnswerText.entries(answer).stream()
                    .filter(entry -> !holdsLink(entry))
                    .findFirst()
                    .map(entry -> Finding.notMet("“" + Finding.shorten(entry) + "” holds no link to follow."))
                    .orElse(null);
        }

        private static boolean holdsLink(String entry) {
            return Stream.of(entry.split("\\s", -1)).anyMatch(Link::isLink);
        }

        /** https://…, www.…, or a domain with its ending: figma.com/file/x. */
        private static boolean isLink(String word) {
            var scheme = word.indexOf("://");
            if (scheme > 0) {
                return scheme + 3 < word.length();
            }
            var slash = word.indexOf('/');
            var domain = slash < 0 ? word : word.substring(0, slash);
            var dot = domain.lastIndexOf('.', domain.length() - 2);
            var ending = domain.substring(dot + 1)
                    .chars()
                    .filter(Character::isLetter)
                    .count();
            return dot > 0
                    && Character.isLetterOrDigit(domain.charAt(dot - 1))
                    && ending >= 2
                    && Character.isLetter(domain.charAt(dot + 1));
        }
    }

    /** {@code file name}: date, project and version in each name. */
    record FileName() implements Condition {

        @Override
        public String goodAnswer() {
            return "a file name with date, project and version, such as 2027-02-12_spring-launch_hero_v3.psd";
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            return AnswerText.entries(answer).stream()
                    .filter(name -> AssetName.parse(name).isEmpty())
                    .findFirst()
                    .map(name ->
                            Finding.notMet("“" + Finding.shorten(name) + "” does not tell date, project and version."))
                    .orElse(null);
        }
    }

    /**
     * {@code mentions one of buffer, low}: at least one of the words, also inside longer words; one of four letters or
     * fewer stands alone or with a usual ending, so that "follow" mentions no "low", and none counts behind a "no".
     */
    record Mentions(List<String> words) implements Condition {

        private static final int SHORT = 4;
        private static final List<String> ENDINGS = List.of("", "s", "es", "ed", "er", "ing", "ure", "ures");

        @Override
        public String goodAnswer() {
            return "with something about “%s” or the like".formatted(words.get(0));
        }

        @Override
        public boolean describesAnAnswer() {
            return false;
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            var said = Tokenizer.tokens(FormText.prose(answer));
            return words.stream().anyMatch(word -> isIn(said, word, question.words()))
                    ? null
                    : Finding.notMet("it says nothing about “%s” or the like.".formatted(words.get(0)));
        }

        private static boolean isIn(List<Token> said, String word, WordTable known) {
            var parts = Tokenizer.tokens(word);
            for (var i = 0; i + parts.size() <= said.size(); i++) {
                if (isAt(said, i, parts) && !(i > 0 && known.is(WordTable.Kind.DENIES, said, i - 1))) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isAt(List<Token> said, int start, List<Token> parts) {
            for (var i = 0; i < parts.size(); i++) {
                var whole = said.get(start + i).word();
                var part = parts.get(i).word();
                var fits = part.length() > SHORT
                        ? whole.contains(part)
                        : whole.startsWith(part) && ENDINGS.contains(whole.substring(part.length()));
                if (!fits) {
                    return false;
                }
            }
            return true;
        }
    }

    /** {@code today or later}: the day lies ahead. */
    record TodayOrLater() implements Condition {

        @Override
        public String goodAnswer() {
            return "not in the past";
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            var day = DateParser.parse(answer.asText()).day();
            return day != null && day.isBefore(question.situation().today())
                    ? Finding.notMet("%s is in the past.".formatted(day))
                    : null;
        }
    }

    /** {@code at most 5000 characters}: what a field may hold at all; {@link #DEFAULT} where the rule says nothing. */
    record AtMostCharacters(int limit) implements Condition {

        private static final int MOST_ENTRIES = 1_000;

        static final AtMostCharacters DEFAULT = new AtMostCharacters(20_000);

        @Override
        public String goodAnswer() {
            return String.format(Locale.ENGLISH, "at most %,d characters", limit);
        }

        @Override
        public boolean describesAnAnswer() {
            return false;
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            var entries = AnswerText.entryCount(answer);
            if (entries > MOST_ENTRIES) {
                return Finding.notMet(tooMuch(entries, "lines", MOST_ENTRIES));
            }
            var length = AnswerText.length(answer);
            return length <= limit ? null : Finding.notMet(tooMuch(length, "characters", limit));
        }

        private static String tooMuch(long count, String unit, int most) {
            return String.format(
                    Locale.ENGLISH,
                    "this has %,d %s; a field holds at most %,d: link the document it belongs in.",
                    count,
                    unit,
                    most);
        }
    }

    /** {@code the launch date}, {@code not after the launch}, {@code after the launch}: how a day lies to the launch. */
    record ToLaunch(Side side) implements Condition {

        enum Side {
            SAME,
            NOT_AFTER,
            AFTER
        }

        @Override
        public String goodAnswer() {
            return switch (side) {
                case SAME -> "the launch date of the handoff";
                case NOT_AFTER -> "not after the launch";
                case AFTER -> "after the launch";
            };
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            var launch = question.launchDate();
            if (launch == null) {
                return null;
            }
            if (!answer.isArray()) {
                return judge(answer, launch);
            }
            var findings = new RowFindings(answer.size());
            for (var i = 0; i < answer.size(); i++) {
                var row = answer.get(i);
                if (!isEnd(row, question.words())) {
                    findings.add(i + 1, row.path("name").asText(), inRow(row, launch));
                }
            }
            return findings.together();
        }

        /** An end, a report or a measurement may lie after the launch. */
        private static boolean isEnd(JsonNode row, WordTable words) {
            return words.contains(WordTable.Kind.ENDS, Tokenizer.tokens(AnswerText.of(row)));
        }

        private List<Finding> inRow(JsonNode row, LocalDate launch) {
            var findings = new ArrayList<Finding>(0);
            row.properties().forEach(cell -> {
                var finding = judge(cell.getValue(), launch);
                if (finding != null) {
                    findings.add(finding.in(AnswerText.spoken(cell.getKey())));
                }
            });
            return findings;
        }

        private @Nullable Finding judge(JsonNode answer, LocalDate launch) {
            var day = answer.isTextual() ? DateParser.parse(answer.textValue()).day() : null;
            if (day == null || agrees(day, launch)) {
                return null;
            }
            return Finding.notMet(
                    switch (side) {
                        case SAME ->
                            "%s is not the launch date of the handoff, %s; correct the one that is wrong."
                                    .formatted(day, launch);
                        case NOT_AFTER ->
                            "%s lies after the launch on %s; correct the day, or move the launch."
                                    .formatted(day, launch);
                        case AFTER ->
                            "%s does not lie after the launch on %s; correct the day, or move the launch."
                                    .formatted(day, launch);
                    });
        }

        private boolean agrees(LocalDate day, LocalDate launch) {
            return switch (side) {
                case SAME -> day.equals(launch);
                case NOT_AFTER -> !day.isAfter(launch);
                case AFTER -> day.isAfter(launch);
            };
        }
    }

    /**
     * {@code as in strategyBrief.keyMessage}: holds for the whole campaign. Left empty it is inherited; restated it must
     * agree, or the document says why not under {@value #REASON}.
     */
    record AsIn(String packageName, String field) implements Condition {

        static final String REASON = "deviationReason";

        @Override
        public String goodAnswer() {
            return "the same as “%s” in the %s, or the reason why not"
                    .formatted(AnswerText.spoken(field), AnswerText.spoken(packageName));
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            var original = question.elsewhere(packageName, field);
            if (AnswerText.absent(original)
                    || Restatement.agrees(answer, original, question.words())
                    || explained(question)) {
                return null;
            }
            return Finding.notMet("this does not agree with “%s”; use that, or say why not under “%s”."
                    .formatted(Finding.shorten(AnswerText.of(original)), AnswerText.spoken(REASON)));
        }

        private static boolean explained(Question question) {
            var reason = question.document().path(REASON).asText();
            return !NonAnswers.is(reason, question.about(REASON, AnswerText.spoken(REASON)));
        }
    }

    /** {@code or from strategyBrief.offLimits}: left empty it is inherited; a restatement is free. */
    record OrFrom(String packageName, String field) implements Condition {

        @Override
        public String goodAnswer() {
            return "";
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            return null;
        }
    }

    /** {@code feel: …}: the last resort. FEEL answers null when types do not fit. */
    record Feel(String text, Expressions.Expression expression) implements Condition {

        @Override
        public String goodAnswer() {
            return "one for which this holds: " + text;
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            try {
                return told(expression.evaluate(question.asContext(answer)));
            } catch (ExpressionTooLong ended) {
                return Finding.notMet(
                        "the rule “%s” %s: operations must simplify it.".formatted(text, ended.getMessage()));
            }
        }

        private @Nullable Finding told(@Nullable Boolean holds) {
            if (holds == null) {
                return Finding.wrongType("the rule “%s” cannot read this kind of value.".formatted(text));
            }
            return holds ? null : Finding.notMet("the rule “%s” does not hold.".formatted(text));
        }
    }
}
