package dev.baton.handoff;

import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The tasks that are open, and who holds them. */
@Component
public class OpenTasks {

    private static final int MOST = 200;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Diagrams diagrams;
    private final AsEngine asEngine;

    OpenTasks(TaskService tasks, RuntimeService runtime, Diagrams diagrams, AsEngine asEngine) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.diagrams = diagrams;
        this.asEngine = asEngine;
    }

    /** The open tasks of a handoff, those of called processes included. */
    public List<OpenTask> of(String handoff) {
        return asEngine.call(() -> read(tasks.createTaskQuery().processInstanceBusinessKey(handoff)));
    }

    /** The tasks a person holds and those that person's groups may take. */
    public List<OpenTask> mine(String person, Collection<String> groups) {
        return asEngine.call(() -> {
            var query = tasks.createTaskQuery().or().taskAssignee(person);
            if (!groups.isEmpty()) {
                query.taskCandidateGroupIn(List.copyOf(groups));
            }
            return read(query.endOr());
        });
    }

    private List<OpenTask> read(TaskQuery query) {
        var open = query.orderByTaskCreateTime().asc().listPage(0, MOST);
        var handoffs = handoffs(open);
        return open.stream().map(task -> read(task, handoffs)).toList();
    }

    private OpenTask read(Task task, Map<String, String> handoffs) {
        var groups = task.getAssignee() != null
                ? List.<String>of()
                : tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .toList();
        var due = task.getDueDate();
        return new OpenTask(
                task.getId(),
                task.getName(),
                task.getTaskDefinitionKey(),
                diagrams.part(task.getProcessDefinitionId()) == Diagrams.Part.ACTS,
                handoffs.getOrDefault(task.getProcessInstanceId(), ""),
                task.getAssignee(),
                groups,
                task.getCreateTime().toInstant(),
                due == null ? null : due.toInstant(),
                task.getPriority(),
                task.isSuspended());
    }

    private Map<String, String> handoffs(List<Task> open) {
        var instances = open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return Map.of();
        }
        return runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }
}
