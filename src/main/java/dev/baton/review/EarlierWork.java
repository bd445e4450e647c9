package dev.baton.review;

import dev.baton.people.Role;
import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.KnownPeople;
import dev.baton.process.Node;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
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

    /** Whoever finished the latest work for the same group in this handoff, while they have the role; nobody for a review. */
    Optional<String> person(DelegateTask task, Role role) {
        var node = diagrams.node(task);
        if (node.review(task).isPresent()) {
            return Optional.empty();
        }
        // Not asked for finished ones: the one that was just completed is not in the database yet.
        return asEngine
                .call(() -> history.createHistoricTaskInstanceQuery()
                        .processInstanceBusinessKey(Facts.handoff(task.getExecution()))
                        .unlimitedList())
                .stream()
                .filter(one -> one.getEndTime() != null && COMPLETED.equals(one.getDeleteReason()))
                .filter(one -> isFor(node, one))
                .max(Comparator.comparing(HistoricTaskInstance::getEndTime))
                .map(HistoricTaskInstance::getAssignee)
                .filter(Objects::nonNull)
                .filter(person -> people.include(person, role));
    }

    private boolean isFor(Node node, HistoricTaskInstance one) {
        return one.getProcessDefinitionId() != null
                && Objects.equals(
                        node.candidates(),
                        diagrams.node(one.getProcessDefinitionId(), one.getTaskDefinitionKey())
                                .candidates());
    }
}
