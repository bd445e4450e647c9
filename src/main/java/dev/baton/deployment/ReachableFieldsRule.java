package dev.baton.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.camunda.DiagramExpression;
import dev.baton.camunda.ModelingRule;
import dev.baton.contract.Complexity;
import dev.baton.contract.ExecutionParty;
import dev.baton.contract.Expressions;
import dev.baton.contract.Requirement;
import dev.baton.contract.Situation;
import dev.baton.deployment.Definitions.Diagram;
import dev.baton.process.Diagrams;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Whoever fills the gaps that a gate names must be able to: the form of a task that leads to a gate asks for each field
 * that the gate demands of the task's role, at every level.
 */
@Component
class ReachableFieldsRule implements Rule {

    private static final List<Situation> SITUATIONS = Arrays.stream(Complexity.values())
            .flatMap(complexity -> Arrays.stream(ExecutionParty.values())
                    .map(party -> new Situation(complexity, party, null, LocalDate.EPOCH)))
            .toList();

    private final Expressions feel;

    ReachableFieldsRule(Expressions feel) {
        this.feel = feel;
    }

    /**
     * A place where a form asks.
     *
     * @param path  a field, such as strategyBrief.objective, or a package with all its fields; empty: all packages
     * @param hidden conditions under which it is not shown
     */
    private record Place(String path, boolean derived, List<String> hidden) {}

    @Override
    public void check(Definitions definitions, Violations found) {
        var brought = definitions.forms().stream().map(Definitions.Form::id).toList();
        definitions.allDiagrams().stream()
                .filter(Diagram::isBatons)
                .forEach(diagram -> diagram.elements()
                        .filter(UserTask.class::isInstance)
                        .map(UserTask.class::cast)
                        .filter(task -> definitions.diagrams().contains(diagram)
                                || brought.contains(String.valueOf(Elements.attribute(task, "formRef"))))
                        .forEach(task -> check(diagram, task, definitions, found)));
    }

    /** The gates that come next, with nothing but gateways between. */
    private static List<FlowNode> gatesBehind(Diagram diagram, UserTask task) {
        return diagram
                .graph()
                .reach(
                        Set.of(task),
                        step -> step.flow() != null && (step.from().equals(task) || step.from() instanceof Gateway))
                .before()
                .keySet()
                .stream()
                .filter(Diagrams::isGate)
                .toList();
    }

    private void check(Diagram diagram, UserTask task, Definitions definitions, Violations found) {
        var formId = Elements.attribute(task, "formRef");
        var form = Optional.ofNullable(formId)
                .filter(id -> !DiagramExpression.isIn(id))
                .flatMap(definitions::form);

        var gates = gatesBehind(diagram, task);
        if (gates.isEmpty() || form.isEmpty() || formId == null) {
            return;
        }
        var catalog = definitions.catalog(feel);
        if (catalog.isEmpty()) {
            return;
        }
        var places = new ArrayList<Place>();
        collect(form.get(), "", List.of(), places);
        var written = Elements.properties(task).getOrDefault("packages", "");
        var missing = new TreeSet<String>();
        if (DiagramExpression.isIn(written)) {
            SITUATIONS.stream()
                    .filter(situation -> places.stream()
                            .noneMatch(place -> place.derived() && place.path().isEmpty() && isShown(place, situation)))
                    .forEach(situation -> missing.add("the packages of the task, " + called(situation)));
        } else {
            judgedPackages(gates, definitions).stream()
                    .filter(catalog.get().packageNames()::contains)
                    .filter(Elements.list(written)::contains)
                    .forEach(name -> catalog.get()
                            .requirements(name)
                            .forEach(row -> SITUATIONS.stream()
                                    .filter(situation -> row.level().requiredIn(situation))
                                    .filter(situation -> isAskedOf(row, task))
                                    .filter(situation -> !isReachable(row, places, situation))
                                    .forEach(situation ->
                                            missing.add("%s.%s, %s".formatted(name, row.field(), called(situation))))));
        }
        if (!missing.isEmpty()) {
            var upload = definitions.forms().stream()
                    .filter(one -> one.id().equals(formId))
                    .findFirst();
            found.add(
                    ModelingRule.FORM_REACHABLE,
                    upload.map(Definitions.Form::file).orElse(diagram.file()),
                    upload.map(Definitions.Form::id).orElse(task.getId()),
                    "“%s” asks by the form “%s”, which does not show %s%s: the gate behind it demands that, and nobody could give it."
                            .formatted(
                                    Elements.oneLine(String.valueOf(task.getName())),
                                    formId,
                                    missing.first(),
                                    missing.size() == 1 ? "" : " (and %d more)".formatted(missing.size() - 1)));
        }
    }

    private static String called(Situation situation) {
        return "complexity %s, %s execution"
                .formatted(situation.complexity().key(), situation.party().key());
    }

    private static Set<String> judgedPackages(List<FlowNode> gates, Definitions definitions) {
        var contracts = gates.stream()
                .map(gate -> Elements.inputs(gate).getOrDefault("contract", ""))
                .toList();
        var packages = new TreeSet<String>();
        definitions.rows("contracts").stream()
                .flatMap(List::stream)
                .filter(row -> contracts.contains(row.cell("contract")))
                .forEach(row -> packages.addAll(Elements.list(row.cell("packages"))));
        return packages;
    }

    private static boolean isAskedOf(Requirement row, UserTask task) {
        var groups = Elements.list(Elements.attribute(task, "candidateGroups"));
        return groups.stream().anyMatch(DiagramExpression::isIn)
                || Elements.list(row.filledBy()).stream().anyMatch(groups::contains);
    }

    private boolean isReachable(Requirement row, List<Place> places, Situation situation) {
        var field = row.packageName() + "." + row.field();
        return row.wholeDocument()
                || places.stream()
                        .filter(place -> place.derived()
                                ? place.path().isEmpty() || place.path().equals(row.packageName())
                                : place.path().equals(field))
                        .anyMatch(place -> isShown(place, situation));
    }

    private boolean isShown(Place place, Situation situation) {
        var context = JsonNodeFactory.instance.objectNode();
        context.put("complexity", situation.complexity().key());
        context.put("executionParty", situation.party().key());
        return place.hidden().stream().noneMatch(hide -> {
            try {
                return Boolean.TRUE.equals(feel.parse(hide).evaluate(context));
            } catch (IllegalArgumentException refusedElsewhere) {
                return false;
            }
        });
    }

    private static void collect(JsonNode parent, String prefix, List<String> hidden, List<Place> places) {
        for (var component : parent.path("components")) {
            var hide = component.path("conditional").path("hide").asText("").replaceFirst("^=", "");
            var all = hide.isBlank()
                    ? hidden
                    : Stream.concat(hidden.stream(), Stream.of(hide)).toList();
            var path = component.path("path").asText("");
            if (component.path("properties").path("fields").asText("").equals("write")) {
                places.add(new Place(prefix + path, true, all));
            }
            if (component.hasNonNull("key")) {
                places.add(new Place(prefix + component.path("key").asText(), false, all));
            }
            collect(component, path.isEmpty() ? prefix : prefix + path + ".", all, places);
        }
    }
}
