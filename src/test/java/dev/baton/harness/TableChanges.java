package dev.baton.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;

/** The shipped tables, changed as operations would change them in Modeler. */
public final class TableChanges {

    private TableChanges() {}

    public static String requirements() {
        return read("requirements.dmn");
    }

    public static String contracts() {
        return read("contracts.dmn");
    }

    /** One more row that every situation asks for. */
    public static String withRow(String table, String packageName, String field) {
        var id = packageName + "_" + field;
        return withRule(
                table,
                id,
                List.of(packageName, ""),
                Map.of(
                        "field",
                        field,
                        "label",
                        "Label of " + field,
                        "level",
                        "always",
                        "rule",
                        "text",
                        "reason",
                        "Why %s is asked.".formatted(field),
                        "risk",
                        "Nobody knows the %s.".formatted(field),
                        "filledBy",
                        "strategist",
                        "example",
                        "A good %s answer.".formatted(field)));
    }

    /** One more contract, from strategist to creative. */
    public static String withContract(String table, String contract, String packageName) {
        var cells = new java.util.HashMap<>(Map.of(
                "name", "Strategy to podcast",
                "from", "strategist",
                "to", "creative",
                "packages", packageName,
                "owner", "strategist"));
        List.of(
                        "requiredInput",
                        "expectedOutput",
                        "acceptanceCriteria",
                        "leadTime",
                        "reviewPoint",
                        "failureSignal",
                        "risk",
                        "place")
                .forEach(header -> cells.put(header, "Said for " + header));
        return withRule(table, contract, List.of(contract), cells);
    }

    /** Puts the shipped tables back in force, and deletes what a test has deployed. */
    public static void takeBack(RepositoryService repository, List<String> deployments) {
        var shipped = repository.createDeployment().name("shipped again");
        ShippedProcesses.files(".dmn")
                .forEach(file -> shipped.addString(
                        file.getFileName().toString(), read(file.getFileName().toString())));
        shipped.deploy();
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    public static String withCell(String table, String rule, String output, String value) {
        return table.replaceFirst(
                "(<outputEntry id=\"%s_%s\">\\s*<text>)[^<]*".formatted(rule, output),
                "$1" + Matcher.quoteReplacement("\"" + value + "\""));
    }

    private static String withRule(String table, String id, List<String> inputs, Map<String, String> outputs) {
        var entries = inputs.stream().map(TableChanges::entry).collect(Collectors.joining());
        var cells = Pattern.compile("<output id=\"[^\"]*\" label=\"[^\"]*\" name=\"(\\w+)\"")
                .matcher(table)
                .results()
                .map(output -> outputs.getOrDefault(output.group(1), ""))
                .map(TableChanges::cell)
                .collect(Collectors.joining());
        return table.replace(
                "</decisionTable>", "<rule id=\"%s\">%s%s</rule></decisionTable>".formatted(id, entries, cells));
    }

    private static String entry(String value) {
        return "<inputEntry>%s</inputEntry>".formatted(text(value));
    }

    private static String cell(String value) {
        return "<outputEntry>%s</outputEntry>".formatted(text(value));
    }

    private static String text(String value) {
        return value.isEmpty() ? "<text></text>" : "<text>\"%s\"</text>".formatted(value);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of("processes/decisions", file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
