package dev.baton.camunda;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** Reads out of the engine's history what was done to a running process and is not the work of its tasks. */
final class OperationLog {

    private static final Set<String> WORK = Set.of(
            UserOperationLogEntry.OPERATION_TYPE_CREATE,
            UserOperationLogEntry.OPERATION_TYPE_CLAIM,
            UserOperationLogEntry.OPERATION_TYPE_COMPLETE,
            UserOperationLogEntry.OPERATION_TYPE_RESOLVE);

    /** They are told by what they change, so that batches tell them too. */
    private static final Set<String> TOLD_ELSEWHERE = Set.of(
            UserOperationLogEntry.OPERATION_TYPE_SUSPEND,
            UserOperationLogEntry.OPERATION_TYPE_ACTIVATE,
            UserOperationLogEntry.OPERATION_TYPE_MIGRATE,
            UserOperationLogEntry.OPERATION_TYPE_MODIFY_PROCESS_INSTANCE,
            UserOperationLogEntry.OPERATION_TYPE_DELETE);

    private static final Set<String> ON_TASKS = Set.of(EntityTypes.TASK, EntityTypes.IDENTITY_LINK);

    private static final Map<String, String> STATES = Map.of(
            HistoricProcessInstance.STATE_SUSPENDED, UserOperationLogEntry.OPERATION_TYPE_SUSPEND,
            HistoricProcessInstance.STATE_ACTIVE, UserOperationLogEntry.OPERATION_TYPE_ACTIVATE);

    private OperationLog() {}

    static @Nullable EngineOperation read(HistoryEvent event) {
        if (event instanceof UserOperationLogEntryEventEntity entry) {
            return entry(entry);
        }
        if (event instanceof HistoricProcessInstanceEventEntity instance) {
            var type = event.getEventType();
            if (HistoryEventTypes.PROCESS_INSTANCE_MIGRATE.getEventName().equals(type)) {
                return of(event, UserOperationLogEntry.OPERATION_TYPE_MIGRATE, null, null, null, null);
            }
            var changed = STATES.get(instance.getState());
            if (changed != null
                    && HistoryEventTypes.PROCESS_INSTANCE_UPDATE.getEventName().equals(type)) {
                return of(event, changed, null, null, null, null);
            }
        }
        return null;
    }

    /** A variable that somebody sets, apart from the answers to tasks and starts. */
    static @Nullable EngineOperation read(HistoricVariableUpdateEventEntity event, VariableWrite write) {
        var isCorrection = write.direct()
                && !write.starting()
                && !Answer.isGiven()
                && (Context.getCommandContext().getAuthenticatedUserId() != null
                        || RunningBatch.find().isPresent());
        return isCorrection
                ? of(event, "SetVariable", write.activity(), write.name(), before(event), write.text())
                : null;
    }

    /** What its history still holds; null where it is new. */
    private static @Nullable String before(HistoricVariableUpdateEventEntity write) {
        var known = Context.getCommandContext()
                .getHistoricVariableInstanceManager()
                .findHistoricVariableInstanceByVariableInstanceId(write.getVariableInstanceId());
        return known == null ? null : known.getTextValue();
    }

    private static boolean movesDeadline(UserOperationLogEntryEventEntity entry) {
        return (EntityTypes.JOB.equals(entry.getEntityType())
                        && UserOperationLogEntry.OPERATION_TYPE_SET_DUEDATE.equals(entry.getOperationType()))
                || (EntityTypes.TASK.equals(entry.getEntityType()) && TaskEntity.DUE_DATE.equals(entry.getProperty()));
    }

    private static @Nullable EngineOperation entry(UserOperationLogEntryEventEntity entry) {
        var operation = entry.getOperationType();
        if (movesDeadline(entry)) {
            return null; // told as the deadline that moved
        }
        var onTask = ON_TASKS.contains(entry.getEntityType());
        var known = onTask
                ? !WORK.contains(operation)
                : EntityTypes.JOB.equals(entry.getEntityType())
                        || (EntityTypes.PROCESS_INSTANCE.equals(entry.getEntityType())
                                && !UserOperationLogEntry.OPERATION_TYPE_CREATE.equals(operation)
                                && !TOLD_ELSEWHERE.contains(operation));
        return known
                ? of(
                        entry,
                        operation,
                        onTask ? node(entry.getTaskId()) : step(entry.getJobId()),
                        entry.getProperty(),
                        entry.getOrgValue(),
                        entry.getNewValue())
                : null;
    }

    private static @Nullable String node(@Nullable String task) {
        var found = task == null
                ? null
                : Context.getCommandContext().getTaskManager().findTaskById(task);
        return found == null ? null : found.getTaskDefinitionKey();
    }

    private static @Nullable String step(@Nullable String job) {
        var found =
                job == null ? null : Context.getCommandContext().getJobManager().findJobById(job);
        return found == null ? null : found.getActivityId();
    }

    private static @Nullable EngineOperation of(
            HistoryEvent event,
            String operation,
            @Nullable String node,
            @Nullable String property,
            @Nullable String from,
            @Nullable String to) {
        var id = event.getProcessInstanceId();
        var instance = id == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(id);
        if (instance == null || instance.getBusinessKey() == null) {
            return null;
        }
        return new EngineOperation(
                operation,
                instance.getBusinessKey(),
                instance.getId(),
                instance.getProcessDefinitionId(),
                node,
                property,
                from,
                to);
    }
}
