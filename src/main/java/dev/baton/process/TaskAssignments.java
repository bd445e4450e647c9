package dev.baton.process;

import dev.baton.camunda.TaskHolder;
import dev.baton.people.Deputies;
import dev.baton.people.Role;
import dev.baton.people.StandIn;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Gives open tasks to people, and takes them away so that they never belong to nobody. A task that a deputy holds is owned
 * by the person for whom the deputy acts, in the engine's own field; every other task of a handoff has no owner.
 */
@Component
public class TaskAssignments {

    private final TaskService tasks;
    private final Deputies deputies;
    private final JournalWriter journal;
    private final TaskHolder holders;

    TaskAssignments(TaskService tasks, Deputies deputies, JournalWriter journal, TaskHolder holders) {
        this.tasks = tasks;
        this.deputies = deputies;
        this.journal = journal;
        this.holders = holders;
    }

    /** Who has a task that is a person's: the person, or today's deputy. */
    public String holder(String person) {
        return deputies.standInFor(person, journal.today());
    }

    /** Gives a task to a person, or to whoever acts for that person today. */
    public void give(Task task, String person) {
        var holder = holder(person);
        holders.set(task.getId(), holder, holder.equals(person) ? null : person);
    }

    /** The same for a task that is being created. */
    public void give(DelegateTask task, String person) {
        var holder = holder(person);
        task.setOwner(holder.equals(person) ? null : person);
        task.setAssignee(holder);
    }

    /** Leaves a task that the person holds or is offered to the others who may take it, to operations where there is nobody. */
    public void withdraw(Task task, String person) {
        if (tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .allMatch(link -> person.equals(link.getUserId()))) {
            tasks.addCandidateGroup(task.getId(), Role.OPERATIONS.key());
        }
        tasks.deleteCandidateUser(task.getId(), person);
        if (person.equals(task.getAssignee())) {
            holders.set(task.getId(), null, null);
        }
    }

    /** Whoever gets a task from somebody else's hand has it for themselves; who was asked to help gives it back. */
    public void dropOwner(DelegateTask task) {
        if (task.getOwner() != null && !isDelegated(task) && standIn(task).isEmpty()) {
            task.setOwner(null);
        }
    }

    /** For whom the person who holds the task acts. */
    public Optional<StandIn> standIn(DelegateTask task) {
        return Optional.ofNullable(task.getOwner())
                .filter(owner -> !owner.equals(task.getAssignee()))
                .filter(owner -> holder(owner).equals(task.getAssignee()))
                .map(owner -> new StandIn(owner, task.getAssignee()));
    }

    private static boolean isDelegated(DelegateTask task) {
        return task instanceof Task one && one.getDelegationState() == DelegationState.PENDING;
    }
}
