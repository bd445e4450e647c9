package dev.baton.figures;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.results.RunResult;

/** The figures as Markdown, and what happens on the way as lines on the console. */
@SuppressWarnings("SystemOut") // a tool for the console
final class Report {

    private final StringBuilder text = new StringBuilder();

    void progress(String line) {
        System.out.println(line);
    }

    String text() {
        return text.toString();
    }

    void route(Route route) {
        line("%s, Java %s, %s %s, %d processors. Tasks of one handoff: %d."
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        System.getProperty("java.version"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        route.steps().size()));
        line("");
        progress(route.steps().toString());
    }

    void lifecycles(Settings settings, Map<String, List<Round>> rounds) {
        var sides = List.copyOf(rounds.keySet());
        var ratios =
                sides.stream().skip(1).map(side -> sides.get(0) + " ÷ " + side).toList();
        line("Median of %d alternating rounds of %d s (least–most), %d client threads."
                .formatted(settings.rounds(), settings.round().toSeconds(), settings.threads()));
        line("");
        row("", sides, ratios);
        rule(rounds.size() + ratios.size());
        compare("handoffs/s", rounds, Round::perSecond);
        compare("CPU of the service per handoff, ms", rounds, Round::serviceCpu);
        compare("CPU of the database per handoff, ms", rounds, Round::databaseCpu);
        compare("p95 of a call, ms", rounds, Round::percentile95);
        for (var call : Call.values()) {
            compare("p95 " + call.words() + ", ms", rounds, round -> round.percentile95(call));
        }
        line("");
    }

    /** Ratios are taken in each round between neighbours in time, and their median is shown. */
    private void compare(String what, Map<String, List<Round>> rounds, ToDoubleFunction<Round> value) {
        var sides = List.copyOf(rounds.values());
        var values = sides.stream().map(side -> spread(side, value).toString()).toList();
        var first = sides.get(0);
        var ratios = new ArrayList<String>();
        for (var other : sides.subList(1, sides.size())) {
            ratios.add(Spread.of(IntStream.range(0, first.size())
                            .mapToObj(i -> value.applyAsDouble(first.get(i)) / value.applyAsDouble(other.get(i)))
                            .toList())
                    .toString());
        }
        row(what, values, ratios);
    }

    private static Spread spread(List<Round> rounds, ToDoubleFunction<Round> value) {
        return Spread.of(rounds.stream().map(value::applyAsDouble).toList());
    }

    void statements(Map<String, Statements> counted) {
        row("statements / transactions of", List.copyOf(counted.keySet()), List.of());
        rule(counted.size());
        for (var call : Call.values()) {
            row(
                    call.words(),
                    cells(counted.values(), one -> one.statements(call), one -> one.transactions(call)),
                    List.of());
        }
        row(
                "a whole handoff",
                cells(counted.values(), Statements::statementsPerLifecycle, Statements::transactionsPerLifecycle),
                List.of());
        line("");
    }

    private static List<String> cells(
            Collection<Statements> sides, ToDoubleFunction<Statements> one, ToDoubleFunction<Statements> other) {
        return sides.stream()
                .map(side ->
                        String.format(Locale.ROOT, "%.1f / %.1f", one.applyAsDouble(side), other.applyAsDouble(side)))
                .toList();
    }

    void starts(Map<String, List<Starts.Start>> starts) {
        row("", List.copyOf(starts.keySet()), List.of());
        rule(starts.size());
        row("start, s", starts(starts, Starts.Start::seconds), List.of());
        row("resident memory after the start, MiB", starts(starts, Starts.Start::residentMiB), List.of());
        row("live heap after the start, MiB", starts(starts, Starts.Start::liveHeapMiB), List.of());
        line("");
    }

    private static List<String> starts(Map<String, List<Starts.Start>> starts, ToDoubleFunction<Starts.Start> value) {
        return starts.values().stream()
                .map(side -> Spread.of(side.stream().map(value::applyAsDouble).toList())
                        .toString())
                .toList();
    }

    void checks(Collection<RunResult> results) {
        row("", List.of("µs, ± 99.9 %"), List.of());
        rule(1);
        for (var result : results) {
            var score = result.getPrimaryResult();
            row(
                    score.getLabel(),
                    List.of(String.format(Locale.ROOT, "%.2f ± %.2f", score.getScore(), score.getScoreError())),
                    List.of());
        }
        line("");
    }

    private void row(String what, List<String> values, List<String> more) {
        var cells = new ArrayList<String>();
        cells.add(what);
        cells.addAll(values);
        cells.addAll(more);
        line(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void rule(int columns) {
        line("|---" + "|---".repeat(columns) + "|");
    }

    private void line(String line) {
        text.append(line).append('\n');
        progress(line);
    }
}
