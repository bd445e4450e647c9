package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shapes an answer can have. Text and lists of text also read each other: wording is never punished. */
final class Shapes {

    private static final String YES =
            "(?:(?:yes|y|true|done|confirmed|checked|tested|verified|passed|complete|completed|ok|okay|ja|erledigt|getestet"
                    + "|geprüft|oui|fait|testé|vérifié)\\b|[✓✔☑✅])";

    private static final Pattern AFFIRMED =
            Pattern.compile(YES + ".*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    private static final Pattern DENIED =
            Pattern.compile("(?:no|n|false|not|nein|nicht|non)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What begins like a yes and is none: "Yes / No", "Tested: no", "Done?", "Complete: 40 %"; not "Yes, no errors". */
    private static final Pattern ONLY_BEGINS_LIKE_YES = Pattern.compile(
            YES + "(?:\\W{0,4}(?:(?:or|oder|ou)\\s+)?(?:no|n|false|nein|non|not|nicht|pas)\\s*(?:[^\\w\\s].*)?"
                    + "|(?:\\s*[^\\w\\s]\\s*|\\s+)(?:not|nicht|pas)\\b(?!\\s(?:an?|one|any|only|eine?|nur|une?|de|seulement)\\b|\\sd['’]).*"
                    + "|\\W{0,4}(?:(?:zu|à)\\s+)?\\d{1,2}(?:[.,]\\d+)?\\s*(?:%|percent|prozent|pour cent).*"
                    + "|.*[✗✘☐❌].*"
                    + "|.*[?]\\s*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

    /** A yes that takes something back confirms nothing: "yes, except the pixel". */
    private static final Pattern TAKEN_BACK = Pattern.compile(
            "\\b(?:except|but not|apart from|all but|not yet|still open|still missing|pending|tbd|todo|außer|bis auf|noch nicht"
                    + "|sauf|pas encore)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

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
            if (!answer.isArray()) {
                return Finding.wrongType(
                        "this needs one row per line with %s, not %s.".formatted(describe(columns), kind(answer)));
            }
            RowFindings findings = new RowFindings(answer.size());
            for (int i = 0; i < answer.size(); i++) {
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
            return answer.isTextual() && placeholder(answer, question)
                    ? Finding.placeholder(answer.textValue())
                    : Finding.wrongType("this needs a number, not " + kind(answer) + ".");
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
            if (placeholder(answer, question)) {
                return Finding.placeholder(answer.textValue());
            }
            Finding hollow = Hollow.in(answer.textValue());
            if (hollow != null) {
                return hollow;
            }
            return Days.read(answer.textValue()) == null ? Finding.notMet(Days.fault(answer.textValue())) : null;
        }

        @Override
        public JsonNode read(String text) {
            LocalDate day = Days.read(text);
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
            String words = answer.textValue().strip();
            if (AFFIRMED.matcher(words).matches()
                    && !ONLY_BEGINS_LIKE_YES.matcher(words).matches()) {
                return TAKEN_BACK.matcher(words).find()
                        ? Finding.notMet("“" + Finding.shorten(words) + "” leaves something open.")
                        : null;
            }
            return placeholder(answer, question)
                    ? Finding.placeholder(words)
                    : Finding.notMet("“" + Finding.shorten(words) + "” does not confirm it.");
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
            if (placeholder(answer, question)) {
                return Finding.placeholder(answer.textValue());
            }
            String words = answer.textValue().strip();
            return AFFIRMED.matcher(words).matches() || DENIED.matcher(words).matches()
                    ? null
                    : Finding.notMet("“" + Finding.shorten(words) + "” is neither yes nor no.");
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
            String words = answer.textValue().strip();
            if (choices.stream().anyMatch(words::equalsIgnoreCase)) {
                return null;
            }
            return placeholder(answer, question)
                    ? Finding.placeholder(answer.textValue())
                    : Finding.notMet("“" + Finding.shorten(words) + "” is none of the choices.");
        }
    }

    /** {@code utm}: a value for a link's tracking parameter, or a list of them. */
    record Utm() implements Shape {

        private static final Pattern VALUE = Pattern.compile("[^\\s\\p{Lu}?&=#/,;]+");
        private static final Pattern SEVERAL = Pattern.compile("[,;]|\\s(?:and|or|und|et|/)\\s");

        @Override
        public String goodAnswer() {
            return "lower-case letters without spaces, such as spring-launch";
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            if (!answer.isTextual() && !answer.isArray()) {
                return Finding.wrongType("this needs a tracking value, not " + kind(answer) + ".");
            }
            Finding finding = prose(answer, question);
            if (finding != null) {
                return finding;
            }
            for (String entry : Words.entries(answer)) {
                for (String line : (Iterable<String>) entry.lines()::iterator) {
                    Finding wrong = value(line.strip());
                    if (wrong != null) {
                        return wrong;
                    }
                }
            }
            return null;
        }

        /** Where the link stands may be said before a colon: "GovDelivery emails: govdelivery". */
        private static @Nullable Finding value(String line) {
            int colon = line.lastIndexOf(": ");
            String value = line.substring(colon < 0 ? 0 : colon + 2).strip();
            if (value.isEmpty() || VALUE.matcher(value).matches()) {
                return null;
            }
            String shown = "“" + Finding.shorten(value) + "” ";
            return SEVERAL.matcher(value).find()
                    ? Finding.notMet(shown + "reads like several values; write one per line.")
                    : Finding.notMet(shown + "would split your reports; write " + tidy(value) + ".");
        }

        private static String tidy(String value) {
            return value.toLowerCase(Locale.ROOT)
                    .replaceAll("[\\s?&=#/,;]+", "-")
                    .replaceAll("^-+|-+$", "");
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
            boolean plain = rule instanceof Text;
            return Words.spoken(name) + (plain ? "" : " (" + rule.goodAnswer() + ")");
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
        List<Finding> findings = new ArrayList<>(0);
        for (Column column : columns) {
            Finding finding = cell(column.typed(row.path(column.name())), column, question);
            if (finding != null) {
                findings.add(finding.in(Words.spoken(column.name())));
            }
        }
        return findings;
    }

    private static @Nullable Finding cell(JsonNode cell, Column column, Question row) {
        return Words.absent(cell)
                ? Finding.notMet("this part is still empty.")
                : column.rule().judge(cell, row.about(column.name(), Words.spoken(column.name())));
    }

    private static @Nullable Finding prose(JsonNode answer, Question question) {
        if (answer.isTextual()) {
            return placeholder(answer, question)
                    ? Finding.placeholder(answer.textValue())
                    : Hollow.in(answer.textValue());
        }
        if (!answer.isContainerNode()) {
            return null;
        }
        int entry = 0;
        for (JsonNode part : answer) {
            entry++;
            Finding finding = Words.absent(part)
                    ? new Finding(Problem.PLACEHOLDER, "", "this entry is empty.")
                    : prose(part, question);
            if (finding != null) {
                return answer.isArray() ? finding.in("entry " + entry) : finding;
            }
        }
        return null;
    }

    private static boolean placeholder(JsonNode text, Question question) {
        return Placeholders.is(text.textValue(), question.field(), question.label());
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
