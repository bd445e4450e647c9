package dev.baton.deployment;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.camunda.DiagramExpression;
import dev.baton.camunda.ModelingRule;
import dev.baton.camunda.VisibleBeans;
import dev.baton.contract.Row;
import dev.baton.deployment.Definitions.Diagram;
import dev.baton.form.FormQuestion;
import dev.baton.process.FlowGraph;
import dev.baton.process.Variables;
import dev.baton.review.InvalidReviewPolicies;
import dev.baton.review.ReviewPolicies;
import dev.baton.review.Silence;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gateways that people can read and that no answer gets stuck at. */
@Component
class GatewayRule implements Rule {

    private final VisibleBeans beans;

    GatewayRule(VisibleBeans beans) {
        this.beans = beans;
    }

    @Override
    public void check(Definitions definitions, Violations found) {
        for (var diagram : definitions.batons()) {
            gateways(diagram).forEach(gateway -> checkShape(diagram, gateway, found));
            diagram.elements()
                    .filter(SequenceFlow.class::isInstance)
                    .map(SequenceFlow.class::cast)
                    .forEach(flow -> checkCondition(diagram, flow, found));
        }
        var brought = definitions.forms().stream().map(Definitions.Form::id).toList();
        for (var diagram : definitions.allDiagrams()) {
            if (diagram.isBatons() && concerns(diagram, brought, definitions)) {
                checkExits(diagram, definitions, found);
            }
        }
    }

    /** Whether it is deployed, or asks by a form that is. */
    private static boolean concerns(Diagram diagram, List<String> forms, Definitions definitions) {
        return definitions.diagrams().contains(diagram)
                || diagram.elements()
                        .map(element -> Elements.attribute(element, "formRef"))
                        .anyMatch(forms::contains);
    }

    private static Stream<Gateway> gateways(Diagram diagram) {
        return diagram.elements().filter(Gateway.class::isInstance).map(Gateway.class::cast);
    }

    private static void checkShape(Diagram diagram, Gateway gateway, Violations found) {
        if (diagram.graph().incoming(gateway).size() > 1
                && diagram.graph().outgoing(gateway).size() > 1) {
            found.add(
                    ModelingRule.GATEWAY_SHAPE,
                    diagram.file(),
                    gateway,
                    "both joins and splits: draw one gateway that joins, and behind it one that splits.");
        }
        if (decides(gateway) && diagram.graph().outgoing(gateway).size() > 1) {
            diagram.graph().outgoing(gateway).stream()
                    .filter(flow -> flow.getName() == null || flow.getName().isBlank())
                    .forEach(flow -> found.add(
                            ModelingRule.GATEWAY_SHAPE,
                            diagram.file(),
                            flow.getId(),
                            "An exit of %s has no label: write the answer it stands for."
                                    .formatted(Elements.called(gateway))));
        }
    }

    private static boolean decides(FlowNode node) {
        return node instanceof ExclusiveGateway || node instanceof InclusiveGateway;
    }

    private void checkCondition(Diagram diagram, SequenceFlow flow, Violations found) {
        var condition = flow.getConditionExpression();
        if (condition == null) {
            return;
        }
        if (!decides(flow.getSource())) {
            found.add(
                    ModelingRule.CONDITION,
                    diagram.file(),
                    flow,
                    "has a condition and leaves no gateway: draw an exclusive gateway that asks.");
        }
        var read = Conditions.of(flow);
        if (read.isEmpty() || !DiagramExpression.isIn(condition.getTextContent())) {
            found.add(
                    ModelingRule.CONDITION,
                    diagram.file(),
                    flow,
                    "has the condition “%s”, which is no expression: write one, such as ${decision == 'approved'}."
                            .formatted(condition.getTextContent().strip()));
        }
        read.stream()
                .flatMap(expression -> expression.names().stream())
                .filter(beans::containsKey)
                .forEach(bean -> found.add(
                        ModelingRule.CONDITION,
                        diagram.file(),
                        flow,
                        "asks the bean “%s” in its condition: let a step before write a variable, and compare that."
                                .formatted(bean)));
        if (flow.getSource() instanceof ExclusiveGateway gateway
                && flow.equals(gateway.getDefault())
                && Conditions.lettingPass(flow)) {
            found.add(
                    ModelingRule.CONDITION,
                    diagram.file(),
                    flow,
                    "lets complete context pass and is the default, which is taken whatever is true: take “default” away.");
        }
    }

    private static void checkExits(Diagram diagram, Definitions definitions, Violations found) {
        var graph = diagram.graph();
        gateways(diagram).filter(GatewayRule::decides).forEach(gateway -> {
            var exits = graph.outgoing(gateway);
            var fallback = gateway instanceof ExclusiveGateway exclusive
                    ? exclusive.getDefault()
                    : ((InclusiveGateway) gateway).getDefault();
            if (exits.isEmpty()) {
                found.add(ModelingRule.GATEWAY_EXITS, diagram.file(), gateway, "leads nowhere: draw its exits.");
                return;
            }
            if (fallback != null) {
                return;
            }
            exits.stream()
                    .filter(flow -> flow.getConditionExpression() == null && exits.size() > 1)
                    .forEach(flow -> found.add(
                            ModelingRule.GATEWAY_EXITS,
                            diagram.file(),
                            flow,
                            "leaves %s without a condition: give it one, or make it the default."
                                    .formatted(Elements.called(gateway))));
            var conditions =
                    exits.stream().flatMap(flow -> Conditions.of(flow).stream()).toList();
            if (conditions.size() == exits.size()) {
                new Exits(diagram, gateway, conditions, graph, definitions).check(found);
            }
        });
    }

    /** The exits of one gateway, and the answers that come to it. */
    private record Exits(
            Diagram diagram,
            Gateway gateway,
            List<DiagramExpression> conditions,
            FlowGraph graph,
            Definitions definitions) {

        void check(Violations found) {
            var sources = new HashMap<String, Answers>();
            Conditions.uncovered(
                            conditions,
                            name -> sources.computeIfAbsent(name, this::answers).values())
                    .or(this::onlyExit)
                    .ifPresent(open -> report(open, sources, found));
        }

        /** A single exit with a condition leaves whoever does not meet it without one. */
        private Optional<Map<String, Object>> onlyExit() {
            return conditions.size() == 1 ? Optional.of(Map.of()) : Optional.empty();
        }

        private void report(Map<String, Object> open, Map<String, Answers> sources, Violations found) {
            var cases = open.entrySet().stream()
                    .map(value -> "%s = %s"
                            .formatted(
                                    value.getKey(),
                                    value.getValue() == DiagramExpression.NOTHING
                                            ? "nothing"
                                            : "“%s”".formatted(value.getValue())))
                    .sorted()
                    .toList();
            var why = cases.isEmpty()
                    ? "has one exit, which is not always open"
                    : "has no exit for %s".formatted(String.join(", ", cases));
            var form = sources.values().stream()
                    .map(Answers::form)
                    .filter(Objects::nonNull)
                    .flatMap(id ->
                            definitions.forms().stream().filter(one -> one.id().equals(id)))
                    .findFirst();
            if (definitions.diagrams().contains(diagram) || form.isEmpty()) {
                found.add(
                        ModelingRule.GATEWAY_EXITS,
                        diagram.file(),
                        gateway,
                        why + ": draw one, or make one exit the default.");
            } else {
                found.add(
                        ModelingRule.GATEWAY_EXITS,
                        form.get().file(),
                        form.get().id(),
                        "answers what the diagram “%s” cannot go on with: %s there %s. Draw the exit first, or leave the answer out."
                                .formatted(diagram.key(), Elements.called(gateway), why));
            }
        }

        /** What a variable can be when it comes to the gateway. */
        private Answers answers(String name) {
            if (name.equals(Conditions.COMPLETE)) {
                return new Answers(Set.of(true, false), null);
            }
            var values = new LinkedHashSet<Object>();
            var form = new HashMap<String, String>();
            var upstream = upstream();
            var known = !upstream.isEmpty();
            for (var node : upstream) {
                var written = written(node, name, form);
                known &= written.isPresent();
                written.ifPresent(values::addAll);
            }
            return known
                    ? new Answers(values, form.get(name))
                    : new Answers(
                            conditions.stream()
                                    .filter(condition -> condition.names().contains(name))
                                    .flatMap(condition -> Conditions.literals(condition).stream())
                                    .collect(toCollection(LinkedHashSet::new)),
                            null);
        }

        /** The last tasks and calls before the gateway. */
        private Set<FlowNode> upstream() {
            var nodes = new LinkedHashSet<FlowNode>();
            var seen = new LinkedHashSet<FlowNode>();
            collect(gateway, nodes, seen);
            return nodes;
        }

        private void collect(FlowNode node, Set<FlowNode> nodes, Set<FlowNode> seen) {
            graph.to(node).map(FlowGraph.Step::from).filter(seen::add).forEach(before -> {
                if (before instanceof Gateway || before instanceof ThrowEvent) {
                    collect(before, nodes, seen);
                } else {
                    nodes.add(before);
                }
            });
        }

        /** What a node can leave in a variable; empty where nobody can tell. */
        private Optional<Set<Object>> written(FlowNode node, String name, Map<String, String> form) {
            if (node instanceof UserTask task) {
                return answered(task, name, form);
            }
            if (node instanceof CallActivity call && ReviewRule.isEscalation(call, definitions)) {
                return escalated(call)
                        .flatMap(review -> answered(review, name, form).map(values -> {
                            var all = new LinkedHashSet<>(values);
                            if (mayAdvance(review)) {
                                all.addAll(instead(call, name));
                            }
                            return all;
                        }));
            }
            return node instanceof CallActivity call ? returned(call, name) : Optional.empty();
        }

        private Optional<Set<Object>> answered(UserTask task, String name, Map<String, String> form) {
            var output = Elements.outputs(task).get(name);
            var asked = output != null && output.equals("${%s}".formatted(name)) ? name : output == null ? name : "";
            var id = Elements.attribute(task, "formRef");
            return Optional.ofNullable(id)
                    .flatMap(definitions::form)
                    .flatMap(json -> FormQuestion.of(json).stream()
                            .filter(field -> field.path().equals(asked))
                            .findFirst()
                            .flatMap(field -> options(field.json()))
                            .map(values -> {
                                form.put(name, id);
                                return values;
                            }));
        }

        private static Optional<Set<Object>> options(JsonNode field) {
            if (field.path("type").asText().equals("checkbox")) {
                return Optional.of(Set.of(true, false));
            }
            var values = new LinkedHashSet<Object>();
            field.path("values")
                    .forEach(option -> values.add(option.path("value").asText()));
            return values.isEmpty() || !field.path("validate").path("required").asBoolean(false)
                    ? Optional.empty()
                    : Optional.of(values);
        }

        /** The review whose timer leads to an escalation. */
        private Optional<UserTask> escalated(CallActivity call) {
            return graph.incoming(call).stream()
                    .map(SequenceFlow::getSource)
                    .filter(BoundaryEvent.class::isInstance)
                    .map(timer -> ((BoundaryEvent) timer).getAttachedTo())
                    .filter(UserTask.class::isInstance)
                    .map(UserTask.class::cast)
                    .findFirst();
        }

        /** What a called process answers by itself, where nobody does. */
        private Set<String> instead(CallActivity call, String name) {
            return definitions.diagram(String.valueOf(call.getCalledElement())).stream()
                    .flatMap(Diagram::elements)
                    .map(element -> Elements.outputs(element).get(name))
                    .filter(Objects::nonNull)
                    .filter(value -> !DiagramExpression.isIn(value))
                    .collect(Collectors.toSet());
        }

        /** Without a row, and where the diagram holds, silence never moves work forward. */
        private boolean mayAdvance(UserTask review) {
            var properties = Elements.properties(review);
            return !Silence.HOLD.key().equals(properties.get("silence"))
                    && definitions
                            .rows("review-policy")
                            .map(rows -> rows.stream().map(Row::cells).toList())
                            .filter(rows -> advances(rows, properties.getOrDefault("review", "")))
                            .isPresent();
        }

        private static boolean advances(List<Map<String, String>> rows, String review) {
            try {
                return ReviewPolicies.of(rows).policy(review).onSilence() == Silence.ADVANCE;
            } catch (InvalidReviewPolicies refusedElsewhere) {
                return false;
            }
        }

        /** What a called process can end with, as its ends say, or the conditions before them. */
        private Optional<Set<Object>> returned(CallActivity call, String name) {
            var source = Elements.extensions(call, CamundaOut.class)
                    .filter(out -> name.equals(out.getCamundaTarget()))
                    .map(CamundaOut::getCamundaSource)
                    .filter(Objects::nonNull)
                    .findFirst();
            var process = Optional.ofNullable(call.getCalledElement()).flatMap(definitions::process);
            if (source.isEmpty() || process.isEmpty()) {
                return Optional.empty();
            }
            var values = new LinkedHashSet<Object>();
            if (source.get().equals(Variables.OUTCOME)) {
                process.get().getChildElementsByType(EndEvent.class).stream()
                        .map(Elements::properties)
                        .map(properties -> properties.getOrDefault("outcome", properties.get("event")))
                        .filter(Objects::nonNull)
                        .forEach(values::add);
            }
            definitions.diagram(process.get().getId()).stream()
                    .map(Diagram::graph)
                    .flatMap(called -> called.ends().flatMap(end -> called.incoming(end).stream()))
                    .flatMap(flow -> Conditions.of(flow).stream())
                    .filter(condition -> condition.names().equals(Set.of(source.get())))
                    .forEach(condition -> Conditions.literals(condition).stream()
                            .filter(value ->
                                    condition.test(Map.of(source.get(), value)).orElse(false))
                            .forEach(values::add));
            return values.isEmpty() ? Optional.empty() : Optional.of(values);
        }
    }

    /**
     * What a variable can be.
     *
     * @param form the form that asks for it; null where none does
     */
    private record Answers(Set<Object> values, @Nullable String form) {}
}
