package dev.baton.camunda;

import dev.baton.shared.Refusal;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A task and the timer that ends it when the person's time is up have one moment: whichever a command moves,
 * the other follows in the same transaction, whatever the command (the task's due date, the job's, a recalculation, a
 * migration).
 */
final class DueDateSync {

    /** Two readings of the clock for one task are no two moments. */
    private static final Duration SAME = Duration.ofSeconds(1);

    private static final String NONE = "";

    /** The bean by which diagrams set a person's deadline. */
    private static final String DEADLINE = "${deadline.";

    private static final Map<String, String> TIMERS = new ConcurrentHashMap<>();

    private final Supplier<@Nullable MovedDeadlines> hook;

    DueDateSync(Supplier<@Nullable MovedDeadlines> hook) {
        this.hook = hook;
    }

    void follow(CommandContext context, Command<?> command) {
        touched(context).forEach((id, task) -> follow(context, task));
        if (command instanceof MigrateProcessInstanceCmd) {
            context.getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class).stream()
                    .filter(ExecutionEntity::isProcessInstanceExecution)
                    .filter(instance -> isChanged(context, instance))
                    .forEach(instance -> tell(heard ->
                            heard.migrated(instance.getProcessInstanceId(), instance.getProcessDefinitionId())));
        }
    }

    /** The stored tasks of which this command has moved the due date, or a timer. */
    private static Map<String, TaskEntity> touched(CommandContext context) {
        var tasks = new LinkedHashMap<String, TaskEntity>();
        var entities = context.getDbEntityManager();
        var cached = entities.getCachedEntitiesByType(TaskEntity.class);
        cached.stream()
                .filter(task -> isChanged(context, task) && !task.isDeleted() && !isDeleted(context, task))
                .forEach(task -> tasks.put(task.getId(), task));
        var executions = new LinkedHashSet<String>();
        timers(context)
                .filter(timer -> isChanged(context, timer) || isNew(context, timer))
                .map(TimerEntity::getExecutionId)
                .filter(Objects::nonNull)
                .forEach(executions::add);
        cached.stream()
                .filter(task -> isNew(context, task))
                .map(TaskEntity::getExecutionId)
                .forEach(executions::remove);
        executions.stream()
                .flatMap(execution -> context.getTaskManager().findTasksByExecutionId(execution).stream())
                .filter(task -> !isNew(context, task))
                .forEach(task -> tasks.put(task.getId(), task));
        return tasks;
    }

    private static Stream<TimerEntity> timers(CommandContext context) {
        return context.getDbEntityManager().getDbEntityCache().getCachedEntities().stream()
                .map(CachedDbEntity::getEntity)
                .filter(TimerEntity.class::isInstance)
                .map(TimerEntity.class::cast);
    }

    private void follow(CommandContext context, TaskEntity task) {
        if (task.getExecutionId() == null) {
            return;
        }
        var timer = timer(context, task);
        if (timer.isEmpty() || same(timer.get().getDuedate(), task.getDueDate())) {
            return;
        }
        var until = timer.get().getDuedate();
        var due = task.getDueDate();
        if (timer.get().getExceptionMessage() != null && !isChanged(context, timer.get())) {
            return; // It failed, and its next try is no deadline.
        }
        if (isChanged(context, timer.get()) || isNew(context, timer.get())) {
            task.setDueDate(until);
            if (due != null && until != null) {
                tell(heard -> heard.moved(task, due, until));
            }
            return;
        }
        if (due == null) {
            throw new Refusal(
                    ("\"%s\" has a deadline that this would take away: send its due date along, or move it with"
                                    + " POST /api/handoffs/{id}/deadlines.")
                            .formatted(task.getName()));
        }
        timer.get().setDuedate(due);
        if (until != null) {
            tell(heard -> heard.moved(task, until, due));
        }
    }

    private void tell(Consumer<MovedDeadlines> news) {
        Optional.ofNullable(hook.get()).ifPresent(news);
    }

    /** For a task that opens: its due date is the moment of its timer, not one that was read from the clock after it. */
    static void align(DelegateTask opening) {
        var context = Context.getCommandContext();
        var task = (TaskEntity) opening;
        timer(context, task).map(JobEntity::getDuedate).ifPresent(task::setDueDate);
    }

    private static Optional<TimerEntity> timer(CommandContext context, TaskEntity task) {
        var event = TIMERS.computeIfAbsent(
                task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey(), key -> event(task));
        if (event.equals(NONE)) {
            return Optional.empty();
        }
        var cached = timers(context)
                .filter(timer -> task.getExecutionId().equals(timer.getExecutionId()))
                .filter(timer -> !isDeleted(context, timer));
        var stored = isNew(context, task)
                ? List.<TimerEntity>of()
                : context.getJobManager().findTimersByExecutionId(task.getExecutionId());
        return Stream.concat(cached, stored.stream())
                .filter(timer -> event.equals(timer.getActivityId()))
                .findFirst();
    }

    /** The id of the timer that ends the task when the person's time is up. */
    private static String event(TaskEntity task) {
        var drawn = task.getBpmnModelElementInstance();
        if (drawn == null) {
            return NONE;
        }
        return drawn.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> drawn.equals(event.getAttachedTo()) && event.cancelActivity())
                .filter(event -> event.getEventDefinitions().stream()
                        .anyMatch(definition -> definition instanceof TimerEventDefinition timer
                                && timer.getTimeDate() != null
                                && timer.getTimeDate().getTextContent().contains(DEADLINE)))
                .map(BoundaryEvent::getId)
                .findFirst()
                .orElse(NONE);
    }

    private static boolean same(@Nullable Date one, @Nullable Date other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return Duration.between(one.toInstant(), other.toInstant()).abs().compareTo(SAME) < 0;
    }

    private static boolean isChanged(CommandContext context, DbEntity entity) {
        return context.getDbEntityManager().isDirty(entity);
    }

    private static boolean isNew(CommandContext context, DbEntity entity) {
        var cached = context.getDbEntityManager().getDbEntityCache().getCachedEntity(entity);
        return cached != null && cached.getEntityState() == DbEntityState.TRANSIENT;
    }

    private static boolean isDeleted(CommandContext context, DbEntity entity) {
        var cached = context.getDbEntityManager().getDbEntityCache().getCachedEntity(entity);
        return cached == null
                || Set.of(
                                DbEntityState.DELETED_MERGED,
                                DbEntityState.DELETED_PERSISTENT,
                                DbEntityState.DELETED_TRANSIENT)
                        .contains(cached.getEntityState());
    }
}
