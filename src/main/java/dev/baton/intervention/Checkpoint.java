package dev.baton.intervention;

import dev.baton.process.FlowGraph;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/**
 * A gate or an approval in a diagram, and what lies around it.
 *
 * @param here ids of itself, its timers, and what only they lead to, such as the escalation
 * @param behind ids of the nodes that no way reaches but through it, and that have it behind them for good
 * @param before ids of the nodes from which it is still to be passed
 */
record Checkpoint(FlowNode node, Set<String> here, Set<String> behind, Set<String> before) {

    static Checkpoint of(FlowNode node, FlowGraph graph) {
        var here = here(node, graph);
        var around = graph.reach(step -> !step.from().equals(node));
        var behind = new HashSet<String>();
        var before = new HashSet<String>();
        for (var other : graph.nodes()) {
            if (here.contains(other.getId()) || runsBeside(other)) {
                continue;
            }
            var on = graph.reach(List.of(other), step -> !step.to().equals(node));
            var goesOn = graph.nodes().stream().anyMatch(end -> graph.from(end).isEmpty() && on.contains(end));
            if (!around.contains(other) && goesOn) {
                behind.add(other.getId());
            } else if (graph.reach(List.of(other), step -> true).contains(node)) {
                before.add(other.getId());
            }
        }
        return new Checkpoint(node, here, behind, before);
    }

    /** What an event starts beside the rest is on no way that leads past a checkpoint. */
    private static boolean runsBeside(FlowNode node) {
        return node instanceof SubProcess process && process.triggeredByEvent();
    }

    private static Set<String> here(FlowNode node, FlowGraph graph) {
        var timers = graph.from(node).stream()
                .map(FlowGraph.Step::to)
                .filter(next -> next instanceof BoundaryEvent event && node.equals(event.getAttachedTo()))
                .collect(Collectors.toSet());
        var here = new HashSet<FlowNode>(timers);
        here.add(node);
        timers.stream()
                .flatMap(timer -> graph.outgoing(timer).stream())
                .map(SequenceFlow::getTarget)
                .filter(next -> timers.containsAll(graph.incoming(next).stream()
                        .map(SequenceFlow::getSource)
                        .toList()))
                .forEach(here::add);
        return here.stream().map(FlowNode::getId).collect(Collectors.toSet());
    }

    /** A visit to a node, and whether it ended as drawn: nobody and nothing cancelled it. */
    record Visit(String node, boolean completed) {}

    /**
     * Whether it was passed over.
     *
     * @param visits what the process entered until then, in its order
     * @param entered the nodes that somebody led it to
     */
    boolean isSkipped(List<Visit> visits, Collection<String> entered) {
        return entered.stream().anyMatch(behind::contains)
                && entered.stream().noneMatch(here::contains)
                && !isPassed(visits);
    }

    /** Whether the process went on from it, and did not come back since. */
    private boolean isPassed(List<Visit> visits) {
        var answered = false;
        var passed = false;
        for (var visit : visits) {
            if (here.contains(visit.node())) {
                answered = visit.completed();
                passed = false;
            } else if (before.contains(visit.node())) {
                answered = false;
                passed = false;
            } else if (behind.contains(visit.node())) {
                passed = answered;
            }
        }
        return passed;
    }
}
