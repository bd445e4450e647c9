package dev.baton.deployment;

import static java.util.stream.Collectors.joining;

import dev.baton.camunda.DiagramExpression;
import dev.baton.camunda.ModelingRule;
import dev.baton.contract.Row;
import dev.baton.deployment.Definitions.Diagram;
import dev.baton.journal.EventType;
import dev.baton.people.Role;
import dev.baton.process.Diagrams;
import dev.baton.process.FlowGraph;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.ManualTask;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Lets no way from a start reach work of an executing role, or an end that is no refusal, without the passing exit of a
 * context gate: those exits together dominate what they protect. A called process that is gated to its end counts as a
 * gate; one that holds ungated work counts as work.
 */
@Component
class GateRule implements Rule {

    /** Parts that open a handoff, alone or within another. */
    private static final Set<String> OPENING = Set.of("opens", "branches");

    @Override
    public void check(Definitions definitions, Violations found) {
        var calls = new Calls(definitions);
        for (var diagram : definitions.batons()) {
            var process = new Gated(diagram, calls);
            process.checkGates(diagram.file(), found);
            process.checkDetours(diagram.file(), found);
            if (isCalled(diagram) && process.hasGate()) {
                checkWays(diagram, process, found);
            }
        }
        for (var diagram : definitions.allDiagrams()) {
            if (OPENING.contains(Elements.part(diagram.process())) && concerns(diagram, definitions, new HashSet<>())) {
                checkWays(diagram, new Gated(diagram, calls), found);
            }
        }
    }

    private static boolean isCalled(Diagram diagram) {
        return Elements.part(diagram.process()).equals("serves");
    }

    /** Whether it is deployed, or calls what is. */
    private static boolean concerns(Diagram diagram, Definitions definitions, Set<String> seen) {
        return seen.add(diagram.key())
                && (definitions.diagrams().contains(diagram)
                        || diagram.elements()
                                .filter(CallActivity.class::isInstance)
                                .map(call -> ((CallActivity) call).getCalledElement())
                                .filter(key -> key != null && !DiagramExpression.isIn(key))
                                .flatMap(key -> definitions.diagram(key).stream())
                                .anyMatch(called -> concerns(called, definitions, seen)));
    }

    private static void checkWays(Diagram diagram, Gated process, Violations found) {
        var reached = process.ungated();
        var judgesWhatPassed = !Elements.properties(diagram.process())
                .getOrDefault("withoutGate", "")
                .isBlank();
        Stream.concat(
                        process.work().filter(reached::contains),
                        process.passingEnds().filter(end -> !judgesWhatPassed && reached.contains(end)))
                .collect(Collectors.groupingBy(node -> culprit(diagram, node, reached.way(node))))
                .forEach((culprit, protectedNodes) -> found.add(
                        ModelingRule.GATE_BEFORE_WORK,
                        diagram.file(),
                        culprit,
                        "lets work pass without a context gate (%s): put a gate before it, and lead on from the exit where ${contextComplete} is true."
                                .formatted(called(reached.way(protectedNodes.get(0))))));
    }

    private static String called(List<FlowNode> way) {
        return way.stream().map(Elements::called).collect(joining(" → "));
    }

    /** The work itself, or the first decision on the way to an end. */
    private static FlowNode culprit(Diagram diagram, FlowNode node, List<FlowNode> way) {
        return node instanceof EndEvent
                ? way.stream()
                        .filter(one -> one instanceof Gateway
                                && diagram.graph().outgoing(one).size() > 1)
                        .findFirst()
                        .orElse(node)
                : node;
    }

    /** What it means for a process to call another. */
    private record Called(boolean gated, boolean holdsUngatedWork) {

        static final Called NEUTRAL = new Called(false, false);
    }

    /** Reads each called process once; one that is called in a circle adds nothing where the circle closes. */
    private static final class Calls {

        private final Definitions definitions;
        private final Map<String, Called> known = new HashMap<>();

        Calls(Definitions definitions) {
            this.definitions = definitions;
        }

        Called to(CallActivity call) {
            var key = call.getCalledElement();
            if (key == null || DiagramExpression.isIn(key)) {
                return new Called(false, true); // whatever it is, it waits for the context
            }
            if (!known.containsKey(key)) {
                known.put(key, Called.NEUTRAL);
                definitions.diagram(key).ifPresent(diagram -> {
                    var gated = new Gated(diagram, this);
                    var ungated = gated.ungated();
                    known.put(
                            key,
                            new Called(
                                    gated.hasGate() && gated.passingEnds().noneMatch(ungated::contains),
                                    gated.work().anyMatch(ungated::contains)));
                });
            }
            return known.getOrDefault(key, Called.NEUTRAL);
        }

        Optional<Row> contract(String key) {
            return definitions.rows("contracts").stream()
                    .flatMap(List::stream)
                    .filter(row -> row.cell("contract").equals(key))
                    .findFirst();
        }
    }

    /** A process, its gates, and the ways that their passing exits open. */
    private static final class Gated {

        private final FlowGraph graph;
        private final Calls calls;
        private final Map<FlowNode, Role> lanes = new HashMap<>();
        private final Set<SequenceFlow> passing = new HashSet<>();

        Gated(Diagram diagram, Calls calls) {
            this.graph = diagram.graph();
            this.calls = calls;
            diagram.process()
                    .getModelInstance()
                    .getModelElementsByType(Lane.class)
                    .forEach(lane -> Optional.ofNullable(lane.getName())
                            .map(name -> name.strip().toLowerCase(Locale.ROOT).replace(' ', '-'))
                            .flatMap(Elements::role)
                            .ifPresent(role -> lane.getFlowNodeRefs().forEach(node -> lanes.put(node, role))));
            graph.nodes().forEach(this::findPassing);
        }

        private void findPassing(FlowNode node) {
            if (node instanceof ExclusiveGateway && follows(node)) {
                graph.outgoing(node).stream().filter(Conditions::lettingPass).forEach(passing::add);
            } else if (node instanceof CallActivity call && calls.to(call).gated()) {
                passing.addAll(graph.outgoing(node));
            }
        }

        /** Whether every way to a gateway leads through a gate just before it. */
        private boolean follows(FlowNode gateway) {
            return graph.to(gateway).findAny().isPresent()
                    && graph.to(gateway).allMatch(step -> Diagrams.isGate(step.from()));
        }

        boolean hasGate() {
            return !passing.isEmpty();
        }

        FlowGraph.Reach ungated() {
            return graph.reach(step -> step.flow() == null || !passing.contains(step.flow()));
        }

        Stream<EndEvent> passingEnds() {
            return graph.ends()
                    .filter(end -> !runsBeside(end))
                    .filter(end -> end.getEventDefinitions().stream().noneMatch(ErrorEventDefinition.class::isInstance))
                    .filter(end -> {
                        var properties = Elements.properties(end);
                        return !EventType.isEarlyEnd(properties.getOrDefault("outcome", ""))
                                && !EventType.isEarlyEnd(properties.getOrDefault("event", ""));
                    });
        }

        /** Whether it lies in an event sub-process that interrupts nothing: such an end is none of what it runs beside. */
        private static boolean runsBeside(FlowNode node) {
            return node.getParentElement() instanceof SubProcess parent && (isBeside(parent) || runsBeside(parent));
        }

        private static boolean isBeside(SubProcess process) {
            return process.triggeredByEvent()
                    && process.getChildElementsByType(StartEvent.class).stream().noneMatch(StartEvent::isInterrupting);
        }

        Stream<FlowNode> work() {
            return graph.nodes().stream().filter(this::isWork);
        }

        private boolean isWork(FlowNode node) {
            if (node instanceof CallActivity call) {
                return calls.to(call).holdsUngatedWork();
            }
            var isTask = node instanceof UserTask
                    || node instanceof ManualTask
                    || node instanceof SendTask
                    || node instanceof ReceiveTask
                    || "external".equals(Elements.attribute(node, "type"));
            return isTask
                    && !Elements.properties(node).containsKey("review")
                    && roles(node).anyMatch(Role::executes)
                    && !prepares(node);
        }

        private Stream<Role> roles(FlowNode node) {
            return Stream.concat(
                    Optional.ofNullable(lanes.get(node)).stream(),
                    Elements.list(Elements.attribute(node, "candidateGroups")).stream()
                            .flatMap(group -> Elements.role(group).stream()));
        }

        /** Whether it writes, as the sender, what a gate behind it judges. */
        private boolean prepares(FlowNode node) {
            var packages = Elements.list(Elements.properties(node).get("packages"));
            var senders = roles(node).map(Role::key).collect(Collectors.toSet());
            return !packages.isEmpty()
                    && graph
                            .reach(Set.of(node), step -> step.flow() == null || !passing.contains(step.flow()))
                            .before()
                            .keySet()
                            .stream()
                            .filter(Diagrams::isGate)
                            .flatMap(
                                    gate -> calls.contract(Elements.inputs(gate).getOrDefault("contract", "")).stream())
                            .anyMatch(contract -> Elements.list(contract.cell("from")).stream()
                                            .anyMatch(senders::contains)
                                    && Elements.list(contract.cell("packages")).stream()
                                            .anyMatch(packages::contains));
        }

        /** A gate whose verdict nobody heeds holds nothing back; nor does a gateway that heeds one which nobody gave. */
        void checkGates(String file, Violations found) {
            for (var node : graph.nodes()) {
                if (Diagrams.isGate(node) && !isHeeded(node)) {
                    found.add(
                            ModelingRule.GATE_BEFORE_WORK,
                            file,
                            node,
                            "judges, and nothing heeds it: lead straight to an exclusive gateway with one exit where ${contextComplete} is true, and one where it is not.");
                }
                if (node instanceof Gateway && asksForVerdict(node) && !follows(node)) {
                    found.add(
                            ModelingRule.GATE_BEFORE_WORK,
                            file,
                            node,
                            "asks whether the context is complete and no gate has judged it just before: let every way to it come from a context gate.");
                }
            }
        }

        /** What a gate lets pass is reached by its passing exit, or another gate's, and in no other way. */
        void checkDetours(String file, Violations found) {
            passing.stream()
                    .filter(flow -> flow.getSource() instanceof ExclusiveGateway)
                    .map(SequenceFlow::getTarget)
                    .distinct()
                    .forEach(target -> {
                        var around = graph.reach(step -> step.flow() == null
                                || !passing.contains(step.flow())
                                || !step.to().equals(target));
                        if (around.contains(target)) {
                            found.add(
                                    ModelingRule.GATE_BEFORE_WORK,
                                    file,
                                    target,
                                    "is let pass by a gate, and reached around it too (%s): lead that way to the gate."
                                            .formatted(called(around.way(target))));
                        }
                    });
        }

        private boolean isHeeded(FlowNode gate) {
            return !graph.outgoing(gate).isEmpty()
                    && graph.outgoing(gate).stream()
                            .map(SequenceFlow::getTarget)
                            .allMatch(next -> next instanceof ExclusiveGateway
                                    && graph.outgoing(next).stream().anyMatch(Conditions::lettingPass));
        }

        private boolean asksForVerdict(FlowNode gateway) {
            return graph.outgoing(gateway).stream()
                    .flatMap(flow -> Conditions.of(flow).stream())
                    .anyMatch(condition -> condition.names().contains(Conditions.COMPLETE));
        }
    }
}
