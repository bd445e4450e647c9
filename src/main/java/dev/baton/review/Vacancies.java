package dev.baton.review;

import dev.baton.people.Role;
import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import dev.baton.process.JournalWriter;
import dev.baton.process.KnownPeople;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Offers to operations what waits for a role that nobody has. */
@Component
public class Vacancies {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Diagrams diagrams;
    private final KnownPeople people;
    private final JournalWriter journal;
    private final AsEngine asEngine;

    Vacancies(
            TaskService tasks,
            RuntimeService runtime,
            Diagrams diagrams,
            KnownPeople people,
            JournalWriter journal,
            AsEngine asEngine) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.diagrams = diagrams;
        this.people = people;
        this.journal = journal;
        this.asEngine = asEngine;
    }

    /** A task that is being created, and that nobody holds. */
    void offer(DelegateTask task) {
        var roles = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .map(Role::of)
                .toList();
        if (!roles.isEmpty() && roles.stream().noneMatch(role -> isTaken(role, Set.of()))) {
            task.addCandidateGroup(Role.OPERATIONS.key());
            journal.add(
                    task.getExecution(),
                    new RoleVacant(task.getName(), roles.get(0).key()));
        }
    }

    /** Open tasks of a role that this person leaves, if nobody else has it. */
    public void left(Role role, String person) {
        if (!isTaken(role, Set.of(person))) {
            waiting(role).forEach(task -> offer(task, role));
        }
    }

    /** Operations are the last: nobody comes after them. */
    private boolean isTaken(Role role, Set<String> butFor) {
        return role == Role.OPERATIONS || people.hasOther(role, butFor);
    }

    private List<Task> waiting(Role role) {
        return asEngine.call(() -> tasks.createTaskQuery().taskCandidateGroup(role.key()).unlimitedList().stream()
                .filter(task -> task.getProcessDefinitionId() != null
                        && diagrams.part(task.getProcessDefinitionId()).isWork())
                .filter(task -> tasks.getIdentityLinksForTask(task.getId()).stream()
                        .noneMatch(link -> Role.OPERATIONS.key().equals(link.getGroupId())))
                .toList());
    }

    private void offer(Task task, Role role) {
        var handoff = asEngine.call(() -> {
            tasks.addCandidateGroup(task.getId(), Role.OPERATIONS.key());
            return runtime.createProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult()
                    .getBusinessKey();
        });
        journal.add(handoff, task.getTaskDefinitionKey(), new RoleVacant(task.getName(), role.key()));
    }
}
