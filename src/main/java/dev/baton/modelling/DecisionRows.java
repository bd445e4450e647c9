package dev.baton.modelling;

import dev.baton.contract.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/**
 * Reads a decision table as it is written, row by row: a cell is found by the input's expression or the output's name,
 * and loses its quotes. "-" and an empty input cell are both empty; {@code "email","social"} becomes
 * {@code email, social}; a number stays as it is written.
 */
public final class DecisionRows {

    private static final Pattern STRINGS =
            Pattern.compile("\\s*\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*,\\s*\"(?:[^\"\\\\]|\\\\.)*\")*\\s*", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    private DecisionRows() {}

    /**
     * The rows of the one table in the model, in its order.
     *
     * @throws IllegalArgumentException when the model does not hold exactly one decision table
     */
    public static List<Row> read(DmnModelInstance model) {
        Collection<DecisionTable> tables = model.getModelElementsByType(DecisionTable.class);
        if (tables.size() != 1) {
            throw new IllegalArgumentException(
                    "A table file holds exactly one decision table; this one holds %d.".formatted(tables.size()));
        }
        return rows(tables.iterator().next());
    }

    private static List<Row> rows(DecisionTable table) {
        List<String> inputs =
                table.getInputs().stream().map(DecisionRows::header).toList();
        List<String> outputs = table.getOutputs().stream().map(Output::getName).toList();
        List<Row> rows = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            Map<String, String> cells = new LinkedHashMap<>();
            put(cells, inputs, rule.getInputEntries());
            put(cells, outputs, rule.getOutputEntries());
            rows.add(new Row(rows.size() + 1, cells));
        }
        return rows;
    }

    private static void put(Map<String, String> cells, List<String> headers, Collection<? extends DmnElement> entries) {
        int column = 0;
        for (DmnElement entry : entries) {
            cells.put(headers.get(column++), unquoted(text(entry)));
        }
    }

    private static String header(Input input) {
        return text(input.getInputExpression()).strip();
    }

    private static String text(DmnElement element) {
        return element.getChildElementsByType(Text.class).stream()
                .findFirst()
                .map(Text::getTextContent)
                .orElse("");
    }

    private static String unquoted(String text) {
        if (text.strip().equals("-")) {
            return "";
        }
        if (!STRINGS.matcher(text).matches()) {
            return text.strip();
        }
        List<String> parts = new ArrayList<>();
        Matcher string = STRING.matcher(text);
        while (string.find()) {
            parts.add(ESCAPE.matcher(string.group(1)).replaceAll(DecisionRows::plain));
        }
        return String.join(", ", parts);
    }

    private static String plain(MatchResult escape) {
        return switch (escape.group(1)) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> Matcher.quoteReplacement(escape.group(1));
        };
    }
}
