package dev.baton.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong in the rows of a table, told together: nobody should be sent back once per cell. */
final class RowFindings {

    private static final int MOST_TOLD = 3;

    private final int rows;
    private final List<Placed> found = new ArrayList<>(0);

    RowFindings(int rows) {
        this.rows = rows;
    }

    /** One record, where no row needs a number. */
    static @Nullable Finding of(List<Finding> parts) {
        var findings = new RowFindings(0);
        parts.forEach(part -> findings.found.add(new Placed(0, "", part)));
        return findings.together();
    }

    void add(int row, String title, List<Finding> cells) {
        for (var cell : cells) {
            found.add(new Placed(row, title, cell));
        }
    }

    /** Null when nothing was found; the first finding gives the kind of problem. */
    @Nullable
    Finding together() {
        if (found.isEmpty()) {
            return null;
        }
        var told = told();
        var first = told.get(0);
        var others = told.stream()
                .skip(1)
                .limit(MOST_TOLD - 1)
                .map(next -> " " + capital(next.where()) + ": " + next.what())
                .collect(Collectors.joining());
        var rest = told.size() > MOST_TOLD ? " %d more like these.".formatted(told.size() - MOST_TOLD) : "";
        return new Finding(found.get(0).finding().problem(), first.where(), first.what() + others + rest);
    }

    /** The same fault in the same rows is told once, with all its columns. */
    private List<Told> told() {
        var perColumn = new LinkedHashMap<Fault, List<Placed>>();
        for (var next : found) {
            var fault = new Fault(next.finding().where(), next.finding().what());
            perColumn.computeIfAbsent(fault, any -> new ArrayList<>()).add(next);
        }
        var perRows = new LinkedHashMap<Fault, List<String>>();
        perColumn.forEach((fault, places) -> perRows.computeIfAbsent(
                        new Fault(rowsOf(places), fault.what()), any -> new ArrayList<>())
                .add(fault.where()));
        return perRows.entrySet().stream()
                .map(entry -> new Told(
                        place(entry.getKey().where(), spokenList(entry.getValue())),
                        entry.getKey().what()))
                .toList();
    }

    private String rowsOf(List<Placed> places) {
        if (rows == 0) {
            return "";
        }
        if (places.size() == 1) {
            var only = places.get(0);
            return "row " + only.row() + (only.title().isBlank() ? "" : " “" + Finding.shorten(only.title()) + "”");
        }
        if (places.size() == rows) {
            return "all " + rows + " rows";
        }
        return "rows "
                + spokenList(places.stream().map(place -> "" + place.row()).toList());
    }

    private static String place(String rows, String columns) {
        return rows.isEmpty() || columns.isEmpty() ? rows + columns : rows + ", " + columns;
    }

    private static String spokenList(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        var last = parts.size() - 1;
        return String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private record Placed(int row, String title, Finding finding) {}

    private record Fault(String where, String what) {}

    private record Told(String where, String what) {}
}
