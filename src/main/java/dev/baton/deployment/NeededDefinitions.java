package dev.baton.deployment;

import dev.baton.camunda.Definition;
import dev.baton.camunda.DeletionRule;
import dev.baton.camunda.DeployedDefinitions;
import dev.baton.camunda.DeploymentStore;
import dev.baton.process.Diagrams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * What running handoffs, the diagrams that are in force, and the gates need. What an administrator deletes with cascade
 * may run, and may be in force as long as an older version takes its place: but never a table that verdicts name by its
 * version, because the number would be given again.
 */
@Component
class NeededDefinitions implements DeletionRule {

    private static final Set<String> TABLES = Set.of("contracts", "requirements", "words", "review-policy");

    /** No verdict names their version, and an older one may take their place. */
    private static final Set<String> ADVICE = Set.of("model-selection", "stage-durations");

    private static final int NAMED = 5;

    /** Where a diagram names something else: by default in its newest version. */
    private record Reference(
            Definition from,
            String element,
            Definition.Name to,
            String binding,
            @Nullable String version) {

        private boolean isToLatest() {
            return binding.equals("latest");
        }

        private boolean means(Definition definition) {
            if (!to.equals(definition.name())) {
                return false;
            }
            return switch (binding) {
                case "version" -> String.valueOf(definition.version()).equals(version);
                case "deployment" -> from.deployment().equals(definition.deployment());
                default -> true;
            };
        }
    }

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final DeploymentStore store;
    private final Diagrams diagrams;

    NeededDefinitions(RuntimeService runtime, RepositoryService repository, DeploymentStore store, Diagrams diagrams) {
        this.runtime = runtime;
        this.repository = repository;
        this.store = store;
        this.diagrams = diagrams;
    }

    @Override
    public List<String> needs(List<Definition> deleted, boolean cascade) {
        var definitions = store.definitions();
        var references = references(definitions, Set.copyOf(deleted));
        var needs = new ArrayList<String>();
        for (var each : deleted) {
            if (!cascade) {
                runningIn(each).ifPresent(needs::add);
            }
            var inForce = isInForce(each, definitions);
            if (inForce && isTable(each)) {
                needs.add(
                        "%s is in force, gates and reviews go by it, and verdicts name its version: deploy what should hold instead."
                                .formatted(inWords(each)));
            }
            var older =
                    cascade && definitions.versions(each.name()).stream().anyMatch(other -> !deleted.contains(other));
            if (inForce && !older) {
                ownPart(each).ifPresent(needs::add);
                if (each.kind() == Definition.Kind.DECISION && ADVICE.contains(each.key())) {
                    needs.add("%s is what advice goes by: deploy what should take its place.".formatted(inWords(each)));
                }
            }
            references.stream()
                    .filter(reference -> reference.means(each))
                    .filter(reference -> !reference.isToLatest() || (inForce && !older))
                    .map(reference -> neededBy(reference, each))
                    .forEach(needs::add);
        }
        return needs;
    }

    private static boolean isTable(Definition definition) {
        return definition.kind() == Definition.Kind.DECISION && TABLES.contains(definition.key());
    }

    /** What nothing refers to, because Baton itself starts it. */
    private Optional<String> ownPart(Definition definition) {
        if (definition.kind() != Definition.Kind.PROCESS) {
            return Optional.empty();
        }
        var deed = switch (diagrams.part(definition.id())) {
            case ACTS -> Optional.of("change and stop running handoffs");
            case TELLS -> Optional.of("read how a handoff ended");
            case OPENS, BRANCHES, SERVES, APART, PREPARES, NONE -> Optional.<String>empty();
        };
        return deed.map(
                what -> "%s is how people %s: deploy what should take its place.".formatted(inWords(definition), what));
    }

    private static boolean isInForce(Definition definition, DeployedDefinitions definitions) {
        return definitions.versions(definition.name()).get(0).equals(definition);
    }

    private Optional<String> runningIn(Definition definition) {
        var running = running(definition);
        if (running.isEmpty()) {
            return Optional.empty();
        }
        var keys = running.stream()
                .map(instance ->
                        instance.getBusinessKey() == null ? instance.getProcessInstanceId() : instance.getBusinessKey())
                .distinct()
                .sorted()
                .toList();
        var more = keys.size() > NAMED ? ", and %d more".formatted(keys.size() - NAMED) : "";
        return Optional.of("%s runs in %s%s: let what runs end, or migrate it, first."
                .formatted(inWords(definition), keys.stream().limit(NAMED).collect(Collectors.joining(", ")), more));
    }

    private List<ProcessInstance> running(Definition definition) {
        return definition.kind() == Definition.Kind.PROCESS
                ? runtime.createProcessInstanceQuery()
                        .processDefinitionId(definition.id())
                        .unlimitedList()
                : List.of();
    }

    /** What the newest diagrams and those that still run refer to, without those that are deleted themselves. */
    private List<Reference> references(DeployedDefinitions definitions, Set<Definition> deleted) {
        return definitions.all().stream()
                .filter(each -> each.kind() == Definition.Kind.PROCESS && !deleted.contains(each))
                .filter(each -> isInForce(each, definitions) || !running(each).isEmpty())
                .flatMap(this::references)
                .toList();
    }

    private Stream<Reference> references(Definition process) {
        return repository.getBpmnModelInstance(process.id()).getModelElementsByType(FlowElement.class).stream()
                .flatMap(element -> Stream.of(
                                reference(
                                        process,
                                        element,
                                        Definition.Kind.PROCESS,
                                        element.getAttributeValue("calledElement"),
                                        "calledElement"),
                                reference(
                                        process,
                                        element,
                                        Definition.Kind.DECISION,
                                        camunda(element, "decisionRef"),
                                        "decisionRef"),
                                reference(
                                        process, element, Definition.Kind.FORM, camunda(element, "formRef"), "formRef"))
                        .flatMap(Optional::stream));
    }

    private static Optional<Reference> reference(
            Definition from, FlowElement element, Definition.Kind kind, @Nullable String key, String attribute) {
        if (key == null) {
            return Optional.empty();
        }
        var binding = camunda(element, attribute + "Binding");
        var label = element.getName() == null ? element.getId() : element.getName();
        return Optional.of(new Reference(
                from,
                label,
                new Definition.Name(kind, key),
                binding == null ? "latest" : binding,
                camunda(element, attribute + "Version")));
    }

    private static @Nullable String camunda(FlowElement element, String attribute) {
        return element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, attribute);
    }

    private static String neededBy(Reference reference, Definition definition) {
        return "%s is what “%s” of the process %s (version %d) needs: deploy what should take its place."
                .formatted(
                        inWords(definition),
                        reference.element(),
                        reference.from().key(),
                        reference.from().version());
    }

    private static String inWords(Definition definition) {
        return StringUtils.capitalize(definition.inWords());
    }
}
