package dev.baton.absence;

import dev.baton.camunda.PersonDeletion;
import dev.baton.people.Deputies;
import dev.baton.people.Role;
import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import dev.baton.process.KnownPeople;
import dev.baton.review.Vacancies;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Whose account is deleted, or whose role is taken away, leaves no task behind: each goes to those who may take it, at last
 * to operations, and what they held as a deputy goes back. What only told that person how a handoff ended, or was about
 * themselves, goes with the account.
 */
@Component
class TasksOfLeavers implements PersonDeletion {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Diagrams diagrams;
    private final Deputies deputies;
    private final KnownPeople people;
    private final TaskMoves moves;
    private final Vacancies vacancies;
    private final AsEngine asEngine;

    TasksOfLeavers(
            TaskService tasks,
            RuntimeService runtime,
            Diagrams diagrams,
            Deputies deputies,
            KnownPeople people,
            TaskMoves moves,
            Vacancies vacancies,
            AsEngine asEngine) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.diagrams = diagrams;
        this.deputies = deputies;
        this.people = people;
        this.moves = moves;
        this.vacancies = vacancies;
        this.asEngine = asEngine;
    }

    @Override
    public void deleted(String person) {
        deputies.forget(person);
        asEngine.call(() -> tasks.createTaskQuery().taskAssignee(person).unlimitedList()).stream()
                .map(Task::getOwner)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(moves::settle);
        endOwn(person);
        asEngine.call(() -> tasks.createTaskQuery().taskInvolvedUser(person).unlimitedList()).stream()
                .filter(task -> !diagrams.isOwnOfPerson(task))
                .forEach(task -> leave(task, person, "left"));
        asEngine.call(() -> tasks.createTaskQuery().taskOwner(person).unlimitedList()).stream()
                .filter(task -> !diagrams.isOwnOfPerson(task))
                .forEach(task -> leave(task, Objects.requireNonNullElse(task.getAssignee(), person), "left"));
        Arrays.stream(Role.values()).forEach(role -> vacancies.left(role, person));
    }

    @Override
    public void leftGroup(String person, String group) {
        var left = new HashSet<>(people.groups(person));
        left.remove(group);
        var before = new HashSet<>(left);
        before.add(group);
        Stream.concat(
                        asEngine
                                .call(() -> tasks.createTaskQuery()
                                        .taskAssignee(person)
                                        .unlimitedList())
                                .stream()
                                .filter(task -> task.getOwner() == null),
                        asEngine
                                .call(() -> tasks.createTaskQuery()
                                        .taskOwner(person)
                                        .unlimitedList())
                                .stream())
                .filter(task -> moves.isMovable(task) && may(task, before) && !may(task, left))
                .forEach(task -> leave(task, Objects.requireNonNullElse(task.getAssignee(), person), "no-role"));
        Arrays.stream(Role.values())
                .filter(role -> role.key().equals(group))
                .forEach(role -> vacancies.left(role, person));
    }

    private boolean may(Task task, Set<String> groups) {
        return groups.contains(Role.OPERATIONS.key())
                || groups.contains(Groups.CAMUNDA_ADMIN)
                || moves.role(task)
                        .filter(role ->
                                groups.contains(role.key()) || (role.executes() && groups.contains(Role.PARTNER.key())))
                        .isPresent();
    }

    private void leave(Task task, String person, String why) {
        var held = person.equals(task.getAssignee()); // The engine's own task, which the next line changes.
        moves.withdraw(task, person);
        if (held && moves.isMovable(task)) {
            moves.tell(task, person, why);
        }
    }

    /** What only asks the person about themselves, or tells them something. */
    private void endOwn(String person) {
        asEngine.call(() -> tasks.createTaskQuery().taskAssignee(person).unlimitedList().stream()
                        .filter(diagrams::isOwnOfPerson)
                        .toList())
                .forEach(task -> asEngine.call(() -> {
                    runtime.deleteProcessInstance(
                            task.getProcessInstanceId(), "The account of whoever was to read it is deleted.");
                    return task;
                }));
    }
}
