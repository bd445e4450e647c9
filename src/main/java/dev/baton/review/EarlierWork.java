package dev.baton.review;

import dev.baton.people.Role;
import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import dev.baton.process.KnownPeople;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Who did the work so far: what comes back goes to that person, and not to everybody of the role. */
@Component
class EarlierWork {

    private static final String COMPLETED = "completed";

    private final HistoryService history;
    private final AsEngine asEngine;
    private final Diagrams diagrams;
    private final KnownPeople people;

    EarlierWork(HistoryService history, AsEngine asEngine, Diagrams diagrams, KnownPeople people) {
        this.history = history;
        this.asEngine = asEngine;
        this.diagrams = diagrams;
        this.people = people;
    }

    /** Whoever finished the latest task for the same group in this process, while they have the role; nobody for a review. */
    Optional<String> person(DelegateTask task, Role role) {
        if (diagrams.node(task).review(task).isPresent()) {
            return Optional.empty();
        }
        var group = groups(task, task.getTaskDefinitionKey());
        // Not asked for finished ones: the one that was just completed is not in the database yet.
        return asEngine
                .call(() -> history.createHistoricTaskInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .list())
                .stream()
                .filter(one -> one.getEndTime() != null && COMPLETED.equals(one.getDeleteReason()))
                .filter(one -> group.equals(groups(task, one.getTaskDefinitionKey())))
                .max(Comparator.comparing(HistoricTaskInstance::getEndTime))
                .map(HistoricTaskInstance::getAssignee)
                .filter(Objects::nonNull)
                .filter(person -> people.include(person, role));
    }

    private static Optional<String> groups(DelegateTask task, String element) {
        return task.getBpmnModelInstance().getModelElementById(element) instanceof UserTask other
                ? Optional.ofNullable(other.getCamundaCandidateGroups())
                : Optional.empty();
    }
}
