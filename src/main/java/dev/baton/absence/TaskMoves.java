package dev.baton.absence;

import dev.baton.people.Deputies;
import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import dev.baton.process.JournalWriter;
import dev.baton.process.TaskAssignments;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Moves the open tasks of handoffs to a deputy when an absence begins, and back when it is over. What somebody was given by
 * hand meanwhile stays with them, and what only the person can answer waits for them: an action, a notice.
 */
@Component
class TaskMoves {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Diagrams diagrams;
    private final Deputies deputies;
    private final TaskAssignments assignments;
    private final JournalWriter journal;
    private final AsEngine asEngine;

    TaskMoves(
            TaskService tasks,
            RuntimeService runtime,
            Diagrams diagrams,
            Deputies deputies,
            TaskAssignments assignments,
            JournalWriter journal,
            AsEngine asEngine) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.diagrams = diagrams;
        this.deputies = deputies;
        this.assignments = assignments;
        this.journal = journal;
        this.asEngine = asEngine;
    }

    /** What the person holds goes to whoever acts for them today, and so does what they hold for others. */
    List<MovedTask> begin(String person) {
        var own = movable(asEngine.call(() -> tasks.createTaskQuery().taskAssignee(person).unlimitedList().stream()
                .filter(task -> task.getOwner() == null)
                .toList()));
        var moved = new ArrayList<MovedTask>();
        own.forEach(task -> moved.addAll(move(task, person)));
        moved.addAll(settle(person));
        return moved;
    }

    /** What deputies hold for the person, and for all who are away, goes to whoever acts for each of them today. */
    List<MovedTask> settle(String person) {
        var absent = new LinkedHashSet<>(List.of(person));
        absent.addAll(deputies.away(journal.today()));
        return absent.stream()
                .flatMap(owner -> movable(asEngine.call(
                                () -> tasks.createTaskQuery().taskOwner(owner).unlimitedList()))
                        .flatMap(task -> move(task, owner).stream()))
                .toList();
    }

    private Stream<Task> movable(List<Task> found) {
        return found.stream()
                .filter(task -> task.getDelegationState() != DelegationState.PENDING)
                .filter(task -> task.getProcessDefinitionId() != null
                        && diagrams.part(task.getProcessDefinitionId()).isWork());
    }

    private List<MovedTask> move(Task task, String person) {
        var from = Objects.requireNonNullElse(task.getAssignee(), person);
        var to = assignments.holder(person);
        if (to.equals(from)) {
            return List.of();
        }
        assignments.give(task, person);
        var handoff = handoff(task);
        journal.add(
                handoff,
                task.getTaskDefinitionKey(),
                new TaskMoved(task.getName(), from, to, to.equals(person) ? "back" : "away"));
        return List.of(new MovedTask(handoff, task.getId(), task.getName(), from, to));
    }

    private String handoff(Task task) {
        return asEngine.call(() -> runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
    }
}
