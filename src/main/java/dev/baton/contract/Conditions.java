package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
            int sentences = Sentences.count(Words.of(answer));
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
            int words = Words.count(Words.of(answer));
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
            int messages = answer.isContainerNode() ? answer.size() : Sentences.points(answer.asText());
            if (messages > 1) {
                return Finding.notMet(
                        "there are %d messages here; keep one and move the others to the supporting messages."
                                .formatted(messages));
            }
            return Sentences.count(Words.of(answer)) <= SENTENCES_OF_ONE_MESSAGE
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
            return switch (Measures.told(Words.of(answer))) {
                case BOTH -> null;
                case AMOUNT_ONLY -> Finding.notMet("this says how much, but not by when: add a time.");
                case TIME_ONLY -> Finding.notMet("this says by when, but not how much: add a number.");
                case NEITHER ->
                    Finding.notMet("nobody can tell from this when it is reached: it needs a number and a time.");
            };
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
            return Measures.hasNumber(Words.of(answer)) ? null : Finding.notMet("there is no number in it.");
        }
    }

    /** {@code link}: a web address, in each entry of a list. */
    record Link() implements Condition {

        private static final Pattern ADDRESS = Pattern.compile(
                "(?:[a-z][a-z0-9+.-]*://\\S+|\\bwww\\.\\S+\\.\\S+|\\b(?:[\\w-]+\\.)+[a-z]{2,}(?:/\\S*)?)",
                Pattern.CASE_INSENSITIVE);

        @Override
        public String goodAnswer() {
            return "a link, such as https://drive.example/brand";
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            return Words.entries(answer).stream()
                    .filter(entry -> !ADDRESS.matcher(entry).find())
                    .findFirst()
                    .map(entry -> Finding.notMet("“" + Finding.shorten(entry) + "” holds no link to follow."))
                    .orElse(null);
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
            return Words.entries(answer).stream()
                    .filter(name -> AssetName.parse(name).isEmpty())
                    .findFirst()
                    .map(name ->
                            Finding.notMet("“" + Finding.shorten(name) + "” does not tell date, project and version."))
                    .orElse(null);
        }
    }

    /**
     * {@code mentions one of buffer, low}: at least one of the words, also inside longer words; one of four letters or
     * fewer stands alone or with a usual ending, so that "follow" mentions no "low".
     */
    record Mentions(List<String> words) implements Condition {

        private static final int SHORT = 4;
        private static final String ENDING = "(?:s|es|ed|er|ing|ure|ures)?";

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
            String said = FormText.prose(answer).toLowerCase(Locale.ROOT).replace('’', '\'');
            return words.stream().anyMatch(word -> isIn(said, word))
                    ? null
                    : Finding.notMet("it says nothing about “%s” or the like.".formatted(words.get(0)));
        }

        private static boolean isIn(String said, String word) {
            return said.contains(word)
                    && (word.length() > SHORT || standsAlone(word).matcher(said).find());
        }

        private static Pattern standsAlone(String word) {
            return Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(word) + ENDING + "(?![\\p{L}\\d])");
        }
    }

    /** {@code more than demographics}: people are more than their age and place. Long answers pass. */
    record MoreThanDemographics() implements Condition {

        private static final int CERTAINLY_MORE = 25;
        private static final Pattern DEMOGRAPHICS = Pattern.compile(
                "\\b(?:aged?|ages|years? old|year-olds?|male|female|men|women|gender|income|household|urban|suburban|rural"
                        + "|jahre alt|männer|frauen|einkommen|hommes|femmes|revenus?"
                        + "|married|single|degree|educated|millennials?|gen ?[xyz]|boomers?|\\d\\d\\s?[-–]\\s?\\d\\d)\\b",
                Pattern.CASE_INSENSITIVE);
        private static final Pattern MIND = Pattern.compile(
                "want|need|fear|afraid|worr|pain|frustrat|annoy|struggl|hope|wish|dream|trust|doubt|believ|think|feel|value"
                        + "|care|prefer|motivat|driven|attitude|lifestyle|goal|aspir|tired|hate|love|proud|asham|guilt|stress"
                        + "|overwhelm|time|because|so that|habit|interest|problem|challenge"
                        + "|woll|möcht|brauch|angst|sorge|wünsch|hoff|träum|vertrau|zweif|glaub|fühl|müde|genervt|stolz|zeit|gewissen"
                        + "|weil|lieb|hass|veulent|besoin|peur|crain|inqui|espèr|rêve|confian|doute|pens|aim|détest|fier"
                        + "|fatigu|temps|parce",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

        @Override
        public String goodAnswer() {
            return "what these people think, want and struggle with, not only age, gender and place";
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            String words = Words.of(answer);
            boolean onlyDemographics = Words.count(words) < CERTAINLY_MORE
                    && DEMOGRAPHICS.matcher(words).find()
                    && !MIND.matcher(words).find();
            return onlyDemographics
                    ? Finding.notMet("this counts people but does not know them: add what moves them.")
                    : null;
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
            LocalDate day = Days.read(answer.asText());
            return day != null && day.isBefore(question.situation().today())
                    ? Finding.notMet("%s is in the past.".formatted(day))
                    : null;
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
                    .formatted(Words.spoken(field), Words.spoken(packageName));
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            JsonNode original = question.elsewhere(packageName, field);
            if (Words.absent(original) || Agreement.between(answer, original) || explained(question)) {
                return null;
            }
            return Finding.notMet("this does not agree with “%s”; use that, or say why not under “%s”."
                    .formatted(Finding.shorten(Words.of(original)), Words.spoken(REASON)));
        }

        private static boolean explained(Question question) {
            String reason = question.document().path(REASON).asText();
            return !Placeholders.is(reason, REASON, Words.spoken(REASON));
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
            Boolean holds = expression.evaluate(question.asContext(answer));
            if (holds == null) {
                return Finding.wrongType("the rule “%s” cannot read this kind of value.".formatted(text));
            }
            return holds ? null : Finding.notMet("the rule “%s” does not hold.".formatted(text));
        }
    }
}
