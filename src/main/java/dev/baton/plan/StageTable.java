package dev.baton.plan;

import dev.baton.contract.Complexity;
import dev.baton.contract.Row;
import dev.baton.people.Role;
import dev.baton.people.UnknownRole;
import dev.baton.process.InvalidTable;
import dev.baton.shared.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long the stages of the models take. The last row of a stage holds for every complexity and kind of campaign and fills
 * every cell; rows above it say what is different for some, and the first row that fills a cell wins.
 */
public final class StageTable {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]{0,30}(-[a-z0-9]{1,30}){0,4}");
    private static final Pattern DAYS = Pattern.compile("\\d{1,3}");
    private static final int MOST_DAYS = 250;
    private static final int MOST_STAGES = 200;
    private static final List<String> NUMBERS =
            List.of("workDays", "reviewRounds", "reviewDays", "approvalDays", "bufferDays");

    /** Model to stage to rows, in the order of the table. */
    private final Map<String, Map<String, List<Row>>> models;

    private StageTable(List<Row> rows) {
        this.models = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.cell("model"),
                        LinkedHashMap::new,
                        Collectors.groupingBy(row -> row.cell("stage"), LinkedHashMap::new, Collectors.toList())));
    }

    /**
     * Reads the rows.
     *
     * @throws InvalidTable with every violation
     */
    public static StageTable of(List<Row> rows) {
        var table = new StageTable(rows);
        var violations = new ArrayList<String>();
        rows.forEach(row -> wrong(row).forEach(fault -> violations.add(said(row, fault))));
        table.models.values().forEach(stages -> stages.values().forEach(stage -> lastRow(stage, violations)));
        if (violations.isEmpty()) {
            table.models.keySet().forEach(model -> table.wrongOrder(model, violations));
        }
        if (!violations.isEmpty()) {
            throw new InvalidTable(violations);
        }
        return table;
    }

    private static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    boolean has(String model) {
        return models.containsKey(model);
    }

    /** @throws Refusal for a model without rows */
    List<Stage> stages(String model, Complexity complexity, @Nullable String campaignType) {
        var stages = models.get(model);
        if (stages == null) {
            throw Refusal.of(
                    "model",
                    "There are no stages for \"%s\" in the table stage-durations: use one of %s, or give it rows."
                            .formatted(model, String.join(", ", new TreeSet<>(models.keySet()))));
        }
        return stages.values().stream()
                .map(rows -> stage(rows.stream()
                        .filter(row -> fits(row, "complexity", complexity.key()))
                        .filter(row -> fits(row, "campaignType", campaignType == null ? "" : campaignType))
                        .toList()))
                .toList();
    }

    private static boolean fits(Row row, String column, String value) {
        return row.cell(column).isEmpty() || list(row, column).contains(value);
    }

    private static Stage stage(List<Row> rows) {
        var last = rows.get(rows.size() - 1);
        return new Stage(
                last.cell("stage"),
                first(rows, "name"),
                first(rows, "role"),
                Set.copyOf(list(last, "after")),
                number(rows, "workDays"),
                number(rows, "reviewRounds"),
                number(rows, "reviewDays"),
                number(rows, "approvalDays"),
                number(rows, "bufferDays"));
    }

    private static int number(List<Row> rows, String column) {
        return Integer.parseInt(first(rows, column));
    }

    private static String first(List<Row> rows, String column) {
        return rows.stream()
                .map(row -> row.cell(column))
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
    }

    // What is wrong with it

    private static List<String> wrong(Row row) {
        var faults = new ArrayList<String>();
        Stream.of("model", "stage")
                .filter(column -> !isKey(row.cell(column)))
                .forEach(column -> faults.add("“%s” in %s is no key; write one such as \"first-draft\"."
                        .formatted(row.cell(column), column)));
        list(row, "complexity").stream()
                .filter(word -> !Set.of("simple", "medium", "high").contains(word))
                .forEach(word -> faults.add("“%s” in complexity; write simple, medium or high.".formatted(word)));
        NUMBERS.stream()
                .filter(column -> !row.cell(column).isEmpty() && !isDays(row.cell(column), column))
                .forEach(column -> faults.add("“%s” in %s is no whole number from %d to %d."
                        .formatted(row.cell(column), column, least(column), MOST_DAYS)));
        if (!row.cell("role").isEmpty()) {
            try {
                Role.of(row.cell("role"));
            } catch (UnknownRole unknown) {
                faults.add(String.valueOf(unknown.getMessage()));
            }
        }
        return faults;
    }

    private static boolean isDays(String cell, String column) {
        return DAYS.matcher(cell).matches()
                && Integer.parseInt(cell) >= least(column)
                && Integer.parseInt(cell) <= MOST_DAYS;
    }

    private static int least(String column) {
        return column.equals("workDays") ? 1 : 0;
    }

    private static void lastRow(List<Row> rows, List<String> violations) {
        rows.subList(0, rows.size() - 1).stream()
                .filter(StageTable::isForAll)
                .forEach(row -> violations.add(said(
                        row, "it holds for every campaign, so no row below counts; move it to the end of its stage.")));
        var last = rows.get(rows.size() - 1);
        if (!isForAll(last)) {
            violations.add(said(
                    last, "below it, a last row without complexity and kind of campaign must hold for all others."));
            return;
        }
        Stream.concat(Stream.of("name", "role"), NUMBERS.stream())
                .filter(column -> last.cell(column).isEmpty())
                .forEach(column -> violations.add(
                        said(last, "%s is empty; the last row of a stage fills every cell.".formatted(column))));
    }

    private static boolean isForAll(Row row) {
        return row.cell("complexity").isEmpty() && row.cell("campaignType").isEmpty();
    }

    private void wrongOrder(String model, List<String> violations) {
        var stages = stages(model, Complexity.MEDIUM, null);
        if (stages.size() > MOST_STAGES) {
            violations.add("Stage-durations table: %s has more than %d stages.".formatted(model, MOST_STAGES));
        }
        try {
            BackwardPlan.from(LocalDate.EPOCH, stages, day -> true, Map.of(), Map.of());
        } catch (IllegalArgumentException circle) {
            violations.add("Stage-durations table, %s: %s".formatted(model, circle.getMessage()));
        }
    }

    private static String said(Row row, String fault) {
        return "Stage-durations table, row %d: %s".formatted(row.number(), fault);
    }

    private static List<String> list(Row row, String column) {
        return Stream.of(row.cell(column).split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
