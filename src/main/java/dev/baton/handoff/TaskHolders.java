package dev.baton.handoff;

import dev.baton.journal.HandoffFacts;
import dev.baton.people.Deputies;
import dev.baton.people.StandIn;
import dev.baton.process.Diagrams;
import dev.baton.process.JournalWriter;
import dev.baton.process.UnassignedTasks;
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
    private final Deputies deputies;
    private final JournalWriter journal;
    private final UnassignedTasks unassigned;

    TaskHolders(
            TaskService tasks,
            RuntimeService runtime,
            Diagrams diagrams,
            Deputies deputies,
            JournalWriter journal,
            UnassignedTasks unassigned) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.diagrams = diagrams;
        this.deputies = deputies;
        this.journal = journal;
        this.unassigned = unassigned;
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
        var was = holder(task, before);
        var now = holder(task, after);
        if (was.equals(now) || !Objects.equals(task.getAssignee(), was.orElse(null))) {
            return;
        }
        now.ifPresentOrElse(
                person -> tasks.setAssignee(task.getId(), person), () -> unassigned.withdraw(task, was.orElseThrow()));
    }

    private Optional<String> holder(Task task, HandoffFacts facts) {
        return named(task, facts)
                .map(person -> deputies.standIn(person, journal.today())
                        .map(StandIn::deputy)
                        .orElse(person));
    }

    private Optional<String> named(Task task, HandoffFacts facts) {
        if (diagrams.escalatesReviews(task.getProcessDefinitionId())) {
            var reviewer = fact(task, Variables.REVIEWER).orElse("");
            return facts.accountable()
                    .filter(person ->
                            !deputies.standInFor(person, journal.today()).equals(reviewer));
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
