package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shapes an answer can have. Text and lists of text also read each other: wording is never punished. */
final class Shapes {

    private Shapes() {}

    /** {@code text}: words. A list or named parts are read as words too, as long as each part says something. */
    record Text() implements Shape {

        @Override
        public String goodAnswer() {
            return "a few words of your own that the next person can act on";
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            if (answer.isTextual() || answer.isContainerNode()) {
                return prose(answer, question);
            }
            return Finding.wrongType("this needs words, not " + kind(answer) + ".");
        }

        @Override
        public JsonNode show(JsonNode value) {
            return value.isContainerNode() ? TextNode.valueOf(FormText.prose(value)) : value;
        }
    }

    /** {@code list of text}: one entry per point. A single text counts as a list of one. */
    record TextList() implements Shape {

        @Override
        public String goodAnswer() {
            return "one point per line, each in a few words of its own";
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            if (answer.isTextual() || answer.isContainerNode()) {
                return prose(answer, question);
            }
            return Finding.wrongType("this needs a list of texts, not " + kind(answer) + ".");
        }

        @Override
        public JsonNode show(JsonNode value) {
            return value.isArray() ? TextNode.valueOf(FormText.points(value)) : value;
        }

        @Override
        public JsonNode read(String text) {
            return FormText.points(text);
        }
    }

    /** {@code list of name, date (date)}: one row per thing, every column filled. */
    record Table(List<Column> columns) implements Shape {

        @Override
        public String goodAnswer() {
            return "one row per line with " + describe(columns);
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            if (answer.isTextual() && FormText.isTable(answer.textValue())) {
                return judge(read(answer.textValue()), question);
            }
            if (answer.isTextual() && NonAnswers.is(answer.textValue(), question)) {
                return NonAnswers.in(answer.textValue(), question);
            }
            if (!answer.isArray()) {
                return Finding.wrongType(
                        "this needs one row per line with %s, not %s.".formatted(describe(columns), kind(answer)));
            }
            var findings = new RowFindings(answer.size());
            for (var i = 0; i < answer.size(); i++) {
                findings.add(i + 1, title(answer.get(i)), row(answer.get(i), columns, question));
            }
            return findings.together();
        }

        private String title(JsonNode row) {
            return row.path(columns.get(0).name()).asText();
        }

        @Override
        public JsonNode show(JsonNode value) {
            return value.isArray() ? TextNode.valueOf(FormText.table(value, columns)) : value;
        }

        @Override
        public JsonNode read(String text) {
            return FormText.table(text, columns);
        }
    }

    /** {@code record of date (date), held (yes)}: one row, every part filled. */
    record Parts(List<Column> columns) implements Shape {

        @Override
        public String goodAnswer() {
            return describe(columns);
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            return answer.isObject()
                    ? RowFindings.of(row(answer, columns, question))
                    : Finding.wrongType(
                            "this needs %s, each in its own place, not %s.".formatted(describe(columns), kind(answer)));
        }

        @Override
        public JsonNode show(JsonNode value) {
            return value.isObject() ? TextNode.valueOf(FormText.record(value, columns)) : value;
        }

        @Override
        public JsonNode read(String text) {
            return FormText.record(text, columns);
        }
    }

    /** {@code number}. */
    record Numeric() implements Shape {

        @Override
        public String goodAnswer() {
            return "a number";
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            if (answer.isNumber()) {
                return null;
            }
            return orEmpty(answer, question, Finding.wrongType("this needs a number, not " + kind(answer) + "."));
        }

        @Override
        public JsonNode read(String text) {
            return FormText.number(text);
        }
    }

    /** {@code date}: one day of the calendar; a form keeps it as year-month-day. */
    record Date() implements Shape {

        @Override
        public String goodAnswer() {
            return "a day with its year, such as 2027-03-02";
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            if (!answer.isTextual()) {
                return Finding.wrongType("this needs a date, not " + kind(answer) + ".");
            }
            var reading = DateParser.parse(answer.textValue());
            if (reading.day() != null && reading.isSure(question.words())) {
                return null;
            }
            var fault = reading.fault().isEmpty() ? DateParser.TOO_MUCH : reading.fault();
            return orEmpty(answer, question, Finding.notMet("“" + Finding.shorten(answer.textValue()) + "” " + fault));
        }

        @Override
        public JsonNode read(String text) {
            var day = DateParser.read(text);
            return TextNode.valueOf(day == null ? text : day.toString());
        }
    }

    /** {@code yes}: something that must be so before work moves on. */
    record Yes() implements Shape {

        @Override
        public String goodAnswer() {
            return "yes, once it is true";
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            if (answer.isBoolean()) {
                return answer.booleanValue() ? null : Finding.notMet("this is not confirmed yet.");
            }
            if (!answer.isTextual()) {
                return Finding.wrongType("this needs yes or no, not " + kind(answer) + ".");
            }
            if (Confirmation.isYes(answer.textValue(), question.words())) {
                return null;
            }
            return orEmpty(
                    answer,
                    question,
                    Finding.notMet("“%s” is no plain yes: say yes, or what is missing."
                            .formatted(Finding.shorten(answer.textValue()))));
        }

        @Override
        public JsonNode read(String text) {
            return yesOrNo(text);
        }
    }

    /** {@code yes or no}: an open question, either answer is good. */
    record YesOrNo() implements Shape {

        @Override
        public String goodAnswer() {
            return "yes or no";
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            if (answer.isBoolean()) {
                return null;
            }
            if (!answer.isTextual()) {
                return Finding.wrongType("this needs yes or no, not " + kind(answer) + ".");
            }
            var text = answer.textValue();
            if (Confirmation.isYes(text, question.words()) || Confirmation.isNo(text, question.words())) {
                return null;
            }
            return orEmpty(answer, question, Finding.notMet("“" + Finding.shorten(text) + "” is neither yes nor no."));
        }

        @Override
        public JsonNode read(String text) {
            return yesOrNo(text);
        }
    }

    /** {@code one of email, social}: capitals do not matter. */
    record Choice(List<String> choices) implements Shape {

        @Override
        public String goodAnswer() {
            return "one of " + String.join(", ", choices);
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            if (!answer.isTextual()) {
                return Finding.wrongType(
                        "this needs one of %s, not %s.".formatted(String.join(", ", choices), kind(answer)));
            }
            var words = answer.textValue().strip();
            if (choices.stream().anyMatch(words::equalsIgnoreCase)) {
                return null;
            }
            return orEmpty(
                    answer, question, Finding.notMet("“" + Finding.shorten(words) + "” is none of the choices."));
        }
    }

    /** {@code utm}: a value for a link's tracking parameter, or a list of them. */
    record Utm() implements Shape {

        private static final String SIGNS = "-_.~";
        private static final List<String> AND = List.of(" and ", " or ", " und ", " et ", " / ", " | ", ",", ";");

        @Override
        public String goodAnswer() {
            return "lower-case letters without spaces, such as spring-launch";
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            if (!answer.isTextual() && !answer.isArray()) {
                return Finding.wrongType("this needs a tracking value, not " + kind(answer) + ".");
            }
            var finding = prose(answer, question);
            if (finding != null) {
                return finding;
            }
            return AnswerText.entries(answer).stream()
                    .flatMap(String::lines)
                    .map(line -> value(line.strip(), question.field()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        /** Where the link stands may be said before a colon: "GovDelivery emails: govdelivery". */
        private static @Nullable Finding value(String line, String field) {
            var value = line.substring(line.lastIndexOf(": ") < 0 ? 0 : line.lastIndexOf(": ") + 2)
                    .strip();
            if (value.codePoints().allMatch(Utm::isPlain)) {
                return null;
            }
            var shown = "“" + Finding.shorten(value) + "” ";
            if (AND.stream().anyMatch(value::contains)) {
                return Finding.notMet(shown + "reads like several values; write one per line.");
            }
            var tidy = tidy(ofLink(value, field));
            return Finding.notMet(shown + "would split your reports; write "
                    + (tidy.isEmpty() ? "letters, digits and hyphens alone." : tidy + "."));
        }

        private static boolean isPlain(int c) {
            return (Character.isLetterOrDigit(c) && !Character.isUpperCase(c)) || SIGNS.indexOf(c) >= 0;
        }

        /** Of a whole link, or of utm_campaign=spring, the value this field asks for. */
        private static String ofLink(String value, String field) {
            var parameter = AnswerText.spoken(field).replace(' ', '_') + "=";
            var start = value.indexOf(parameter);
            if (start < 0) {
                return value;
            }
            var from = start + parameter.length();
            var end = value.indexOf('&', from);
            return value.substring(from, end < 0 ? value.length() : end);
        }

        private static String tidy(String value) {
            var tidy = new StringBuilder();
            Tokenizer.visible(value)
                    .replace("%20", " ")
                    .toLowerCase(Locale.ROOT)
                    .codePoints()
                    .forEach(c -> {
                        if (isPlain(c) && c != '-') {
                            tidy.appendCodePoint(c);
                        } else if (!tidy.isEmpty() && tidy.charAt(tidy.length() - 1) != '-') {
                            tidy.append('-');
                        }
                    });
            var end = tidy.length() - 1;
            return end >= 0 && tidy.charAt(end) == '-' ? tidy.substring(0, end) : tidy.toString();
        }

        @Override
        public JsonNode show(JsonNode value) {
            return value.isArray() ? TextNode.valueOf(FormText.points(value)) : value;
        }

        @Override
        public JsonNode read(String text) {
            return text.strip().lines().count() > 1 ? FormText.points(text) : TextNode.valueOf(text);
        }
    }

    /** {@code document}: the package as a whole, for the row whose field is {@code *}. */
    record Document() implements Shape {

        @Override
        public String goodAnswer() {
            return "";
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            return null;
        }
    }

    /** A column of a table: its key, and the rule of its cells. */
    record Column(String name, Rule rule) {

        String described() {
            var plain = rule instanceof Text;
            return AnswerText.spoken(name) + (plain ? "" : " (" + rule.goodAnswer() + ")");
        }

        /** A cell is often typed loosely: 3 where words are asked, "3" where a number is. */
        JsonNode typed(JsonNode cell) {
            if (cell.isNumber() && rule.shape() instanceof Text) {
                return TextNode.valueOf(cell.asText());
            }
            return cell.isTextual() && rule.shape() instanceof Numeric ? FormText.number(cell.textValue()) : cell;
        }
    }

    /** What is wrong with the cells of a row, each finding placed in its column. */
    private static List<Finding> row(JsonNode row, List<Column> columns, Question question) {
        if (!row.isObject()) {
            return List.of(Finding.notMet("please split this into " + describe(columns) + "."));
        }
        var findings = new ArrayList<Finding>(0);
        for (var column : columns) {
            var finding = cell(column.typed(row.path(column.name())), column, question);
            if (finding != null) {
                findings.add(finding.in(AnswerText.spoken(column.name())));
            }
        }
        return findings;
    }

    private static @Nullable Finding cell(JsonNode cell, Column column, Question row) {
        return AnswerText.absent(cell)
                ? Finding.notMet("this part is still empty.")
                : column.rule().judge(cell, row.about(column.name(), AnswerText.spoken(column.name())));
    }

    private static @Nullable Finding prose(JsonNode answer, Question question) {
        if (answer.isTextual()) {
            return NonAnswers.in(answer.textValue(), question);
        }
        if (!answer.isContainerNode()) {
            return null;
        }
        var entry = 0;
        for (var part : answer) {
            entry++;
            var finding = AnswerText.absent(part)
                    ? new Finding(Problem.PLACEHOLDER, "", "this entry is empty.")
                    : prose(part, question);
            if (finding != null) {
                return answer.isArray() ? finding.in("entry " + entry) : finding;
            }
        }
        return null;
    }

    /** An answer that is none at all is told so; any other gets the finding. */
    private static Finding orEmpty(JsonNode answer, Question question, Finding finding) {
        var none = answer.isTextual() ? NonAnswers.in(answer.textValue(), question) : null;
        return none == null ? finding : none;
    }

    private static JsonNode yesOrNo(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> BooleanNode.TRUE;
            case "no", "false" -> BooleanNode.FALSE;
            default -> TextNode.valueOf(text);
        };
    }

    private static String describe(List<Column> columns) {
        return columns.stream().map(Column::described).collect(Collectors.joining(", "));
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "named parts";
            case BOOLEAN -> "a yes or no";
            case NUMBER -> "a bare number";
            case STRING -> "one text (“" + Finding.shorten(value.textValue()) + "”)";
            default -> "this kind of value";
        };
    }
}
