package dev.baton.process;

import dev.baton.contract.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Text;

/**
 * Reads a decision table as it is written, row by row: a cell is found by the input's expression or the output's name,
 * and loses its quotes. "-" and an empty input cell are both empty; {@code "email","social"} becomes
 * {@code email, social}; a number stays as it is written.
 */
public final class TableRows {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:[.]\\d{1,9})?");
    private static final int LONGEST_SHOWN = 60;

    private TableRows() {}

    /**
     * The rows of the one table in the model, in its order.
     *
     * @throws IllegalArgumentException when the model does not hold exactly one decision table
     */
    public static List<Row> read(DmnModelInstance model) {
        var tables = model.getModelElementsByType(DecisionTable.class);
        if (tables.size() != 1) {
            throw new IllegalArgumentException(
                    "A table file holds exactly one decision table; this one holds %d.".formatted(tables.size()));
        }
        return rows(tables.iterator().next());
    }

    /**
     * What cannot be read in one way only: cells beyond the columns, and texts without quotes, which the engine takes for
     * the name of a variable. One sentence each, with the row.
     */
    public static List<String> faults(DecisionTable table) {
        var inputs = table.getInputs().stream().map(TableRows::header).toList();
        var outputs = table.getOutputs().stream().map(Output::getName).toList();
        var faults = new ArrayList<String>();
        var number = 0;
        for (var rule : table.getRules()) {
            number++;
            check(number, inputs, List.copyOf(rule.getInputEntries()), faults);
            check(number, outputs, List.copyOf(rule.getOutputEntries()), faults);
        }
        return faults;
    }

    private static void check(int row, List<String> headers, List<? extends DmnElement> entries, List<String> faults) {
        if (entries.size() != headers.size()) {
            faults.add("row %d has %d cells for %d columns: give each column one cell."
                    .formatted(row, entries.size(), headers.size()));
            return;
        }
        for (var column = 0; column < headers.size(); column++) {
            var text = text(entries.get(column)).strip();
            if (!text.isEmpty()
                    && !text.equals("-")
                    && !NUMBER.matcher(text).matches()
                    && quoted(text).isEmpty()) {
                faults.add("row %d: %s in %s has no quotes around it, so it names a variable: write \"%s\"."
                        .formatted(row, shortened(text), headers.get(column), shortened(text)));
            }
        }
    }

    private static String shortened(String text) {
        var plain = text.replace("\"", "");
        return plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + "…" : plain;
    }

    private static List<Row> rows(DecisionTable table) {
        var inputs = table.getInputs().stream().map(TableRows::header).toList();
        var outputs = table.getOutputs().stream().map(Output::getName).toList();
        var rows = new ArrayList<Row>();
        for (var rule : table.getRules()) {
            var cells = new LinkedHashMap<String, String>();
            put(cells, inputs, rule.getInputEntries());
            put(cells, outputs, rule.getOutputEntries());
            rows.add(new Row(rows.size() + 1, cells));
        }
        return rows;
    }

    private static void put(Map<String, String> cells, List<String> headers, Collection<? extends DmnElement> entries) {
        if (entries.size() > headers.size()) {
            throw new IllegalArgumentException("A row has %d cells for %d columns: give each column one cell."
                    .formatted(entries.size(), headers.size()));
        }
        var column = 0;
        for (var entry : entries) {
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

    /** Several quoted texts, separated by commas, become one; anything else stays as it is written. */
    private static String unquoted(String text) {
        var plain = text.strip();
        return plain.equals("-") ? "" : quoted(plain).orElse(plain);
    }

    private static Optional<String> quoted(String plain) {
        var parts = new ArrayList<String>();
        var next = 0;
        while (next < plain.length() && plain.charAt(next) == '"') {
            var part = new StringBuilder();
            var end = read(plain, next + 1, part);
            if (end >= plain.length()) {
                return Optional.empty();
            }
            parts.add(part.toString());
            next = blanks(plain, end + 1);
            if (next == plain.length()) {
                return Optional.of(String.join(", ", parts));
            }
            next = plain.charAt(next) == ',' ? blanks(plain, next + 1) : plain.length();
        }
        return Optional.empty();
    }

    /** Where the quoted text that starts here ends. */
    private static int read(String text, int start, StringBuilder part) {
        var i = start;
        while (i < text.length() && text.charAt(i) != '"') {
            var escapes = text.charAt(i) == '\\' && i + 1 < text.length();
            part.append(escapes ? plain(text.charAt(i + 1)) : text.charAt(i));
            i += escapes ? 2 : 1;
        }
        return i;
    }

    private static int blanks(String text, int start) {
        var i = start;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static char plain(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escaped;
        };
    }
}
