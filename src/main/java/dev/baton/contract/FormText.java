package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.baton.shared.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Lists as a person types or pastes them: one row per line, cells split by a bar or a tab, with or without bars around,
 * a row of headers, bullets and numbers. A bar or a backslash inside a cell has a backslash before it, a line break inside
 * a cell is shown as ↵, and what no text can say is written as JSON after an equals sign. Every list comes back exactly
 * as it went out.
 */
final class FormText {

    private static final String BAR = " | ";
    private static final char BREAK = '↵';
    private static final String BULLETS = "-•*–—·▪◦‣●";
    private static final String SEPARATOR = "|-:";
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*+)(?:\\.\\d++)?(?:[eE][-+]?\\d++)?");

    private FormText() {}

    static String points(JsonNode list) {
        return lines(list, FormText::point);
    }

    static JsonNode points(String text) {
        return lines(text, FormText::point);
    }

    static String table(JsonNode list, List<Shapes.Column> columns) {
        var text = lines(list, row -> row(row, columns));
        return table(text, columns).equals(list) ? text : lines(list, FormText::json);
    }

    static JsonNode table(String text, List<Shapes.Column> columns) {
        var list = JsonNodeFactory.instance.arrayNode();
        body(lines(text), columns).forEach(line -> list.add(row(line, columns)));
        return list;
    }

    /** True when some line has more than one cell. */
    static boolean isTable(String text) {
        return lines(text).stream().anyMatch(line -> cells(bare(line)).size() > 1);
    }

    /** The lines without separators, and without headers: the line above a separator, or one that names the columns. */
    private static List<String> body(List<String> lines, List<Shapes.Column> columns) {
        var headed = lines.size() > 1
                && (isSeparator(lines.get(1)) || (columns.size() > 1 && isHeader(cells(bare(lines.get(0))), columns)));
        return lines.stream()
                .skip(headed ? 1 : 0)
                .filter(line -> !isSeparator(line))
                .toList();
    }

    private static boolean isSeparator(String line) {
        return line.contains("---")
                && line.indexOf('|') >= 0
                && line.chars().allMatch(c -> SEPARATOR.indexOf(c) >= 0 || Character.isWhitespace(c));
    }

    private static boolean isHeader(List<String> cells, List<Shapes.Column> columns) {
        if (cells.size() != columns.size()) {
            return false;
        }
        for (var i = 0; i < cells.size(); i++) {
            var name = columns.get(i).name();
            if (!cells.get(i).equalsIgnoreCase(name) && !cells.get(i).equalsIgnoreCase(AnswerText.spoken(name))) {
                return false;
            }
        }
        return true;
    }

    /** One row in one line; a bare text stays as it is, for a person to complete. */
    static String row(JsonNode row, List<Shapes.Column> columns) {
        if (row.isTextual() && !row.textValue().isBlank()) {
            return escape(row.textValue());
        }
        var cells = columns.stream()
                .map(column -> cell(row.path(column.name()), column))
                .collect(Collectors.joining(BAR));
        var line = withoutEmptyEnd(cells);
        return !AnswerText.blank(line) && row(line, columns).equals(row) ? line : json(row);
    }

    static String record(JsonNode record, List<Shapes.Column> columns) {
        var line = row(record, columns);
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
        var plain = text.strip();
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
                    .map(part -> AnswerText.spoken(part.getKey()) + ": " + prose(part.getValue()))
                    .collect(Collectors.joining("\n"));
        }
        return value.asText();
    }

    private static String lines(JsonNode list, Function<JsonNode, String> line) {
        return StreamSupport.stream(list.spliterator(), false).map(line).collect(Collectors.joining("\n"));
    }

    private static JsonNode lines(String text, Function<String, JsonNode> row) {
        var list = JsonNodeFactory.instance.arrayNode();
        lines(text).stream().map(row).forEach(list::add);
        return list;
    }

    private static List<String> lines(String text) {
        return Stream.of(text.split("\r?\n", -1))
                .filter(line -> !AnswerText.blank(line))
                .toList();
    }

    private static String point(JsonNode value) {
        if (!value.isTextual()) {
            return json(value);
        }
        var line = escape(value.textValue()).replace("\\|", "|");
        return typeable(line) && point(line).equals(value) ? line : json(value);
    }

    private static JsonNode point(String line) {
        var bare = bare(line);
        return bare.startsWith("=") ? json(bare) : TextNode.valueOf(unescape(bare));
    }

    private static JsonNode row(String line, List<Shapes.Column> columns) {
        var bare = bare(line);
        if (bare.startsWith("=")) {
            var whole = parsed(unescape(bare).substring(1), MissingNode.getInstance());
            if (!whole.isMissingNode()) {
                return whole;
            }
        }
        var cells = cells(bare);
        var row = JsonNodeFactory.instance.objectNode();
        for (var i = 0; i < columns.size() && i < cells.size(); i++) {
            var last = i == columns.size() - 1;
            var cell = last ? String.join(BAR, cells.subList(i, cells.size())) : cells.get(i);
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
        var text = value.isBoolean() ? (value.booleanValue() ? "yes" : "no") : escape(value.asText());
        return typeable(text) && text.equals(text.strip()) && cell(text, column).equals(value) ? text : json(value);
    }

    private static JsonNode cell(String text, Shapes.Column column) {
        return text.startsWith("=") ? json(text) : column.rule().shape().read(unescape(text));
    }

    private static String json(JsonNode value) {
        return "=" + escape(value.toString());
    }

    private static JsonNode json(String text) {
        var plain = unescape(text);
        return parsed(plain.substring(1), TextNode.valueOf(plain));
    }

    private static JsonNode parsed(String json, JsonNode otherwise) {
        var value = Json.parse(json);
        return value.isMissingNode() ? otherwise : value;
    }

    /** The line without its bullet or, where a tab follows as Word writes it, its number or letter. */
    private static String bare(String line) {
        var start = line.strip();
        if (start.isEmpty()) {
            return start;
        }
        var mark = start.indexOf('\t') > 0 ? numbered(start) : 0;
        if (mark == 0 && BULLETS.indexOf(start.charAt(0)) >= 0) {
            mark = 1;
        }
        if (mark == 0
                && start.length() > 1
                && (start.charAt(0) == 'o' || start.charAt(0) == '§')
                && start.charAt(1) == '\t') {
            mark = 1;
        }
        mark = mark > 1 && start.charAt(mark) != '\t' ? 0 : mark;
        var bulleted = mark > 0 && mark < start.length() && Character.isWhitespace(start.charAt(mark));
        return bulleted ? start.substring(mark).strip() : start;
    }

    /** How long the number of a list is that the line starts with: 1. or 12); 0 for none. */
    static int numbered(String line) {
        var digits = 0;
        while (digits < line.length() && digits < 3 && Character.isDigit(line.charAt(digits))) {
            digits++;
        }
        var marked = digits > 0
                && digits + 1 < line.length()
                && ".)".indexOf(line.charAt(digits)) >= 0
                && Character.isWhitespace(line.charAt(digits + 1));
        return marked ? digits + 1 : 0;
    }

    private static String withoutEmptyEnd(String cells) {
        var end = cells.length();
        while (end > 0
                && (cells.charAt(end - 1) == ' '
                        || (cells.charAt(end - 1) == '|' && (end == 1 || cells.charAt(end - 2) == ' ')))) {
            end--;
        }
        return cells.substring(0, end);
    }

    /** Split by bars, or by tabs where there is no bar; bars around the row are its frame. */
    private static List<String> cells(String line) {
        var cells = split(line, '|');
        if (cells.size() == 1) {
            return split(line, '\t');
        }
        var framed = cells.size() > 2
                && cells.get(0).isEmpty()
                && cells.get(cells.size() - 1).isEmpty();
        return framed ? cells.subList(1, cells.size() - 1) : cells;
    }

    private static List<String> split(String line, char separator) {
        var cells = new ArrayList<String>();
        var start = 0;
        for (var i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == separator) {
                cells.add(line.substring(start, i).strip());
                start = i + 1;
            }
        }
        cells.add(line.substring(start).strip());
        return cells;
    }

    /** A text area cannot hold blanks alone, and turns a carriage return into a line end. */
    private static boolean typeable(String text) {
        return !AnswerText.blank(text) && text.indexOf('\r') < 0;
    }

    private static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 8);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
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
        var plain = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var escapes = c == '\\' && i + 1 < text.length() && "\\|↵=".indexOf(text.charAt(i + 1)) >= 0;
            if (escapes) {
                plain.append(text.charAt(++i));
            } else {
                plain.append(c == BREAK ? '\n' : c);
            }
        }
        return plain.toString();
    }
}
