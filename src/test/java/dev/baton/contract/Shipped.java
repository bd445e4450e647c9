package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.process.TableRows;
import java.io.File;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.Dmn;

/** The tables as they are shipped, and a complete campaign made of their examples. */
final class Shipped {

    static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    static final Situation SIMPLE = new Situation(Complexity.SIMPLE, ExecutionParty.INTERNAL, null, TODAY);
    static final Situation MEDIUM = new Situation(Complexity.MEDIUM, ExecutionParty.INTERNAL, null, TODAY);
    static final Situation HIGH = new Situation(Complexity.HIGH, ExecutionParty.INTERNAL, null, TODAY);
    static final Situation OUTSIDE = new Situation(Complexity.SIMPLE, ExecutionParty.EXTERNAL, null, TODAY);

    static final WordTable WORDS = words();
    static final Catalog CATALOG = catalog();

    private Shipped() {}

    static List<Row> rows(String table) {
        return TableRows.read(Dmn.readModelFromFile(new File("processes/decisions/" + table + ".dmn")));
    }

    static WordTable words() {
        try {
            return WordTable.of(rows("words"));
        } catch (InvalidCatalog invalid) {
            throw new AssertionError(invalid.getMessage(), invalid);
        }
    }

    static Map<String, JsonNode> examples() {
        Map<String, JsonNode> packages = new LinkedHashMap<>();
        CATALOG.packageNames().forEach(name -> packages.put(name, CATALOG.example(name)));
        return packages;
    }

    private static Catalog catalog() {
        try {
            return Catalog.of(rows("contracts"), rows("requirements"), WORDS, new FakeExpressions());
        } catch (InvalidCatalog invalid) {
            throw new AssertionError(invalid.getMessage(), invalid);
        }
    }
}
