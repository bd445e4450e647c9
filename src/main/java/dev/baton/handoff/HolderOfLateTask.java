package dev.baton.handoff;

import dev.baton.camunda.ClosedTaskExplanation;
import dev.baton.journal.EarlyEnding;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.people.Role;
import dev.baton.process.AsEngine;
import dev.baton.process.JournalWriter;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** Tells somebody who completes a task that has moved on what became of it, and who holds the handoff now. */
@Component
class HolderOfLateTask implements ClosedTaskExplanation {

    private static final String COMPLETED = "completed";

    private final HistoryService history;
    private final OpenTasks open;
    private final Rights rights;
    private final AsEngine asEngine;
    private final Journal journal;

    HolderOfLateTask(HistoryService history, OpenTasks open, Rights rights, AsEngine asEngine, Journal journal) {
        this.history = history;
        this.open = open;
        this.rights = rights;
        this.asEngine = asEngine;
        this.journal = journal;
    }

    @Override
    public Optional<String> sentence(String taskId) {
        var task = asEngine.call(
                () -> history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult());
        if (task == null || task.getEndTime() == null) {
            return Optional.empty();
        }
        var handoff = asEngine.call(() -> handoff(task));
        return mayKnow(task, handoff)
                ? Optional.of("\"%s\" has moved on: it takes no answer any more.%s%s"
                        .formatted(
                                task.getName(),
                                answered(task),
                                handoff.flatMap(journal::find)
                                        .map(known -> " " + (known.open() ? holders(known.id()) : ended(known)))
                                        .orElse("")))
                : Optional.empty();
    }

    private Optional<String> handoff(HistoricTaskInstance task) {
        return Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult())
                .map(HistoricProcessInstance::getBusinessKey);
    }

    /** Whoever had the task, and whoever sees its handoff. */
    private boolean mayKnow(HistoricTaskInstance task, Optional<String> handoff) {
        return rights.atTheDoor()
                .map(person -> person.id().equals(task.getAssignee())
                        || handoff.flatMap(rights::visible).isPresent())
                .orElse(true);
    }

    private static String answered(HistoricTaskInstance task) {
        return COMPLETED.equals(task.getDeleteReason()) && task.getAssignee() != null
                ? " It was answered by %s.".formatted(task.getAssignee())
                : "";
    }

    private String ended(Handoff handoff) {
        return journal.earlyEnding(handoff.id())
                .map(ending -> "The handoff \"%s\" is over. It was %s%s%s"
                        .formatted(
                                handoff.id(),
                                ending.outcome(),
                                by(ending),
                                ending.reason() == null ? "." : ": \"%s\"".formatted(ending.reason())))
                .orElseGet(() -> "The handoff \"%s\" is over.".formatted(handoff.id()));
    }

    private static String by(EarlyEnding ending) {
        return ending.who() == null || ending.who().equals(JournalWriter.ENGINE) ? "" : " by " + ending.who();
    }

    private String holders(String handoff) {
        var tasks = open.of(handoff);
        return tasks.isEmpty()
                ? "It goes on by itself."
                : tasks.stream()
                        .map(task -> "\"%s\" is with %s".formatted(task.name(), holder(task)))
                        .collect(Collectors.joining(", ", "Now ", "."));
    }

    private static String holder(OpenTask task) {
        return task.assignee() != null
                ? task.assignee()
                : "the group " + task.groups().stream().map(Role::inWords).collect(Collectors.joining(", "));
    }
}
