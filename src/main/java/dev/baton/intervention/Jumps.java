package dev.baton.intervention;

import dev.baton.camunda.Modification;
import dev.baton.process.Diagrams;
import dev.baton.process.FlowGraph;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Finds the gates and approvals that somebody leads a process past, by its diagram and where it has been. */
@Component
class Jumps {

    private final Map<String, List<Checkpoint>> checkpoints = new ConcurrentHashMap<>();
    private final RepositoryService repository;
    private final HistoryService history;
    private final Diagrams diagrams;

    Jumps(RepositoryService repository, HistoryService history, Diagrams diagrams) {
        this.repository = repository;
        this.history = history;
        this.diagrams = diagrams;
    }

    /** A node that was led to, and what was skipped on the way. */
    record Jump(String node, Jumped what) {}

    Optional<Jump> of(Modification modification, String process) {
        var visits = visits(modification);
        var skipped = checkpoints.computeIfAbsent(modification.definition(), this::read).stream()
                .filter(checkpoint -> checkpoint.isSkipped(visits, modification.entered()))
                .toList();
        if (skipped.isEmpty()) {
            return Optional.empty();
        }
        var node = modification.entered().stream()
                .filter(entered -> skipped.stream()
                        .anyMatch(checkpoint -> checkpoint.behind().contains(entered)))
                .reduce((first, last) -> last)
                .orElseThrow();
        FlowElement element =
                repository.getBpmnModelInstance(modification.definition()).getModelElementById(node);
        var passedOver = skipped.stream()
                .map(Checkpoint::node)
                .map(one -> new Jumped.Skipped(one.getId(), one.getName()))
                .toList();
        return Optional.of(new Jump(node, new Jumped(element.getName(), process, passedOver)));
    }

    /** Where the process has been before: what the command itself has done is not written yet. */
    private List<Checkpoint.Visit> visits(Modification modification) {
        var timers =
                repository
                        .getBpmnModelInstance(modification.definition())
                        .getModelElementsByType(BoundaryEvent.class)
                        .stream()
                        .map(FlowNode::getId)
                        .toList();
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(modification.instance())
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .orderPartiallyByOccurrence()
                .asc()
                .unlimitedList()
                .stream()
                .map(visit -> new Checkpoint.Visit(
                        visit.getActivityId(), isCompleted(visit) && !timers.contains(visit.getActivityId())))
                .toList();
    }

    private static boolean isCompleted(HistoricActivityInstance visit) {
        return visit.getEndTime() != null && !visit.isCanceled();
    }

    private List<Checkpoint> read(String definition) {
        var key = repository.getProcessDefinition(definition).getKey();
        Process process = repository.getBpmnModelInstance(definition).getModelElementById(key);
        var graph = new FlowGraph(process);
        return graph.nodes().stream()
                .filter(node -> Diagrams.isGate(node)
                        || isReview(node)
                        || (node instanceof CallActivity call && callsOne(call)))
                .map(node -> Checkpoint.of(node, graph))
                .toList();
    }

    private static boolean isReview(FlowNode node) {
        return node instanceof UserTask && Diagrams.properties(node).containsKey("review");
    }

    /** Whether a call leads through a gate, or a review that can send the work back; an escalation stands in for one. */
    private boolean callsOne(CallActivity call) {
        return diagrams.called(call)
                .filter(called -> !diagrams.escalatesReviews(called))
                .filter(called -> {
                    var model = repository.getBpmnModelInstance(called);
                    return model.getModelElementsByType(ServiceTask.class).stream()
                                    .anyMatch(Diagrams::isGate)
                            || model.getModelElementsByType(UserTask.class).stream()
                                    .anyMatch(task -> isReview(task)
                                            && Diagrams.properties(task).containsKey("sendsBack"));
                })
                .isPresent();
    }
}
