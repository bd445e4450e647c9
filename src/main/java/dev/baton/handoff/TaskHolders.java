package dev.baton.handoff;

import dev.baton.journal.HandoffFacts;
import dev.baton.process.Diagrams;
import dev.baton.process.TaskAssignments;
import dev.baton.process.Variables;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Lets the open tasks of a handoff follow its facts: their names, and who holds them. */
@Component
class TaskHolders {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Diagrams diagrams;
    private final TaskAssignments assignments;

    TaskHolders(TaskService tasks, RuntimeService runtime, Diagrams diagrams, TaskAssignments assignments) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.diagrams = diagrams;
        this.assignments = assignments;
    }

    void follow(String handoff, HandoffFacts before, HandoffFacts after) {
        tasks.createTaskQuery().processInstanceBusinessKey(handoff).unlimitedList().stream()
                .filter(task -> !diagrams.isForeign(task.getProcessDefinitionId()))
                .forEach(task -> {
                    rename(task, after.campaign());
                    give(task, before, after);
                });
    }

    private void rename(Task task, String campaign) {
        var name = diagrams.node(task).named(campaign);
        if (!name.equals(task.getName())) {
            tasks.setName(task.getId(), name);
        }
    }

    /** What somebody has taken from a group stays with them. */
    private void give(Task task, HandoffFacts before, HandoffFacts after) {
        var was = named(task, before);
        var now = named(task, after);
        var held = was.map(assignments::holder);
        if (was.equals(now) || !Objects.equals(task.getAssignee(), held.orElse(null))) {
            return;
        }
        now.ifPresentOrElse(
                person -> assignments.give(task, person), () -> assignments.withdraw(task, held.orElseThrow()));
    }

    private Optional<String> named(Task task, HandoffFacts facts) {
        if (diagrams.escalatesReviews(task.getProcessDefinitionId())) {
            var reviewer = fact(task, Variables.REVIEWER).orElse("");
            return facts.accountable()
                    .filter(person -> !assignments.holder(person).equals(reviewer));
        }
        return diagrams.node(task)
                .group(variable -> fact(task, variable))
                .flatMap(group -> Optional.ofNullable(facts.team().get(group)));
    }

    private Optional<String> fact(Task task, String variable) {
        return Optional.ofNullable(runtime.getVariable(task.getExecutionId(), variable))
                .map(Object::toString);
    }
}
