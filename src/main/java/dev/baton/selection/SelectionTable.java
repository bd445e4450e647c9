package dev.baton.selection;

import dev.baton.contract.Row;
import dev.baton.process.InvalidTable;
import dev.baton.shared.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The table of votes: each row belongs to one axis, whose columns it fills, and names the models that speak for it. To each
 * answer of an axis exactly one row fits. Models are keys; they need not be deployed.
 */
public final class SelectionTable {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]{0,30}(-[a-z0-9]{1,30}){0,4}");

    private static final int LONGEST = 300;
    private static final int MOST_MODELS = 3;

    private final List<Row> rows;

    private SelectionTable(List<Row> rows) {
        this.rows = rows;
    }

    /**
     * Reads the rows.
     *
     * @throws InvalidTable with every violation
     */
    public static SelectionTable of(List<Row> rows) {
        var violations = new ArrayList<String>();
        rows.forEach(row -> wrong(row).forEach(fault -> violations.add(said(row, fault))));
        var table = new SelectionTable(List.copyOf(rows));
        if (violations.isEmpty()) {
            violations.addAll(table.gaps());
        }
        if (!violations.isEmpty()) {
            throw new InvalidTable(violations);
        }
        return table;
    }

    /** @throws Refusal where the partner decides and nobody said who it is */
    Recommendation recommend(TeamAnswers answers) {
        var votes = Stream.of(Axis.values()).map(axis -> vote(axis, answers)).toList();
        var restricted = votes.stream().anyMatch(Vote::restricts);
        return Recommendation.of(votes, restricted ? restricting() : Set.of());
    }

    private Set<String> restricting() {
        return rows.stream()
                .filter(SelectionTable::restricts)
                .flatMap(row -> list(row, "models").stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Vote vote(Axis axis, TeamAnswers answers) {
        var fitting = fitting(axis, answers);
        if (fitting.isEmpty()) {
            throw Refusal.of(
                    Axis.PARTNER,
                    "For a team of %d it matters who the partner is: answer “partner” with %s."
                            .formatted(answers.teamSize(), String.join(", ", Axis.words(Axis.PARTNER))));
        }
        var row = fitting.get(0);
        return new Vote(
                axis,
                answers.inWords(axis),
                list(row, "models"),
                row.cell("reason"),
                row.cell("advice"),
                restricts(row));
    }

    private List<Row> fitting(Axis axis, TeamAnswers answers) {
        return rows.stream()
                .filter(row -> axes(row).contains(axis))
                .filter(row -> axis.columns().stream().allMatch(column -> fits(row, column, answers)))
                .toList();
    }

    private static boolean fits(Row row, String column, TeamAnswers answers) {
        var cell = list(row, column);
        if (cell.isEmpty()) {
            return true;
        }
        return column.equals(Axis.SIZE)
                ? cell.stream()
                        .flatMap(text -> Band.read(text).stream())
                        .anyMatch(band -> band.holds(answers.teamSize()))
                : cell.contains(answers.words().getOrDefault(column, ""));
    }

    // What is wrong with it

    private static List<String> wrong(Row row) {
        var faults = new ArrayList<String>();
        if (axes(row).size() != 1) {
            faults.add("fill in the columns of one axis: teamSize and partner, or complexity, or budget and time.");
        }
        columns()
                .forEach(column -> list(row, column).stream()
                        .filter(word -> !isKnown(column, word))
                        .forEach(word -> faults.add(
                                "“%s” in %s is unknown; write %s.".formatted(word, column, remedy(column)))));
        if (list(row, "models").isEmpty()) {
            faults.add("no model is named; write the key of a process, such as \"our-handoff\".");
        }
        list(row, "models").stream()
                .filter(model -> !KEY.matcher(model).matches())
                .forEach(model -> faults.add(
                        "“%s” in models is no key of a process; write one such as \"our-handoff\".".formatted(model)));
        if (row.cell("reason").isEmpty()) {
            faults.add("no reason is given; say in a sentence why these models fit.");
        }
        Stream.of("reason", "advice")
                .filter(column -> row.cell(column).length() > LONGEST)
                .forEach(
                        column -> faults.add("%s has more than %d characters; shorten it.".formatted(column, LONGEST)));
        if (list(row, "models").size() > MOST_MODELS) {
            faults.add("more than %d models are named; name the best.".formatted(MOST_MODELS));
        }
        if (!Set.of("", "yes").contains(row.cell("restricts"))) {
            faults.add("“%s” in restricts; write yes, or leave it empty.".formatted(row.cell("restricts")));
        } else if (restricts(row) && !axes(row).contains(Axis.TEAM_SIZE)) {
            faults.add("only a team size restricts; leave the cell empty.");
        }
        return faults;
    }

    private static boolean isKnown(String column, String word) {
        var known = Axis.words(column);
        return known.isEmpty() ? Band.read(word).isPresent() : known.contains(word);
    }

    private static String remedy(String column) {
        var known = Axis.words(column);
        return known.isEmpty() ? "a range such as 3-7 or 8+" : String.join(", ", known);
    }

    private List<String> gaps() {
        return Arrays.stream(Axis.values())
                .flatMap(axis -> answers(axis).flatMap(answers -> gap(axis, answers)))
                .distinct()
                .toList();
    }

    private Stream<String> gap(Axis axis, TeamAnswers answers) {
        var fitting = fitting(axis, answers);
        if (fitting.size() == 1) {
            return Stream.empty();
        }
        var numbers = fitting.stream().map(row -> String.valueOf(row.number())).collect(Collectors.joining(" and "));
        return Stream.of("Model-selection table: %s %s for %s of “%s”: exactly one must."
                .formatted(
                        fitting.isEmpty() ? "no row" : "rows " + numbers,
                        fitting.isEmpty() ? "answers" : "answer",
                        axis.inWords(),
                        answers.inWords(axis)));
    }

    /** Every answer of an axis; of team sizes those where a band begins, and before and behind. */
    private Stream<TeamAnswers> answers(Axis axis) {
        var answers = List.of(new TeamAnswers(1, Map.of()));
        for (var column : axis.columns()) {
            answers = answers.stream()
                    .flatMap(each -> column.equals(Axis.SIZE)
                            ? sizes().mapToObj(size -> new TeamAnswers(size, each.words()))
                            : Axis.words(column).stream().map(word -> each.with(column, word)))
                    .toList();
        }
        return answers.stream();
    }

    private IntStream sizes() {
        var sizes = new TreeSet<>(Set.of(1, TeamAnswers.MOST_PEOPLE));
        rows.stream()
                .flatMap(row -> list(row, Axis.SIZE).stream())
                .flatMap(text -> Band.read(text).stream())
                .flatMap(band -> Stream.of(band.from() - 1, band.from(), band.to(), band.to() + 1))
                .filter(size -> size >= 1 && size <= TeamAnswers.MOST_PEOPLE)
                .forEach(sizes::add);
        return sizes.stream().mapToInt(Integer::intValue);
    }

    private static String said(Row row, String fault) {
        return "Model-selection table, row %d: %s".formatted(row.number(), fault);
    }

    private static Set<Axis> axes(Row row) {
        return Arrays.stream(Axis.values())
                .filter(axis -> axis.columns().stream()
                        .anyMatch(column -> !row.cell(column).isEmpty()))
                .collect(Collectors.toSet());
    }

    private static Stream<String> columns() {
        return Arrays.stream(Axis.values()).flatMap(axis -> axis.columns().stream());
    }

    private static boolean restricts(Row row) {
        return row.cell("restricts").equals("yes");
    }

    private static List<String> list(Row row, String column) {
        return Stream.of(row.cell(column).split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
