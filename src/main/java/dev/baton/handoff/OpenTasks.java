package dev.baton.handoff;

import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
        return asEngine.call(() -> {
            var query = tasks.createTaskQuery().processInstanceBusinessKey(handoff);
            return read(oldestFirst(query).list());
        });
    }

    /** How many tasks a person holds or may take. */
    public long count(Person person) {
        return asEngine.call(() ->
                held(person).count() + offered(person).map(TaskQuery::count).orElse(0L));
    }

    /** A part of the tasks that a person holds, then of those that the person's groups may take; the oldest of each first. */
    public List<OpenTask> page(Person person, long first, int size) {
        return asEngine.call(() -> {
            var found = new ArrayList<>(oldestFirst(held(person)).listPage(position(first), size));
            var offered = offered(person);
            if (offered.isPresent() && found.size() < size) {
                var before = found.isEmpty() ? held(person).count() : first;
                found.addAll(oldestFirst(offered.get())
                        .listPage(position(Math.max(0, first - before)), size - found.size()));
            }
            return read(found);
        });
    }

    /** The handoffs of which a person holds or may take a task. */
    Set<String> handoffs(Person person) {
        return asEngine.call(() -> {
            var open = new ArrayList<>(held(person).list());
            offered(person).ifPresent(query -> open.addAll(query.list()));
            return Set.copyOf(handoffs(open).values());
        });
    }

    /** The handoffs of which a person holds a task; to read how one ended is none of it. */
    public Set<String> handoffsHeldBy(String person) {
        return asEngine.call(() -> Set.copyOf(handoffs(tasks.createTaskQuery().taskAssignee(person).list().stream()
                        .filter(task -> !diagrams.isNotice(task))
                        .toList())
                .values()));
    }

    /** The handoffs with a task that should have been answered before this moment. */
    public Set<String> handoffsOverdueAt(Instant moment) {
        return asEngine.call(() -> Set.copyOf(
                handoffs(tasks.createTaskQuery().dueBefore(Date.from(moment)).list())
                        .values()));
    }

    /** An open task as far as the engine lets the person at the door read it. */
    public Optional<OpenTask> visible(String id) {
        return tasks.createTaskQuery().taskId(id).count() == 0
                ? Optional.empty()
                : asEngine.call(() ->
                        read(tasks.createTaskQuery().taskId(id).list()).stream().findFirst());
    }

    private TaskQuery held(Person person) {
        return tasks.createTaskQuery().taskAssignee(person.id());
    }

    private Optional<TaskQuery> offered(Person person) {
        return person.groups().isEmpty()
                ? Optional.empty()
                : Optional.of(tasks.createTaskQuery().taskCandidateGroupIn(List.copyOf(person.groups())));
    }

    private static TaskQuery oldestFirst(TaskQuery query) {
        return query.orderByTaskCreateTime().asc().orderByTaskId().asc();
    }

    private static int position(long first) {
        return (int) Math.min(first, Integer.MAX_VALUE);
    }

    private List<OpenTask> read(List<Task> open) {
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
        // Neither belongs to a task that somebody has made without a process.
        var definition = task.getProcessDefinitionId();
        var instance = task.getProcessInstanceId();
        return new OpenTask(
                task.getId(),
                Objects.requireNonNullElse(task.getName(), task.getId()),
                Objects.requireNonNullElse(task.getTaskDefinitionKey(), ""),
                Objects.requireNonNullElse(instance, ""),
                definition != null && diagrams.part(definition).isWork(),
                instance == null ? "" : handoffs.getOrDefault(instance, ""),
                task.getAssignee(),
                groups,
                task.getCreateTime().toInstant(),
                due == null ? null : due.toInstant(),
                task.getPriority(),
                task.isSuspended());
    }

    private Map<String, String> handoffs(List<Task> open) {
        var instances = open.stream()
                .map(Task::getProcessInstanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return Map.of();
        }
        return runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }
}
