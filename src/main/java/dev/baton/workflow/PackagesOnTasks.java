package dev.baton.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.context.ContextStore;
import dev.baton.context.DocumentTooLarge;
import dev.baton.context.MergeConflict;
import dev.baton.context.PackageVersion;
import dev.baton.engine.Entrance;
import dev.baton.engine.Refusal;
import dev.baton.engine.Written;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A task that shows packages gets their form view as task-local variables when it opens; when a person completes it, what
 * the form changed is merged back against the version it showed.
 */
@Component
class PackagesOnTasks {

    private final DeployedContracts contracts;
    private final ContextStore context;
    private final RuntimeService runtime;
    private final PackageHistory history;
    private final Trail trail;

    PackagesOnTasks(
            DeployedContracts contracts,
            ContextStore context,
            RuntimeService runtime,
            PackageHistory history,
            Trail trail) {
        this.contracts = contracts;
        this.context = context;
        this.runtime = runtime;
        this.history = history;
        this.trail = trail;
    }

    void open(DelegateExecution task, Node node) {
        var names = node.packages(task);
        if (names.isEmpty()) {
            return;
        }
        var latest = context.latest(Facts.handoff(task), names);
        var versions = JsonNodeFactory.instance.objectNode();
        for (var name : names) {
            var shown = latest.get(name);
            versions.put(name, number(shown));
            task.setVariableLocal(name, Json.variable(view(name, shown)));
        }
        task.setVariableLocal(Variables.PACKAGE_VERSIONS, Json.variable(versions));
        task.setVariableLocal(Variables.SHOWN_VERSIONS, Json.variable(versions));
    }

    void complete(DelegateExecution task, Node node) {
        var names = node.packages(task).stream()
                .filter(name -> Written.again(task, name))
                .toList();
        if (names.isEmpty()) {
            return;
        }
        var latest = context.latest(Facts.handoff(task), names);
        var current = versions(Json.localTree(task, Variables.PACKAGE_VERSIONS));
        var submitted = Json.localTree(task, Variables.SHOWN_VERSIONS);
        for (var name : names) {
            var version = submitted.path(name).asInt(current.path(name).asInt(0));
            var shown = shown(Facts.handoff(task), name, version, latest.get(name));
            Json.localObject(task, name)
                    .filter(form -> !isView(form, name, shown))
                    .filter(form -> number(latest.get(name)) == number(shown) || !isView(form, name, latest.get(name)))
                    .ifPresent(form -> merge(task, name, shown, form, latest.get(name)));
        }
    }

    private @Nullable PackageVersion shown(String handoff, String name, int version, @Nullable PackageVersion latest) {
        return latest == null || latest.version() == version
                ? latest
                : context.version(handoff, name, version).orElse(null);
    }

    private void merge(
            DelegateExecution task,
            String name,
            @Nullable PackageVersion shown,
            ObjectNode form,
            @Nullable PackageVersion latest) {
        var handoff = Facts.handoff(task);
        var fields = contracts.catalog().fromForm(name, form, document(shown));
        withoutUntouchedBoxes(fields, document(shown));
        try {
            var after = context.merge(
                    handoff,
                    name,
                    number(shown),
                    fields,
                    trail.person(),
                    Entrance.current().name());
            if (after.version() != number(latest)) {
                history.add(after, task.getCurrentActivityId());
                refresh(handoff, after);
            }
        } catch (MergeConflict conflict) {
            throw Refusal.of(name + "." + conflict.conflicts().get(0).field(), String.valueOf(conflict.getMessage()));
        } catch (DocumentTooLarge tooLarge) {
            throw Refusal.of(name, String.valueOf(tooLarge.getMessage()));
        }
    }

    /** A box that nobody has ever ticked comes back as "no"; that is no answer. */
    private static void withoutUntouchedBoxes(ObjectNode fields, ObjectNode shown) {
        fields.properties()
                .removeIf(field ->
                        field.getValue().isBoolean() && !field.getValue().asBoolean() && !shown.has(field.getKey()));
    }

    /** Open tasks that show the package show the new version from now on. */
    void refresh(String handoff, PackageVersion changed) {
        var instances =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(handoff).unlimitedList().stream()
                        .map(instance -> instance.getProcessInstanceId())
                        .toArray(String[]::new);
        if (instances.length == 0) {
            return;
        }
        var view = Json.variable(view(changed.name(), changed));
        runtime.createVariableInstanceQuery()
                .variableName(Variables.PACKAGE_VERSIONS)
                .processInstanceIdIn(instances)
                .disableCustomObjectDeserialization()
                .unlimitedList()
                .forEach(variable -> {
                    var versions = versions(Json.tree(variable.getTypedValue()));
                    if (versions.has(changed.name())) {
                        versions.put(changed.name(), changed.version());
                        runtime.setVariableLocal(variable.getExecutionId(), changed.name(), view);
                        runtime.setVariableLocal(
                                variable.getExecutionId(), Variables.PACKAGE_VERSIONS, Json.variable(versions));
                    }
                });
    }

    /** Whether a form holds what a version shows, whoever wrote its numbers how. */
    private boolean isView(ObjectNode form, String name, @Nullable PackageVersion version) {
        return form.equals(Json.reread(view(name, version)));
    }

    private static int number(@Nullable PackageVersion version) {
        return version == null ? 0 : version.version();
    }

    private static ObjectNode versions(JsonNode shown) {
        if (shown instanceof ObjectNode versions) {
            return versions;
        }
        throw new OptimisticLockingException("Somebody changed the packages of a task while it was read.");
    }

    private JsonNode view(String name, @Nullable PackageVersion version) {
        return contracts.catalog().formView(name, document(version));
    }

    private static ObjectNode document(@Nullable PackageVersion version) {
        return version == null ? JsonNodeFactory.instance.objectNode() : version.document();
    }
}
