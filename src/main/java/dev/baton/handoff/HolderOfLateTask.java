package dev.baton.handoff;

import dev.baton.camunda.ClosedTaskExplanation;
import dev.baton.process.AsEngine;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.stereotype.Component;

/** Tells somebody who completes a task that has moved on what became of it, and who holds the handoff now. */
@Component
class HolderOfLateTask implements ClosedTaskExplanation {

    private final HistoryService history;
    private final OpenTasks open;
    private final AsEngine asEngine;

    HolderOfLateTask(HistoryService history, OpenTasks open, AsEngine asEngine) {
        this.history = history;
        this.open = open;
        this.asEngine = asEngine;
    }

    @Override
    public Optional<String> sentence(String taskId) {
        return asEngine.call(() -> {
            var task = history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult();
            if (task == null) {
                return Optional.empty();
            }
            var instance = history.createHistoricProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult();
            var handoff = instance == null ? null : instance.getBusinessKey();
            var now = handoff == null ? "" : " " + holders(handoff);
            return Optional.of("\"%s\" has moved on: it takes no answer any more.%s".formatted(task.getName(), now));
        });
    }

    private String holders(String handoff) {
        var tasks = open.of(handoff);
        if (tasks.isEmpty()) {
            return "The handoff \"%s\" is over.".formatted(handoff);
        }
        return tasks.stream()
                .map(task -> "\"%s\" is with %s".formatted(task.name(), holder(task)))
                .collect(Collectors.joining(", ", "Now ", "."));
    }

    private static String holder(OpenTask task) {
        return task.assignee() != null ? task.assignee() : "the group " + String.join(", ", task.groups());
    }
}
