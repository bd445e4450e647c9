package dev.baton.intervention;

import dev.baton.camunda.PersonDeletion;
import dev.baton.journal.Journal;
import dev.baton.people.Deputies;
import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import dev.baton.process.JournalWriter;
import dev.baton.process.TaskAssignments;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Whose account is deleted leaves no task behind: each goes to those who may take it, at last to operations. What only
 * told that person how a handoff ended goes with the account.
 */
@Component
class TasksOfDeletedPeople implements PersonDeletion {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Diagrams diagrams;
    private final Deputies deputies;
    private final TaskAssignments assignments;
    private final Journal journal;
    private final JournalWriter writer;
    private final AsEngine asEngine;

    TasksOfDeletedPeople(
            TaskService tasks,
            RuntimeService runtime,
            Diagrams diagrams,
            Deputies deputies,
            TaskAssignments assignments,
            Journal journal,
            JournalWriter writer,
            AsEngine asEngine) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.diagrams = diagrams;
        this.deputies = deputies;
        this.assignments = assignments;
        this.journal = journal;
        this.writer = writer;
        this.asEngine = asEngine;
    }

    @Override
    public void deleted(String person) {
        deputies.forget(person);
        asEngine.call(() -> left(person)).forEach(task -> tell(task, person));
    }

    /** What the person held. */
    private List<Task> left(String person) {
        var held = tasks.createTaskQuery().taskAssignee(person).unlimitedList();
        tasks.createTaskQuery().taskInvolvedUser(person).unlimitedList().stream()
                .filter(task -> !diagrams.isNotice(task))
                .forEach(task -> assignments.withdraw(task, person));
        held.stream()
                .filter(diagrams::isNotice)
                .forEach(notice -> runtime.deleteProcessInstance(
                        notice.getProcessInstanceId(), "The account of whoever was to read it is deleted."));
        tasks.createTaskQuery().taskOwner(person).unlimitedList().forEach(task -> tasks.setOwner(task.getId(), null));
        return held.stream().filter(task -> !diagrams.isNotice(task)).toList();
    }

    private void tell(Task task, String person) {
        if (task.getProcessInstanceId() == null || diagrams.isForeign(task.getProcessDefinitionId())) {
            return;
        }
        handoff(task)
                .ifPresent(handoff -> writer.add(
                        handoff,
                        task.getTaskDefinitionKey(),
                        new Intervened(
                                "assign", diagrams.key(task.getProcessDefinitionId()), "assignee", person, null)));
    }

    private Optional<String> handoff(Task task) {
        return asEngine.call(() -> Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()))
                .map(ProcessInstance::getBusinessKey)
                .filter(key -> journal.find(key).isPresent());
    }
}
