package dev.baton.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * The ways through a process, with its sub-processes opened: a way leads into a sub-process at its start and out at its
 * ends, to a boundary event from what it is attached to, from link to link, and to an event sub-process from where the
 * scope around it begins.
 */
public final class FlowGraph {

    /**
     * A step from one node to the next.
     *
     * @param flow the sequence flow that is drawn; null where the step is none, as into a sub-process
     */
    public record Step(FlowNode from, FlowNode to, @Nullable SequenceFlow flow) {

        /** Whether it leads to what interrupts or accompanies its origin, not on from it. */
        public boolean isToBoundary() {
            return to instanceof BoundaryEvent;
        }
    }

    private final Process process;
    private final List<FlowElement> elements;
    private final Map<FlowNode, List<SequenceFlow>> outgoing = new HashMap<>();
    private final Map<FlowNode, List<SequenceFlow>> incoming = new HashMap<>();
    private final Map<FlowNode, List<Step>> steps = new LinkedHashMap<>();
    private final Map<FlowNode, List<Step>> stepsTo = new HashMap<>();

    public FlowGraph(Process process) {
        this.process = process;
        this.elements = within(process).toList();
        elements.stream()
                .filter(SequenceFlow.class::isInstance)
                .map(SequenceFlow.class::cast)
                .filter(flow -> flow.getSource() != null && flow.getTarget() != null)
                .forEach(flow -> {
                    outgoing.computeIfAbsent(flow.getSource(), node -> new ArrayList<>())
                            .add(flow);
                    incoming.computeIfAbsent(flow.getTarget(), node -> new ArrayList<>())
                            .add(flow);
                });
        elements.stream()
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast)
                .forEach(node -> steps.put(node, new ArrayList<>()));
        List.copyOf(steps.keySet()).forEach(this::connect);
    }

    private void connect(FlowNode node) {
        if (node instanceof SubProcess scope) {
            starts(scope).forEach(start -> add(node, start, null));
            ends(scope).forEach(end -> outgoing(node).forEach(flow -> add(end, flow.getTarget(), flow)));
        } else {
            outgoing(node).forEach(flow -> add(node, flow.getTarget(), flow));
        }
        if (node instanceof BoundaryEvent event && event.getAttachedTo() != null) {
            add(event.getAttachedTo(), event, null);
        }
        link(node, IntermediateThrowEvent.class)
                .ifPresent(name -> steps.keySet().stream()
                        .filter(other -> link(other, CatchEvent.class)
                                .filter(name::equals)
                                .isPresent())
                        .forEach(other -> add(node, other, null)));
    }

    private void add(FlowNode from, @Nullable FlowNode to, @Nullable SequenceFlow flow) {
        if (to != null && steps.containsKey(from)) {
            var step = new Step(from, to, flow);
            steps.get(from).add(step);
            stepsTo.computeIfAbsent(to, node -> new ArrayList<>()).add(step);
        }
    }

    private static Optional<String> link(FlowNode node, Class<? extends FlowNode> type) {
        if (!type.isInstance(node)) {
            return Optional.empty();
        }
        return node.getChildElementsByType(LinkEventDefinition.class).stream()
                .map(LinkEventDefinition::getName)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Where a scope begins: its own starts, and those of the event sub-processes in it. */
    private static Stream<StartEvent> starts(ModelElementInstance scope) {
        return Stream.concat(
                scope.getChildElementsByType(StartEvent.class).stream(),
                scope.getChildElementsByType(SubProcess.class).stream()
                        .filter(SubProcess::triggeredByEvent)
                        .flatMap(handler -> starts(handler)));
    }

    private Stream<FlowNode> ends(SubProcess scope) {
        return scope.getChildElementsByType(FlowNode.class).stream()
                .filter(node -> outgoing(node).isEmpty())
                .filter(node -> !(node instanceof SubProcess inner) || !inner.triggeredByEvent())
                .flatMap(node -> node instanceof SubProcess inner ? ends(inner) : Stream.of(node));
    }

    /** Everything in the process, sub-processes included. */
    public List<FlowElement> elements() {
        return elements;
    }

    private static Stream<FlowElement> within(BaseElement scope) {
        return scope.getChildElementsByType(FlowElement.class).stream()
                .flatMap(element -> Stream.concat(Stream.of(element), within(element)));
    }

    /** The sequence flows that leave a node, as the engine reads them: by their source. */
    public List<SequenceFlow> outgoing(FlowNode node) {
        return outgoing.getOrDefault(node, List.of());
    }

    public List<SequenceFlow> incoming(FlowNode node) {
        return incoming.getOrDefault(node, List.of());
    }

    public Collection<FlowNode> nodes() {
        return steps.keySet();
    }

    public List<Step> from(FlowNode node) {
        return steps.getOrDefault(node, List.of());
    }

    public Stream<Step> to(FlowNode node) {
        return stepsTo.getOrDefault(node, List.of()).stream();
    }

    /** Where the process ends: no step leads on. */
    public Stream<EndEvent> ends() {
        return steps.keySet().stream()
                .filter(EndEvent.class::isInstance)
                .filter(end -> from(end).isEmpty())
                .map(EndEvent.class::cast);
    }

    /** What can be reached from the starts of the process by the steps that are open. */
    public Reach reach(Predicate<Step> open) {
        return reach(starts(process).toList(), open);
    }

    public Reach reach(Collection<? extends FlowNode> from, Predicate<Step> open) {
        var before = new LinkedHashMap<FlowNode, FlowNode>();
        var next = new ArrayDeque<FlowNode>();
        from.forEach(start -> {
            before.put(start, start);
            next.add(start);
        });
        while (!next.isEmpty()) {
            for (var step : from(next.remove())) {
                if (open.test(step) && before.putIfAbsent(step.to(), step.from()) == null) {
                    next.add(step.to());
                }
            }
        }
        return new Reach(before);
    }

    /** The nodes that are reached, each with the one before it on a shortest way; a start with itself. */
    public record Reach(Map<FlowNode, FlowNode> before) {

        public boolean contains(FlowNode node) {
            return before.containsKey(node);
        }

        public List<FlowNode> way(FlowNode to) {
            var way = new ArrayList<FlowNode>();
            FlowNode node = to;
            while (node != null && !way.contains(node)) {
                way.add(0, node);
                node = before.get(node);
            }
            return way;
        }
    }
}
