package dev.baton.deployment;

import dev.baton.camunda.DeploymentRule;
import dev.baton.camunda.Violation;
import dev.baton.contract.Catalog;
import dev.baton.contract.Expressions;
import dev.baton.contract.InvalidCatalog;
import dev.baton.contract.Row;
import dev.baton.contract.WordTable;
import dev.baton.people.Role;
import dev.baton.process.TableRows;
import dev.baton.review.InvalidReviewPolicies;
import dev.baton.review.ReviewPolicies;
import dev.baton.review.Silence;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Refuses decision tables that Baton could not judge by, with every row that is wrong; the running version stays. A table
 * deployed alone is held against the newest deployed version of its counterpart.
 */
@Component
class TablesRule implements DeploymentRule {

    private static final String CONTRACTS = "contracts";
    private static final String REQUIREMENTS = "requirements";
    private static final String WORDS = "words";
    private static final String REVIEW_POLICY = "review-policy";

    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::key).toList();
    private static final Map<String, List<String>> ROLE_CELLS =
            Map.of(CONTRACTS, List.of("from", "to", "owner"), REQUIREMENTS, List.of("filledBy"));

    /** A table of a new deployment and the file it came in. */
    private record Table(String file, List<Row> rows) {}

    private final ObjectProvider<RepositoryService> repository;
    private final Expressions expressions;

    TablesRule(ObjectProvider<RepositoryService> repository, Expressions expressions) {
        this.repository = repository;
        this.expressions = expressions;
    }

    @Override
    public List<Violation> violations(Map<String, byte[]> files) {
        var violations = new ArrayList<Violation>();
        var tables = new LinkedHashMap<String, Table>();
        files.forEach((file, content) -> {
            if (file.endsWith(".dmn")) {
                read(file, content, tables, violations);
            }
        });
        checkCatalog(tables, violations);
        checkRoles(tables, violations);
        checkPolicies(files, tables.get(REVIEW_POLICY), violations);
        return violations;
    }

    private static void read(String file, byte[] content, Map<String, Table> tables, List<Violation> violations) {
        var model = Dmn.readModelFromStream(new ByteArrayInputStream(content));
        for (var decision : model.getModelElementsByType(Decision.class)) {
            if (!List.of(CONTRACTS, REQUIREMENTS, WORDS, REVIEW_POLICY).contains(decision.getId())) {
                continue;
            }
            try {
                tables.put(decision.getId(), new Table(file, TableRows.read(model)));
            } catch (IllegalArgumentException notOneTable) {
                violations.add(Violation.of(file, decision.getId(), String.valueOf(notOneTable.getMessage())));
            }
        }
    }

    private void checkCatalog(Map<String, Table> tables, List<Violation> violations) {
        if (Stream.of(CONTRACTS, REQUIREMENTS, WORDS).noneMatch(tables::containsKey)) {
            return;
        }
        var words = rows(WORDS, tables.get(WORDS));
        var contracts = rows(CONTRACTS, tables.get(CONTRACTS));
        var requirements = rows(REQUIREMENTS, tables.get(REQUIREMENTS));
        try {
            var known = words.isEmpty() ? null : WordTable.of(words.get());
            if (known != null && contracts.isPresent() && requirements.isPresent()) {
                Catalog.of(contracts.get(), requirements.get(), known, expressions);
            }
        } catch (InvalidCatalog invalid) {
            invalid.violations()
                    .forEach(sentence -> violations.add(Violation.of(fileOf(sentence, tables), null, sentence)));
        }
    }

    /** The file of the table that a sentence begins with; where only its counterpart is deployed, that one. */
    private static String fileOf(String sentence, Map<String, Table> tables) {
        return Stream.of(CONTRACTS, REQUIREMENTS, WORDS)
                .filter(tables::containsKey)
                .sorted(Comparator.comparing(
                        table -> !sentence.toLowerCase(Locale.ROOT).startsWith(table)))
                .map(tables::get)
                .findFirst()
                .orElseThrow()
                .file();
    }

    /** A role that nobody has would be found out when the first handoff is transferred to it. */
    private static void checkRoles(Map<String, Table> tables, List<Violation> violations) {
        ROLE_CELLS.forEach((name, cells) -> {
            var table = tables.get(name);
            if (table != null) {
                table.rows()
                        .forEach(row -> cells.forEach(cell -> unknownRoles(row.cell(cell))
                                .forEach(role -> violations.add(
                                        Violation.of(table.file(), name, unknownRole(name, row, cell, role))))));
            }
        });
    }

    private static Stream<String> unknownRoles(String cell) {
        return Stream.of(cell.split(",", -1))
                .map(String::strip)
                .filter(role -> !role.isEmpty() && !ROLES.contains(role));
    }

    private static String unknownRole(String table, Row row, String cell, String role) {
        return "%s table, row %d: “%s” in %s is no role; write one of %s."
                .formatted(
                        table.substring(0, 1).toUpperCase(Locale.ROOT) + table.substring(1),
                        row.number(),
                        role,
                        cell,
                        String.join(", ", ROLES));
    }

    /** A diagram may say of a review that its silence never moves work forward: no table lets it advance then. */
    private void checkPolicies(Map<String, byte[]> files, @Nullable Table policies, List<Violation> violations) {
        var diagrams =
                files.keySet().stream().filter(file -> file.endsWith(".bpmn")).toList();
        if (policies == null && diagrams.isEmpty()) {
            return;
        }
        var file = policies == null ? diagrams.get(0) : policies.file();
        var held = new TreeSet<String>();
        diagrams.forEach(diagram ->
                held.addAll(heldReviews(Bpmn.readModelFromStream(new ByteArrayInputStream(files.get(diagram))))));
        if (diagrams.isEmpty()) {
            deployed().ifPresent(deployed -> held.addAll(heldReviews(deployed)));
        }
        if (policies == null && held.isEmpty()) {
            return;
        }
        try {
            rows(REVIEW_POLICY, policies)
                    .ifPresent(rows ->
                            ReviewPolicies.of(rows.stream().map(Row::cells).toList(), held));
        } catch (InvalidReviewPolicies invalid) {
            invalid.violations().forEach(sentence -> violations.add(Violation.of(file, REVIEW_POLICY, sentence)));
        }
    }

    private static Set<String> heldReviews(RepositoryService deployed) {
        return deployed.createProcessDefinitionQuery().latestVersion().unlimitedList().stream()
                .flatMap(process -> heldReviews(deployed.getBpmnModelInstance(process.getId())).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> heldReviews(BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(CamundaProperties.class).stream()
                .map(list -> list.getCamundaProperties().stream()
                        .filter(property -> property.getCamundaName() != null && property.getCamundaValue() != null)
                        .collect(Collectors.toMap(
                                CamundaProperty::getCamundaName,
                                CamundaProperty::getCamundaValue,
                                (one, other) -> other)))
                .filter(properties -> Silence.HOLD.key().equals(properties.get("silence")))
                .map(properties -> properties.getOrDefault("review", ""))
                .collect(Collectors.toSet());
    }

    private Optional<List<Row>> rows(String decision, @Nullable Table table) {
        if (table != null) {
            return Optional.of(table.rows());
        }
        return deployed().flatMap(deployed -> newest(deployed, decision));
    }

    /** None while the engine still starts. */
    private Optional<RepositoryService> deployed() {
        try {
            return Optional.ofNullable(repository.getIfAvailable());
        } catch (BeansException starting) {
            return Optional.empty();
        }
    }

    private static Optional<List<Row>> newest(RepositoryService deployed, String decision) {
        var definition = deployed.createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            return Optional.empty();
        }
        var model = deployed.getDmnModelInstance(definition.getId());
        return Optional.of(TableRows.read(model));
    }
}
