package dev.baton.absence;

import dev.baton.calendar.BusinessCalendar;
import dev.baton.journal.Journal;
import dev.baton.people.Deputies;
import dev.baton.people.Deputy;
import dev.baton.people.Role;
import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import dev.baton.process.JournalWriter;
import dev.baton.process.TaskAssignments;
import dev.baton.review.OwnWork;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.IdentityLink;
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
    private final Journal events;
    private final BusinessCalendar calendar;
    private final AsEngine asEngine;
    private final OwnWork ownWork;

    TaskMoves(
            TaskService tasks,
            RuntimeService runtime,
            Diagrams diagrams,
            Deputies deputies,
            TaskAssignments assignments,
            JournalWriter journal,
            Journal events,
            BusinessCalendar calendar,
            AsEngine asEngine,
            OwnWork ownWork) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.diagrams = diagrams;
        this.deputies = deputies;
        this.assignments = assignments;
        this.journal = journal;
        this.events = events;
        this.calendar = calendar;
        this.asEngine = asEngine;
        this.ownWork = ownWork;
    }

    /** What the person holds goes to whoever acts for them today, and so does what they hold for others. */
    List<MovedTask> begin(String person) {
        return begin(person, task -> true);
    }

    /** The same, but what has moved already in these days, and was taken back by hand, stays. */
    List<MovedTask> begin(Deputy deputy) {
        return begin(deputy.person(), task -> !hasMoved(task, deputy));
    }

    private List<MovedTask> begin(String person, Predicate<Task> which) {
        var own = movable(asEngine.call(() -> tasks.createTaskQuery().taskAssignee(person).unlimitedList().stream()
                .filter(task -> task.getOwner() == null)
                .toList()));
        var moved = new ArrayList<MovedTask>();
        own.filter(which).forEach(task -> moved.addAll(move(task, person)));
        moved.addAll(settle(person));
        return moved;
    }

    private boolean hasMoved(Task task, Deputy deputy) {
        return events.events(handoff(task), Set.of(TaskMoved.class)).stream()
                .filter(event -> task.getTaskDefinitionKey().equals(event.node()))
                .filter(event -> !calendar.dayOf(event.at()).isBefore(deputy.from()))
                .flatMap(event -> event.as(TaskMoved.class).stream())
                .anyMatch(move -> move.from().equals(deputy.person()));
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
                .filter(this::isMovable);
    }

    /** Whether it is the work of a handoff, which somebody else can do as well. */
    boolean isMovable(Task task) {
        return task.getProcessDefinitionId() != null
                && diagrams.part(task.getProcessDefinitionId()).isWork();
    }

    /** The role that a task is for. */
    Optional<Role> role(Task task) {
        return diagrams.node(task)
                .group(fact -> asEngine.call(() -> Optional.ofNullable(runtime.getVariable(task.getExecutionId(), fact))
                        .map(Object::toString)))
                .map(Role::of);
    }

    private List<MovedTask> move(Task task, String person) {
        var from = Objects.requireNonNullElse(task.getAssignee(), person);
        var to = assignments.holder(person);
        if (to.equals(from)) {
            return List.of();
        }
        if (ownWork.passesOver(to, task)) {
            withdraw(task, from);
            return List.of(tell(task, from, "own-work"));
        }
        assignments.give(task, person);
        return List.of(tell(task, from, to, to.equals(person) ? "back" : "away"));
    }

    void withdraw(Task task, String person) {
        asEngine.call(() -> {
            assignments.withdraw(task, person);
            return task;
        });
    }

    /** Says that a task is left to its group. */
    MovedTask tell(Task task, String from, String why) {
        return tell(task, from, group(task), why);
    }

    private MovedTask tell(Task task, String from, String to, String why) {
        var handoff = handoff(task);
        journal.add(handoff, task.getTaskDefinitionKey(), new TaskMoved(task.getName(), from, to, why));
        return new MovedTask(handoff, task.getId(), task.getName(), from, to);
    }

    private String group(Task task) {
        return asEngine.call(() -> tasks.getIdentityLinksForTask(task.getId())).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Role.OPERATIONS.key());
    }

    private String handoff(Task task) {
        return asEngine.call(() -> runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
    }
}
