package dev.baton.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Lists as a person types them: one row per line, cells split by a bar. A bar or a backslash inside a cell has a
 * backslash before it, a line break inside a cell is shown as ↵, and what no text can say is written as JSON after an
 * equals sign. Every list comes back exactly as it went out.
 */
final class FormText {

    private static final String BAR = " | ";
    private static final char BREAK = '↵';
    private static final Pattern EMPTY_CELLS_AT_THE_END = Pattern.compile("(?: \\|)* ?$");
    private static final Pattern BULLET = Pattern.compile("^[-•*–]\\s+(?=\\S)");
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][-+]?\\d+)?");
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private FormText() {}

    static String points(JsonNode list) {
        return lines(list, FormText::point);
    }

    static JsonNode points(String text) {
        return lines(text, FormText::point);
    }

    static String table(JsonNode list, List<Shapes.Column> columns) {
        return lines(list, row -> row(row, columns));
    }

    static JsonNode table(String text, List<Shapes.Column> columns) {
        return lines(text, line -> row(line, columns));
    }

    /** One row in one line; a bare text stays as it is, for a person to complete. */
    static String row(JsonNode row, List<Shapes.Column> columns) {
        if (row.isTextual() && !row.textValue().isBlank()) {
            return escape(row.textValue());
        }
        String cells = columns.stream()
                .map(column -> cell(row.path(column.name()), column))
                .collect(Collectors.joining(BAR));
        String line = EMPTY_CELLS_AT_THE_END.matcher(cells).replaceAll("");
        return !Words.blank(line) && row(line, columns).equals(row) ? line : json(row);
    }

    static String record(JsonNode record, List<Shapes.Column> columns) {
        String line = row(record, columns);
        return record(line, columns).equals(record) ? line : json(record);
    }

    /** A record may also be typed with one part per line. */
    static JsonNode record(String text, List<Shapes.Column> columns) {
        List<String> lines =
                text.strip().lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() == columns.size()
                && lines.stream().allMatch(line -> cells(line).size() == 1)) {
            return row(String.join(BAR, lines), columns);
        }
        return cells(text).size() == 1 && !text.startsWith("=") && columns.size() > 1
                ? TextNode.valueOf(text)
                : row(String.join(" ", lines), columns);
    }

    static JsonNode number(String text) {
        String plain = text.strip();
        return NUMBER.matcher(plain).matches() ? parsed(plain, TextNode.valueOf(text)) : TextNode.valueOf(text);
    }

    /** Words in another shape, for a person to read: one line per entry, parts with their names. */
    static String prose(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(FormText::prose)
                    .collect(Collectors.joining("\n"));
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .map(part -> Words.spoken(part.getKey()) + ": " + prose(part.getValue()))
                    .collect(Collectors.joining("\n"));
        }
        return value.asText();
    }

    private static String lines(JsonNode list, Function<JsonNode, String> line) {
        return StreamSupport.stream(list.spliterator(), false).map(line).collect(Collectors.joining("\n"));
    }

    private static JsonNode lines(String text, Function<String, JsonNode> row) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        lines(text).stream().map(row).forEach(list::add);
        return list;
    }

    private static List<String> lines(String text) {
        return Stream.of(text.split("\r?\n", -1))
                .filter(line -> !Words.blank(line))
                .toList();
    }

    private static String point(JsonNode value) {
        if (!value.isTextual()) {
            return json(value);
        }
        String line = escape(value.textValue()).replace("\\|", "|");
        return typeable(line) && point(line).equals(value) ? line : json(value);
    }

    private static JsonNode point(String line) {
        String bare = bare(line);
        return bare.startsWith("=") ? json(bare) : TextNode.valueOf(unescape(bare));
    }

    private static JsonNode row(String line, List<Shapes.Column> columns) {
        String bare = bare(line);
        if (bare.startsWith("=")) {
            JsonNode whole = parsed(unescape(bare).substring(1), MissingNode.getInstance());
            if (!whole.isMissingNode()) {
                return whole;
            }
        }
        List<String> cells = cells(bare);
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size() && i < cells.size(); i++) {
            boolean last = i == columns.size() - 1;
            String cell = last ? String.join(BAR, cells.subList(i, cells.size())) : cells.get(i);
            if (!cell.isEmpty()) {
                row.set(columns.get(i).name(), cell(cell, columns.get(i)));
            }
        }
        return row;
    }

    private static String cell(JsonNode value, Shapes.Column column) {
        if (value.isMissingNode()) {
            return "";
        }
        String text = value.isBoolean() ? (value.booleanValue() ? "yes" : "no") : escape(value.asText());
        return typeable(text) && text.equals(text.strip()) && cell(text, column).equals(value) ? text : json(value);
    }

    private static JsonNode cell(String text, Shapes.Column column) {
        return text.startsWith("=") ? json(text) : column.rule().shape().read(unescape(text));
    }

    private static String json(JsonNode value) {
        return "=" + escape(value.toString());
    }

    private static JsonNode json(String text) {
        String plain = unescape(text);
        return parsed(plain.substring(1), TextNode.valueOf(plain));
    }

    private static JsonNode parsed(String json, JsonNode otherwise) {
        try {
            JsonNode value = JSON.readTree(json);
            return value.isMissingNode() ? otherwise : value;
        } catch (JsonProcessingException justText) {
            return otherwise;
        }
    }

    private static String bare(String line) {
        return BULLET.matcher(line.strip()).replaceFirst("");
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '|') {
                cells.add(line.substring(start, i).strip());
                start = i + 1;
            }
        }
        cells.add(line.substring(start).strip());
        return cells;
    }

    /** A text area cannot hold blanks alone, and turns a carriage return into a line end. */
    private static boolean typeable(String text) {
        return !Words.blank(text) && text.indexOf('\r') < 0;
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                escaped.append(BREAK);
                continue;
            }
            if (c == '\\' || c == '|' || c == BREAK || (c == '=' && i == 0)) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escapes = c == '\\' && i + 1 < text.length() && "\\|↵=".indexOf(text.charAt(i + 1)) >= 0;
            if (escapes) {
                plain.append(text.charAt(++i));
            } else {
                plain.append(c == BREAK ? '\n' : c);
            }
        }
        return plain.toString();
    }
}
