package dev.baton.deployment;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.camunda.DeployedForms;
import dev.baton.contract.Catalog;
import dev.baton.contract.Expressions;
import dev.baton.contract.InvalidCatalog;
import dev.baton.contract.Row;
import dev.baton.contract.WordTable;
import dev.baton.process.FlowGraph;
import dev.baton.process.TableRows;
import dev.baton.shared.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.jspecify.annotations.Nullable;

/** What a deployment brings, and behind it the newest that is deployed already. */
final class Definitions {

    /** An executable process and the file it came in. */
    record Diagram(String file, Process process, FlowGraph graph) {

        Diagram(String file, Process process) {
            this(file, process, new FlowGraph(process));
        }

        String key() {
            return process.getId();
        }

        /** Everything in the process, sub-processes included. */
        Stream<FlowElement> elements() {
            return graph.elements().stream();
        }

        /** Whether it is a business of Baton's. */
        boolean isBatons() {
            return !Elements.part(process).isEmpty();
        }
    }

    /** A decision, the file it came in, and everything in that file. */
    record Table(String file, String key, DmnModelInstance model) {}

    record Form(String file, String id, JsonNode json) {}

    private final List<Diagram> diagrams = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Form> forms = new ArrayList<>();
    private final Set<String> files;
    private @Nullable Catalog catalog;
    private @Nullable List<Diagram> all;
    private final Map<String, Optional<Diagram>> knownDiagrams = new HashMap<>();
    private final Map<String, Optional<Table>> knownTables = new HashMap<>();
    private final Map<String, Optional<List<Row>>> knownRows = new HashMap<>();
    private final RepositoryService deployed;
    private final DeployedForms deployedForms;

    Definitions(Map<String, byte[]> files, RepositoryService repository, DeployedForms deployedForms) {
        this.files = files.keySet();
        this.deployed = repository;
        this.deployedForms = deployedForms;
        files.forEach((file, content) -> {
            if (file.endsWith(".bpmn")) {
                Bpmn.readModelFromStream(new ByteArrayInputStream(content))
                        .getModelElementsByType(Process.class)
                        .stream()
                        .filter(Process::isExecutable)
                        .forEach(process -> diagrams.add(new Diagram(file, process)));
            } else if (file.endsWith(".dmn")) {
                var model = Dmn.readModelFromStream(new ByteArrayInputStream(content));
                model.getModelElementsByType(Decision.class)
                        .forEach(decision -> tables.add(new Table(file, decision.getId(), model)));
            } else {
                var json = Json.parse(new String(content, StandardCharsets.UTF_8));
                forms.add(new Form(file, json.path("id").asText(""), json));
            }
        });
    }

    Set<String> files() {
        return files;
    }

    /** The processes of the deployment. */
    List<Diagram> diagrams() {
        return diagrams;
    }

    /** Those of them that are a business of Baton's. */
    List<Diagram> batons() {
        return diagrams.stream().filter(Diagram::isBatons).toList();
    }

    List<Table> tables() {
        return tables;
    }

    List<Form> forms() {
        return forms;
    }

    /** The process that a key stands for once this is deployed. */
    Optional<Process> process(String key) {
        return diagram(key).map(Diagram::process);
    }

    Optional<Diagram> diagram(String key) {
        return diagrams.stream()
                .filter(diagram -> diagram.key().equals(key))
                .findFirst()
                .or(() -> deployedDiagram(key));
    }

    Optional<Diagram> deployedDiagram(String key) {
        return knownDiagrams.computeIfAbsent(
                key,
                any -> Optional.ofNullable(deployed.createProcessDefinitionQuery()
                                .processDefinitionKey(key)
                                .latestVersion()
                                .withoutTenantId()
                                .singleResult())
                        .map(this::diagram));
    }

    private Diagram diagram(ProcessDefinition definition) {
        Process process = deployed.getBpmnModelInstance(definition.getId()).getModelElementById(definition.getKey());
        return new Diagram(definition.getResourceName(), process);
    }

    /** Every process as it will be once this is deployed. */
    List<Diagram> allDiagrams() {
        if (all == null) {
            all = readAll();
        }
        return all;
    }

    private List<Diagram> readAll() {
        var brought = diagrams.stream().map(Diagram::key).collect(toCollection(HashSet::new));
        return Stream.concat(diagrams.stream(), deployedDiagrams().filter(diagram -> !brought.contains(diagram.key())))
                .toList();
    }

    Stream<Diagram> deployedDiagrams() {
        return deployed.createProcessDefinitionQuery().latestVersion().withoutTenantId().unlimitedList().stream()
                .flatMap(found ->
                        knownDiagrams.computeIfAbsent(found.getKey(), any -> Optional.of(diagram(found))).stream());
    }

    /** The form that an id stands for once this is deployed. */
    Optional<JsonNode> form(String id) {
        return forms.stream()
                .filter(form -> form.id().equals(id))
                .map(Form::json)
                .findFirst()
                .or(() -> deployedForm(id).map(Form::json));
    }

    Optional<Form> deployedForm(String id) {
        return deployedForms.latest(id).map(form -> new Form(form.file(), id, Json.parse(form.json())));
    }

    Optional<Table> table(String key) {
        return tables.stream()
                .filter(table -> table.key().equals(key))
                .findFirst()
                .or(() -> deployedTable(key));
    }

    Optional<Table> deployedTable(String key) {
        return knownTables.computeIfAbsent(
                key,
                any -> Optional.ofNullable(deployed.createDecisionDefinitionQuery()
                                .decisionDefinitionKey(key)
                                .latestVersion()
                                .withoutTenantId()
                                .singleResult())
                        .map(found ->
                                new Table(found.getResourceName(), key, deployed.getDmnModelInstance(found.getId()))));
    }

    /** The rows of a table as it will be once this is deployed; none where it cannot be read, which another rule says. */
    Optional<List<Row>> rows(String table) {
        return knownRows.computeIfAbsent(table, any -> table(table).flatMap(Definitions::read));
    }

    private static Optional<List<Row>> read(Table table) {
        try {
            return Optional.of(TableRows.read(table.model()));
        } catch (IllegalArgumentException notOneTable) {
            return Optional.empty();
        }
    }

    /**
     * The contracts and requirements as they will be once this is deployed; empty where they contradict themselves or are
     * not all there.
     */
    Optional<Catalog> catalog(Expressions feel) {
        if (catalog == null) {
            catalog = readCatalog(feel).orElse(null);
        }
        return Optional.ofNullable(catalog);
    }

    private Optional<Catalog> readCatalog(Expressions feel) {
        var contracts = rows("contracts");
        var requirements = rows("requirements");
        var words = rows("words");
        if (contracts.isEmpty() || requirements.isEmpty() || words.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Catalog.of(contracts.get(), requirements.get(), WordTable.of(words.get()), feel));
        } catch (InvalidCatalog refusedElsewhere) {
            return Optional.empty();
        }
    }
}
