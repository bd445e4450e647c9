package dev.baton.packages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.contract.Requirement;
import dev.baton.process.Facts;
import dev.baton.process.JournalWriter;
import dev.baton.process.JsonVariables;
import dev.baton.process.Similarity;
import dev.baton.process.Variables;
import dev.baton.shared.Entrance;
import dev.baton.shared.FieldError;
import dev.baton.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the packages that a form shows, and merges what its answer changed against the versions it showed. */
@Component
public class PackagesOnTasks {

    private final DeployedContracts contracts;
    private final ContextStore context;
    private final PackageHistory history;
    private final JournalWriter journal;

    PackagesOnTasks(DeployedContracts contracts, ContextStore context, PackageHistory history, JournalWriter journal) {
        this.contracts = contracts;
        this.context = context;
        this.history = history;
        this.journal = journal;
    }

    /**
     * The latest version of each package as a form holds it, and which version that is.
     *
     * @param launchDate the handoff's, where it has one: the form asks for it only where a package says another day
     */
    public Map<String, Object> views(
            String handoff, List<String> names, Collection<String> asked, Optional<String> launchDate) {
        if (names.isEmpty()) {
            return Map.of();
        }
        var latest = context.latest(handoff, names);
        var views = new LinkedHashMap<String, Object>();
        var versions = JsonNodeFactory.instance.objectNode();
        for (var name : names) {
            if (asked.contains(name) || latest.containsKey(name)) {
                versions.put(name, number(latest.get(name)));
            }
            views.put(name, JsonVariables.variable(view(name, latest.get(name))));
        }
        views.put(Variables.PACKAGE_VERSIONS, JsonVariables.variable(versions));
        launchDate.ifPresent(day -> views.put(
                Variables.LAUNCH_DATE_KNOWN,
                latest.entrySet().stream()
                        .noneMatch(said ->
                                saysAnother(said.getKey(), said.getValue().document(), day))));
        return views;
    }

    private boolean saysAnother(String name, ObjectNode document, String launchDate) {
        return contracts.catalog().requirements(name).stream()
                .filter(Requirement::isLaunchDate)
                .map(requirement -> document.path(requirement.field()).asText(""))
                .anyMatch(day -> !day.isBlank() && !day.equals(launchDate));
    }

    /**
     * Keeps what was answered.
     *
     * @param answers by package, as the form holds them
     * @param shown which version of each package the form showed
     * @param opened when the task did: the form showed what was there then, where the answer does not say
     * @throws Refusal when a field is unknown, was changed by somebody else too, or does not fit
     */
    public void merge(
            DelegateExecution task, Map<String, ObjectNode> answers, Map<String, Integer> shown, Instant opened) {
        if (answers.isEmpty()) {
            return;
        }
        var latest = context.latest(Facts.handoff(task), answers.keySet());
        answers.forEach((name, form) -> {
            var newest = latest.get(name);
            var seen = shown.containsKey(name) ? shown.get(name) : context.versionAt(Facts.handoff(task), name, opened);
            var version = shown(Facts.handoff(task), name, seen, newest);
            if (!isView(form, name, version) && (number(newest) == number(version) || !isView(form, name, newest))) {
                merge(task, name, version, form, newest);
            }
        });
    }

    /**
     * The answered fields that no table and no form knows; one that the table has dropped since may come back with the
     * version that still has it.
     */
    public List<FieldError> unknownFields(DelegateExecution task, Map<String, ObjectNode> answers, Set<String> byHand) {
        var errors = new ArrayList<FieldError>();
        answers.forEach((name, form) -> {
            var known = contracts.catalog().fieldNames(name);
            form.fieldNames().forEachRemaining(field -> {
                if (!known.contains(field) && !byHand.contains(name + "." + field) && !stands(task, name, field)) {
                    errors.add(new FieldError(
                            name + "." + field,
                            "The package \"%s\" has no field \"%s\"%s"
                                    .formatted(name, field, Similarity.remedy(field, known))));
                }
            });
        });
        return errors;
    }

    private boolean stands(DelegateExecution task, String name, String field) {
        return context.latest(Facts.handoff(task), name)
                .filter(latest -> latest.document().has(field))
                .isPresent();
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
                    journal.person(),
                    Entrance.current().name());
            if (after.version() != number(latest)) {
                history.add(after, task.getCurrentActivityId());
            }
        } catch (MergeConflict conflict) {
            var sentence = String.valueOf(conflict.getMessage());
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    sentence,
                    conflict.conflicts().stream()
                            .map(clash -> new FieldError(name + "." + clash.field(), sentence))
                            .toList());
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

    /** Whether a form holds what a version shows, whoever wrote its numbers how. */
    private boolean isView(ObjectNode form, String name, @Nullable PackageVersion version) {
        return Values.equal(form, view(name, version));
    }

    private static int number(@Nullable PackageVersion version) {
        return version == null ? 0 : version.version();
    }

    private JsonNode view(String name, @Nullable PackageVersion version) {
        return contracts.catalog().formView(name, document(version));
    }

    private static ObjectNode document(@Nullable PackageVersion version) {
        return version == null ? JsonNodeFactory.instance.objectNode() : version.document();
    }
}
