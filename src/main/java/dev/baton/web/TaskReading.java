package dev.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.baton.contract.Catalog;
import dev.baton.contract.Gap;
import dev.baton.contract.Requirement;
import dev.baton.form.FormQuestion;
import dev.baton.handoff.OpenTask;
import dev.baton.packages.ContextStore;
import dev.baton.packages.DeployedContracts;
import dev.baton.process.JsonVariables;
import dev.baton.process.Variables;
import dev.baton.shared.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.BytesValue;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a task asks from the form that Tasklist would get, and from the variables that this form shows. */
@Component
class TaskReading {

    private static final Pattern INSERTED = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    /** Facts that only help a form along. */
    private static final Set<String> OF_THE_FORM =
            Set.of(Variables.PACKAGE_VERSIONS, Variables.CONTEXT_GAPS, Variables.LAUNCH_DATE_KNOWN);

    private final FormService forms;
    private final ContextStore context;
    private final DeployedContracts contracts;

    TaskReading(FormService forms, ContextStore context, DeployedContracts contracts) {
        this.forms = forms;
        this.context = context;
        this.contracts = contracts;
    }

    TaskDetails of(OpenTask task, TaskView view) {
        var catalog = contracts.catalog();
        var variables = values(forms.getTaskFormVariables(task.id(), null, false));
        var asked = form(task.id()).map(Questions::of).orElse(List.of());
        var shown = Stream.concat(asked.stream().map(TaskReading::variable), variables.keySet().stream())
                .filter(catalog.packageNames()::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var documents = context.latest(task.handoff(), shown);
        var packages = shown.stream()
                .map(name -> new TaskDetails.ShownPackage(
                        name,
                        documents.containsKey(name) ? documents.get(name).version() : 0,
                        asked.stream().anyMatch(question -> variable(question).equals(name)),
                        documents.containsKey(name)
                                ? documents.get(name).document()
                                : JsonNodeFactory.instance.objectNode()))
                .toList();
        var known = new LinkedHashMap<>(variables);
        packages.forEach(shownPackage -> known.put(shownPackage.name(), shownPackage.document()));
        var facts = new LinkedHashMap<>(variables);
        facts.keySet().removeAll(OF_THE_FORM);
        facts.keySet().removeAll(shown);
        return new TaskDetails(
                view,
                asked.stream()
                        .map(question -> question(question, known, catalog))
                        .toList(),
                packages,
                gaps(variables.get(Variables.CONTEXT_GAPS)),
                facts);
    }

    private Optional<JsonNode> form(String task) {
        var asked = forms.getTaskFormData(task); // none of a task that no process asks
        if (asked == null || asked.getCamundaFormRef() == null) {
            return Optional.empty();
        }
        try (InputStream form = forms.getDeployedTaskForm(task)) {
            return Optional.of(Json.MAPPER.readTree(form));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, JsonNode> values(VariableMap variables) {
        var values = new LinkedHashMap<String, JsonNode>();
        variables.keySet().stream().sorted().forEach(name -> {
            var value = variables.<TypedValue>getValueTyped(name);
            var isPlain = !(value instanceof BytesValue || value instanceof FileValue || value instanceof ObjectValue);
            var read = isPlain ? JsonVariables.value(value) : MissingNode.getInstance();
            if (!read.isMissingNode() && !read.isNull()) {
                values.put(name, read);
            }
        });
        return values;
    }

    private static Question question(FormQuestion asked, Map<String, JsonNode> known, Catalog catalog) {
        var name = variable(asked);
        var isOfPackage = catalog.packageNames().contains(name);
        var requirement = isOfPackage
                ? Questions.requirement(catalog, name, asked.path().substring(name.length() + 1))
                : Optional.<Requirement>empty();
        var question = Questions.read(asked, (isOfPackage ? "packages." : "answers.") + asked.path(), requirement);
        return question.with(at(known, asked.path()), filled(question.why(), known));
    }

    private static JsonNode at(Map<String, JsonNode> known, String path) {
        var steps = path.split("[.]", -1);
        JsonNode node = known.getOrDefault(steps[0], MissingNode.getInstance());
        for (var step = 1; step < steps.length; step++) {
            node = node.path(steps[step]);
        }
        return node;
    }

    /** The words of a form with what it would insert. */
    private static @Nullable String filled(@Nullable String words, Map<String, JsonNode> known) {
        return words == null
                ? null
                : INSERTED.matcher(words)
                        .replaceAll(inserted -> Matcher.quoteReplacement(
                                known.getOrDefault(inserted.group(1), MissingNode.getInstance())
                                        .asText()));
    }

    private static @Nullable List<GapView> gaps(@Nullable JsonNode found) {
        return found == null
                ? null
                : Stream.of(Json.MAPPER.convertValue(found, Gap[].class))
                        .map(GapView::of)
                        .toList();
    }

    private static String variable(FormQuestion question) {
        return question.path().split("[.]", 2)[0];
    }
}
