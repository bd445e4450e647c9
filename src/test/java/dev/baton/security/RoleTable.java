package dev.baton.security;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a table of calls and answers as a person writes it: columns split by bars, the first line names them. */
final class RoleTable {

    private static final Pattern CELL = Pattern.compile("(\\w+)(?: \\(([\\w, -]+): (\\w+)\\))?");

    /**
     * One line.
     *
     * @param subject whose the thing is that the call is about: own, offered, claimed, other, …
     * @param call    method, address and body
     * @param cells   by column
     */
    record Row(String subject, String call, Map<String, String> cells) {

        /** What somebody of a column is answered; "no (manager: yes)" makes an exception for one role. */
        String expected(String column, String role) {
            var cell = CELL.matcher(cells.get(column));
            if (!cell.matches()) {
                throw new IllegalArgumentException("\"%s\" is no cell, in: %s".formatted(cells.get(column), call));
            }
            var isException =
                    cell.group(2) != null && List.of(cell.group(2).split(", *")).contains(role);
            return isException ? cell.group(3) : cell.group(1);
        }

        String method() {
            return call.split(" ", -1)[0];
        }

        String path() {
            return call.split(" ", -1)[1];
        }

        String body() {
            var parts = call.split(" ", 3);
            return parts.length < 3 ? "" : parts[2];
        }

        boolean reads() {
            return method().equals("GET") || method().equals("FIND");
        }

        @Override
        public String toString() {
            return (subject + " " + call).strip();
        }
    }

    private RoleTable() {}

    static List<Row> read(String text) {
        var lines = text.lines().filter(line -> !line.isBlank()).toList();
        var columns = split(lines.get(0));
        var rows = new ArrayList<Row>();
        for (var line : lines.subList(1, lines.size())) {
            if (!line.startsWith("#")) {
                rows.add(row(columns, split(line), line));
            }
        }
        return rows;
    }

    private static Row row(List<String> columns, List<String> cells, String line) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "%d cells for %d columns, in: %s".formatted(cells.size(), columns.size(), line));
        }
        var answers = new LinkedHashMap<String, String>();
        for (var number = 2; number < columns.size(); number++) {
            answers.put(columns.get(number), cells.get(number));
        }
        return new Row(cells.get(0), cells.get(1), answers);
    }

    private static List<String> split(String line) {
        return List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
    }
}
