package dev.baton.contract;

import dev.baton.contract.Conditions.ToLaunch.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads rule cells. The table of the words below is the whole vocabulary; anything else is refused with that list. */
final class Vocabulary {

    private static final String FEEL = "feel:";
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final String REFERENCE = "([a-z][A-Za-z0-9]*)\\.([a-z][A-Za-z0-9]*)";

    private final Expressions feel;
    private final List<Word> words = List.of(
            word("text", "text", found -> new Shapes.Text()),
            word("number", "number", found -> new Shapes.Numeric()),
            word("date", "date", found -> new Shapes.Date()),
            word("yes", "yes", found -> new Shapes.Yes()),
            word("yes or no", "yes or no", found -> new Shapes.YesOrNo()),
            word("utm", "utm", found -> new Shapes.Utm()),
            word("one of a, b, c", "one of (.+)", found -> new Shapes.Choice(names(found.group(1)))),
            word("list of text", "list of text", found -> new Shapes.TextList()),
            word("list of a, b (rule), c", "list of (.+)", found -> new Shapes.Table(columns(found.group(1)))),
            word("record of a, b (rule), c", "record of (.+)", found -> new Shapes.Parts(columns(found.group(1)))),
            word("document", "document", found -> new Shapes.Document()),
            word(
                    "at most 3 sentences",
                    "at most (\\d{1,6}) sentences?",
                    found -> new Conditions.AtMostSentences(Integer.parseInt(found.group(1)))),
            word(
                    "at most 600 words",
                    "at most (\\d{1,6}) words?",
                    found -> new Conditions.AtMostWords(Integer.parseInt(found.group(1)))),
            word(
                    "at most 5000 characters",
                    "at most (\\d{1,6}) characters?",
                    found -> new Conditions.AtMostCharacters(Integer.parseInt(found.group(1)))),
            word("exactly one message", "exactly one message", found -> new Conditions.OneMessage()),
            word("measurable", "measurable", found -> new Conditions.Measurable()),
            word("with numbers", "with numbers", found -> new Conditions.WithNumbers()),
            word("link", "link", found -> new Conditions.Link()),
            word("file name", "file name", found -> new Conditions.FileName()),
            word(
                    "mentions one of a, b, c",
                    "mentions one of (.+)",
                    found -> new Conditions.Mentions(names(found.group(1)))),
            word("today or later", "today or later", found -> new Conditions.TodayOrLater()),
            word("the launch date", "the launch date", found -> new Conditions.ToLaunch(Side.SAME)),
            word("not after the launch", "not after the launch", found -> new Conditions.ToLaunch(Side.NOT_AFTER)),
            word("after the launch", "after the launch", found -> new Conditions.ToLaunch(Side.AFTER)),
            word(
                    "as in package.field",
                    "as in " + REFERENCE,
                    found -> new Conditions.AsIn(found.group(1), found.group(2))),
            word(
                    "or from package.field",
                    "or from " + REFERENCE,
                    found -> new Conditions.OrFrom(found.group(1), found.group(2))));

    Vocabulary(Expressions feel) {
        this.feel = feel;
    }

    /** @throws IllegalArgumentException with a sentence that lists what is known */
    Rule parse(String cell) {
        var parts = new ArrayList<Rule>();
        var expression = cell.indexOf(FEEL);
        for (var part : split(expression < 0 ? cell : cell.substring(0, expression), ';')) {
            parts.add(one(part));
        }
        if (expression >= 0) {
            parts.add(feel(cell.substring(expression + FEEL.length()).strip()));
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("The rule is empty. " + known());
        }
        return combine(parts);
    }

    private static Rule combine(List<Rule> parts) {
        if (parts.stream().skip(1).anyMatch(Shape.class::isInstance)) {
            throw new IllegalArgumentException(
                    "A rule has one shape (text, date, list of …), and it stands first; split this into two fields.");
        }
        if (parts.size() == 1 && parts.get(0) instanceof Shape) {
            return parts.get(0);
        }
        var conditions = parts.stream()
                .filter(Condition.class::isInstance)
                .map(Condition.class::cast)
                .toList();
        return new Rule.AllOf(parts.get(0).shape(), conditions);
    }

    private Rule one(String part) {
        return words.stream()
                .map(word -> word.read(part))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("“" + part + "” is no rule. " + known()));
    }

    private Rule feel(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("After “feel:” an expression is missing, e.g. feel: value > 10.");
        }
        return new Conditions.Feel(text, feel.parse(text));
    }

    private List<Shapes.Column> columns(String text) {
        return split(text, ',').stream().map(this::column).toList();
    }

    private Shapes.Column column(String text) {
        var open = text.indexOf('(');
        var name = (open < 0 ? text : text.substring(0, open)).strip();
        if (!KEY.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "“%s” is no column name. Write it like acceptanceCriteria, its rule in brackets behind it: date (date)."
                            .formatted(name));
        }
        if (open < 0) {
            return new Shapes.Column(name, new Shapes.Text());
        }
        if (!text.endsWith(")")) {
            throw new IllegalArgumentException("The bracket of column “%s” is not closed at its end.".formatted(name));
        }
        return new Shapes.Column(name, parse(text.substring(open + 1, text.length() - 1)));
    }

    private String known() {
        return "Known rules, to be joined by semicolons: "
                + words.stream().map(Word::written).collect(Collectors.joining("; ")) + "; feel: an expression.";
    }

    private static List<String> names(String text) {
        var names = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("“" + text + "” names nothing; separate the words with commas.");
        }
        return names;
    }

    /** Splits outside brackets; blank parts are dropped. */
    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        var depth = 0;
        var start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == separator && depth == 0) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }

    private static Word word(String written, String pattern, Function<Matcher, Rule> rule) {
        return new Word(written, Pattern.compile(pattern), rule);
    }

    private record Word(String written, Pattern pattern, Function<Matcher, Rule> rule) {

        Optional<Rule> read(String part) {
            var found = pattern.matcher(part);
            return found.matches() ? Optional.of(rule.apply(found)) : Optional.empty();
        }
    }
}
