package dev.baton.deployment;

import static java.util.stream.Collectors.joining;

import dev.baton.camunda.ModelingRule;
import dev.baton.contract.Catalog;
import dev.baton.contract.Expressions;
import dev.baton.contract.InvalidCatalog;
import dev.baton.contract.Row;
import dev.baton.contract.WordTable;
import dev.baton.deployment.Definitions.Table;
import dev.baton.plan.StageTable;
import dev.baton.process.InvalidTable;
import dev.baton.process.TableRows;
import dev.baton.review.InvalidReviewPolicies;
import dev.baton.review.ReviewPolicies;
import dev.baton.review.Silence;
import dev.baton.selection.SelectionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Text;
import org.springframework.stereotype.Component;

/**
 * Refuses decision tables that Baton could not judge by, with every row that is wrong; the running version stays. A table
 * deployed alone is held against the newest deployed version of its counterpart.
 */
@Component
class TablesRule implements Rule {

    private static final String CONTRACTS = "contracts";
    private static final String REQUIREMENTS = "requirements";
    private static final String WORDS = "words";
    private static final String REVIEW_POLICY = "review-policy";
    private static final String MODEL_SELECTION = "model-selection";
    private static final String STAGE_DURATIONS = "stage-durations";

    /** Those that are read together. */
    private static final Set<String> CATALOG = Set.of(CONTRACTS, REQUIREMENTS, WORDS);

    /** The tables that Baton reads itself. */
    static final Set<String> READ =
            Set.of(CONTRACTS, REQUIREMENTS, WORDS, REVIEW_POLICY, MODEL_SELECTION, STAGE_DURATIONS);

    /** Those that say themselves what is wrong with them. */
    private static final Map<String, Consumer<List<Row>>> READERS =
            Map.of(MODEL_SELECTION, SelectionTable::of, STAGE_DURATIONS, StageTable::of);

    /** How the rows of each are meant; another policy would let the engine read a table otherwise than Baton does. */
    private static final Map<String, HitPolicy> POLICIES = Map.of(
            CONTRACTS, HitPolicy.UNIQUE,
            REQUIREMENTS, HitPolicy.COLLECT,
            WORDS, HitPolicy.COLLECT,
            REVIEW_POLICY, HitPolicy.FIRST,
            MODEL_SELECTION, HitPolicy.COLLECT,
            STAGE_DURATIONS, HitPolicy.COLLECT);

    private static final Map<String, List<String>> ROLE_CELLS =
            Map.of(CONTRACTS, List.of("from", "to", "owner"), REQUIREMENTS, List.of("filledBy"));

    private final Expressions expressions;

    TablesRule(Expressions expressions) {
        this.expressions = expressions;
    }

    @Override
    public void check(Definitions definitions, Violations found) {
        var tables = definitions.tables().stream()
                .filter(table -> READ.contains(table.key()))
                .toList();
        var readable = new ArrayList<String>();
        tables.forEach(table -> {
            if (checkShape(table, definitions, found)) {
                readable.add(table.key());
                checkRoles(table, definitions, found);
                checkContent(table, definitions, found);
            }
        });
        if (readable.size() == tables.size()) {
            checkCatalog(
                    tables.stream()
                            .filter(table -> CATALOG.contains(table.key()))
                            .toList(),
                    definitions,
                    found);
            checkPolicies(definitions, found);
        }
    }

    /** Whether its rows can be read at all. */
    private static boolean checkShape(Table table, Definitions definitions, Violations found) {
        Decision decision = table.model().getModelElementById(table.key());
        var all = table.model().getModelElementsByType(DecisionTable.class);
        if (all.size() != 1 || !(decision.getExpression() instanceof DecisionTable rows)) {
            refuse(
                    table,
                    "A table file holds exactly one decision table; this one holds %d.".formatted(all.size()),
                    found);
            return false;
        }
        var policy = POLICIES.get(table.key());
        if (rows.getHitPolicy() != policy || rows.getAggregation() != null) {
            refuse(
                    table,
                    "The hit policy is %s, and Baton reads this table with %s: set it back."
                            .formatted(rows.getHitPolicy(), policy),
                    found);
        }
        var columns = columns(rows);
        definitions
                .deployedTable(table.key())
                .flatMap(before -> before.model().getModelElementsByType(DecisionTable.class).stream()
                        .findFirst())
                .map(TablesRule::columns)
                .ifPresent(before -> before.stream()
                        .filter(column -> !columns.contains(column))
                        .forEach(column -> refuse(
                                table,
                                "The column “%s” is gone, which Baton reads: put it back, under that name."
                                        .formatted(column),
                                found)));
        var faults = TableRows.faults(rows);
        faults.forEach(fault -> refuse(table, "%s table, %s".formatted(titled(table.key()), fault), found));
        return faults.isEmpty();
    }

    private static Set<String> columns(DecisionTable table) {
        return Stream.concat(
                        table.getInputs().stream()
                                .map(input -> input.getInputExpression())
                                .filter(Objects::nonNull)
                                .map(TablesRule::text),
                        table.getOutputs().stream().map(Output::getName).filter(Objects::nonNull))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(InputExpression expression) {
        return expression.getChildElementsByType(Text.class).stream()
                .map(text -> text.getTextContent().strip())
                .collect(joining());
    }

    private static void refuse(Table table, String message, Violations found) {
        found.add(ModelingRule.TABLE_SHAPE, table.file(), table.key(), message);
    }

    private void checkCatalog(List<Table> tables, Definitions definitions, Violations found) {
        if (tables.isEmpty()) {
            return;
        }
        var words = definitions.rows(WORDS);
        var contracts = definitions.rows(CONTRACTS);
        var requirements = definitions.rows(REQUIREMENTS);
        try {
            var known = words.isEmpty() ? null : WordTable.of(words.get());
            if (known != null && contracts.isPresent() && requirements.isPresent()) {
                Catalog.of(contracts.get(), requirements.get(), known, expressions);
            }
        } catch (InvalidCatalog invalid) {
            invalid.violations().forEach(sentence -> {
                var table = tableOf(sentence, tables);
                found.add(ModelingRule.TABLE_CONTENT, table.file(), table.key(), sentence);
            });
        }
    }

    /** The table that a sentence begins with; where only its counterpart is deployed, that one. */
    private static Table tableOf(String sentence, List<Table> tables) {
        return tables.stream()
                .filter(table -> sentence.toLowerCase(Locale.ROOT).startsWith(table.key()))
                .findFirst()
                .or(() -> tables.stream().findFirst())
                .orElseThrow();
    }

    private static void checkContent(Table table, Definitions definitions, Violations found) {
        Optional.ofNullable(READERS.get(table.key())).ifPresent(reader -> {
            try {
                definitions.rows(table.key()).ifPresent(reader);
            } catch (InvalidTable invalid) {
                invalid.violations()
                        .forEach(
                                sentence -> found.add(ModelingRule.TABLE_CONTENT, table.file(), table.key(), sentence));
            }
        });
    }

    /** A role that nobody has would be found out when the first handoff is transferred to it. */
    private static void checkRoles(Table table, Definitions definitions, Violations found) {
        definitions.rows(table.key()).stream()
                .flatMap(List::stream)
                .forEach(row -> ROLE_CELLS
                        .getOrDefault(table.key(), List.of())
                        .forEach(cell -> Elements.list(row.cell(cell)).stream()
                                .filter(role -> Elements.role(role).isEmpty())
                                .forEach(role -> found.add(
                                        ModelingRule.TABLE_CONTENT,
                                        table.file(),
                                        table.key(),
                                        unknownRole(table.key(), row, cell, role)))));
    }

    private static String unknownRole(String table, Row row, String cell, String role) {
        return "%s table, row %d: “%s” in %s is no role; write one of %s."
                .formatted(titled(table), row.number(), role, cell, String.join(", ", Elements.roles()));
    }

    private static String titled(String table) {
        return table.substring(0, 1).toUpperCase(Locale.ROOT) + table.substring(1);
    }

    /** A diagram may say of a review that its silence never moves work forward: no table lets it advance then. */
    private static void checkPolicies(Definitions definitions, Violations found) {
        var policies = definitions.tables().stream()
                .filter(table -> table.key().equals(REVIEW_POLICY))
                .findFirst();
        if (policies.isEmpty() && definitions.batons().isEmpty()) {
            return;
        }
        var file = policies.map(Table::file)
                .orElseGet(() -> definitions.batons().get(0).file());
        var held = (policies.isPresent() ? definitions.allDiagrams().stream() : definitions.batons().stream())
                .flatMap(diagram -> diagram.elements())
                .map(Elements::properties)
                .filter(properties -> Silence.HOLD.key().equals(properties.get("silence")))
                .map(properties -> properties.getOrDefault("review", ""))
                .collect(Collectors.toSet());
        try {
            definitions
                    .rows(REVIEW_POLICY)
                    .ifPresent(rows ->
                            ReviewPolicies.of(rows.stream().map(Row::cells).toList(), held));
        } catch (InvalidReviewPolicies invalid) {
            invalid.violations()
                    .forEach(sentence -> found.add(ModelingRule.TABLE_CONTENT, file, REVIEW_POLICY, sentence));
        }
    }
}
