package dev.baton.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.contract.Catalog;
import dev.baton.contract.InvalidCatalog;
import dev.baton.contract.Row;
import dev.baton.contract.WordTable;
import dev.baton.deployment.FeelExpressions;
import dev.baton.process.TableRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;

/** The real brief of the examples, and the tables that judge it. */
final class Brief {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DAY = Pattern.compile("TODAY\\+(\\d+)");

    private Brief() {}

    static ObjectNode example(String name) {
        var today = LocalDate.now(ZoneOffset.UTC);
        try {
            var text = DAY.matcher(Files.readString(Path.of("examples", name + ".json")))
                    .replaceAll(
                            day -> today.plusDays(Long.parseLong(day.group(1))).toString());
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, JsonNode> packages() {
        var packages = new LinkedHashMap<String, JsonNode>();
        example("year-end-drive")
                .get("packages")
                .properties()
                .forEach(one -> packages.put(one.getKey(), one.getValue()));
        return packages;
    }

    static Catalog catalog() {
        try {
            return Catalog.of(
                    rows("contracts"), rows("requirements"), WordTable.of(rows("words")), new FeelExpressions());
        } catch (InvalidCatalog invalid) {
            throw new IllegalStateException(invalid);
        }
    }

    private static List<Row> rows(String table) {
        return TableRows.read(Dmn.readModelFromFile(
                Path.of("processes", "decisions", table + ".dmn").toFile()));
    }
}
