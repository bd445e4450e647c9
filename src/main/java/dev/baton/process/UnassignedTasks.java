package dev.baton.process;

import dev.baton.people.Role;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Takes tasks from a person so that they never belong to nobody. */
@Component
public class UnassignedTasks {

    private final TaskService tasks;

    UnassignedTasks(TaskService tasks) {
        this.tasks = tasks;
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
            tasks.setAssignee(task.getId(), null);
        }
    }
}
