package dev.baton.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.baton.contract.Catalog;
import dev.baton.contract.InvalidCatalog;
import dev.baton.contract.Row;
import dev.baton.contract.WordTable;
import dev.baton.deployment.FeelExpressions;
import dev.baton.process.TableRows;
import dev.baton.shared.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.dmn.Dmn;

/** The diagrams, tables and forms under {@code processes}, as files. */
public final class ShippedProcesses {

    private static final Path FOLDER = Path.of("processes");
    private static final Map<Path, BpmnModelInstance> DIAGRAMS = readDiagrams();
    private static final Map<String, JsonNode> FORMS = readForms();
    private static final Catalog CATALOG = readCatalog();

    private ShippedProcesses() {}

    /** A field of a form: its path, such as {@code creativeBrief.offLimits}, and what the form says about it. */
    public record FormField(String path, JsonNode json) {

        public boolean isComputed() {
            return json.path("type").asText().equals("expression");
        }

        public List<String> values() {
            var values = new ArrayList<String>();
            json.path("values").forEach(value -> values.add(value.path("value").asText()));
            return values;
        }
    }

    public static Map<Path, BpmnModelInstance> diagrams() {
        return DIAGRAMS;
    }

    private static Map<Path, BpmnModelInstance> readDiagrams() {
        var diagrams = new TreeMap<Path, BpmnModelInstance>();
        files(".bpmn").forEach(file -> diagrams.put(file, Bpmn.readModelFromFile(file.toFile())));
        return diagrams;
    }

    public static <T extends BaseElement> List<T> all(Class<T> type) {
        return DIAGRAMS.values().stream()
                .flatMap(diagram -> diagram.getModelElementsByType(type).stream())
                .toList();
    }

    /** Process key to process. */
    public static Map<String, Process> processes() {
        var processes = new TreeMap<String, Process>();
        all(Process.class).forEach(process -> processes.put(process.getId(), process));
        return processes;
    }

    /** Form key to form. */
    public static Map<String, JsonNode> forms() {
        return FORMS;
    }

    private static Map<String, JsonNode> readForms() {
        var forms = new TreeMap<String, JsonNode>();
        files(".form").forEach(file -> {
            var form = json(file);
            forms.put(form.path("id").asText(), form);
        });
        return forms;
    }

    /** What Modeler offers: id to element template. */
    public static Map<String, JsonNode> elementTemplates() {
        var templates = new TreeMap<String, JsonNode>();
        files(".json").forEach(file -> {
            var template = json(file);
            templates.put(template.path("id").asText(), template);
        });
        return templates;
    }

    public static List<FormField> fields(String form) {
        var fields = new ArrayList<FormField>();
        collect(FORMS.getOrDefault(form, MissingNode.getInstance()), "", fields);
        return fields;
    }

    private static void collect(JsonNode parent, String prefix, List<FormField> fields) {
        for (var component : parent.path("components")) {
            var path = component.path("path").asText("");
            collect(component, path.isEmpty() ? prefix : prefix + path + ".", fields);
            if (component.hasNonNull("key")) {
                fields.add(new FormField(prefix + component.path("key").asText(), component));
            }
        }
    }

    public static List<Row> table(String name) {
        var file = FOLDER.resolve("decisions").resolve(name + ".dmn").toFile();
        return TableRows.read(Dmn.readModelFromFile(file));
    }

    public static Catalog catalog() {
        return CATALOG;
    }

    private static Catalog readCatalog() {
        try {
            return Catalog.of(
                    table("contracts"), table("requirements"), WordTable.of(table("words")), new FeelExpressions());
        } catch (InvalidCatalog invalid) {
            throw new AssertionError(invalid.getMessage(), invalid);
        }
    }

    /** Everything operations own, without the pictures of the diagrams. */
    public static String text() {
        return Stream.of(".bpmn", ".form", ".dmn")
                .flatMap(ending -> files(ending).stream())
                .map(ShippedProcesses::read)
                .map(text -> text.replaceAll("(?s)<bpmndi:BPMNDiagram.*", ""))
                .reduce("", String::concat);
    }

    public static List<Path> files(String ending) {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Map<String, String> properties(BaseElement element) {
        var properties = new LinkedHashMap<String, String>();
        if (element.getExtensionElements() != null) {
            element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                    .flatMap(list -> list.getCamundaProperties().stream())
                    .forEach(property -> properties.put(property.getCamundaName(), property.getCamundaValue()));
        }
        return properties;
    }

    public static Map<String, String> inputs(BaseElement element) {
        var inputs = new LinkedHashMap<String, String>();
        mappings(element)
                .forEach(mapping -> mapping.getCamundaInputParameters()
                        .forEach(input -> inputs.put(
                                input.getCamundaName(), input.getTextContent().strip())));
        return inputs;
    }

    public static Map<String, String> outputs(BaseElement element) {
        var outputs = new LinkedHashMap<String, String>();
        mappings(element)
                .forEach(mapping -> mapping.getCamundaOutputParameters()
                        .forEach(output -> outputs.put(
                                output.getCamundaName(), output.getTextContent().strip())));
        return outputs;
    }

    private static List<CamundaInputOutput> mappings(BaseElement element) {
        return element.getExtensionElements() == null
                ? List.of()
                : element.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaInputOutput.class)
                        .list();
    }

    private static JsonNode json(Path file) {
        try {
            return Json.MAPPER.readTree(read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not JSON", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
