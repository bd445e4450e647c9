package dev.baton.camunda;

import dev.baton.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.spin.plugin.variable.type.JsonValueType;
import org.jspecify.annotations.Nullable;

/**
 * Shows each variable write to the guards, then writes history for the variables of the process itself: not for those
 * of a single task, not for JSON documents, which live elsewhere, and not for notes that nobody reads.
 */
final class VariableWrites implements HistoryEventHandler {

    private static final Set<String> WRITES = Set.of(
            HistoryEventTypes.VARIABLE_INSTANCE_CREATE.getEventName(),
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE.getEventName());

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TEXT = 4000;

    private final HistoryEventHandler database = new DbHistoryEventHandler();
    private final Supplier<List<VariableGuard>> guards;
    private final Supplier<@Nullable EngineOperations> operations;
    private final TaskHolderChecks holders;

    VariableWrites(
            Supplier<List<VariableGuard>> guards,
            Supplier<@Nullable EngineOperations> operations,
            TaskHolderChecks holders) {
        this.guards = guards;
        this.operations = operations;
        this.holders = holders;
    }

    private void tell(@Nullable EngineOperation operation) {
        var hearer = operation == null ? null : operations.get();
        if (operation != null && hearer != null) {
            Context.getCommandContext().runWithoutAuthorization(() -> {
                hearer.done(operation);
                return null;
            });
        }
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!(event instanceof HistoricVariableUpdateEventEntity write)) {
            database.handleEvent(event);
            SuspensionCascade.follow(event);
            tell(OperationLog.read(event));
            holders.after(event);
            return;
        }
        if (WRITES.contains(write.getEventType())) {
            fits(write);
            if (!isMoved(write)) {
                show(write);
            }
        } else if (isRemoved(write)) {
            show(write);
        }
        if (isWorthHistory(write)) {
            database.handleEvent(write);
        }
    }

    /** Taken away by a command itself, not along with the task or the process that held it. */
    private static boolean isRemoved(HistoricVariableUpdateEventEntity write) {
        return HistoryEventTypes.VARIABLE_INSTANCE_DELETE.getEventName().equals(write.getEventType())
                && Context.getCoreExecutionContext() == null
                && !isModified(write.getProcessInstanceId());
    }

    /** A modification takes away nothing but what belonged to the nodes that it leaves. */
    private static boolean isModified(@Nullable String instance) {
        var found = instance == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(instance);
        return found != null && found.isPreserveScope();
    }

    /** A modification that leaves a node gives what was held there on, as it was, to the node that remains. */
    private static boolean isMoved(HistoricVariableUpdateEventEntity write) {
        return isModified(write.getProcessInstanceId())
                && Context.getCommandContext()
                        .getDbEntityManager()
                        .getCachedEntitiesByType(VariableInstanceEntity.class)
                        .stream()
                        .anyMatch(other -> other.getExecutionId() == null
                                && other.getName().equals(write.getVariableName())
                                && Objects.equals(other.getTextValue(), write.getTextValue())
                                && Objects.equals(other.getLongValue(), write.getLongValue())
                                && Objects.equals(other.getByteArrayValueId(), write.getByteArrayId()));
    }

    private boolean isWorthHistory(HistoricVariableUpdateEventEntity write) {
        return !isLocal(write)
                && !JsonValueType.TYPE_NAME.equals(write.getSerializerName())
                && guards.get().stream().allMatch(guard -> guard.isWorthHistory(write.getVariableName()));
    }

    /** Held by a part of a process alone, such as one task: what becomes of a form's answers is told elsewhere. */
    private static boolean isLocal(HistoricVariableUpdateEventEntity write) {
        return write.getTaskId() != null
                || (write.getProcessInstanceId() != null
                        && !write.getProcessInstanceId().equals(write.getExecutionId()));
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    /** The columns of names and texts are this wide; a JSON document or a linked file takes more. */
    private static void fits(HistoricVariableUpdateEventEntity write) {
        var name = write.getVariableName();
        if (name.length() > LONGEST_NAME) {
            throw Refusal.of(
                    name, "The name of a variable has at most %d characters: shorten it.".formatted(LONGEST_NAME));
        }
        var text = write.getTextValue();
        if (text != null && text.length() > LONGEST_TEXT) {
            throw Refusal.of(
                    name,
                    String.format(
                            Locale.ENGLISH,
                            "'%s' is longer than %,d characters: shorten it, or send it as Json.",
                            name,
                            LONGEST_TEXT));
        }
    }

    private void show(HistoricVariableUpdateEventEntity write) {
        var command = Context.getCommandContext();
        var scope = write.getExecutionId();
        var execution = scope == null ? null : command.getExecutionManager().findExecutionById(scope);
        var instance = execution == null ? null : execution.getProcessInstance();
        var seen = new VariableWrite(
                write.getVariableName(),
                write.getSerializerName(),
                write.getProcessInstanceId(),
                write.getProcessDefinitionId(),
                scope,
                execution == null || execution == instance ? null : execution.getActivityId(),
                write.getTaskId(),
                instance != null && instance.isStarting(),
                instance != null
                        && instance.getSuperExecutionId() != null
                        && command.getDbEntityManager().getDbEntityCache().isTransient(instance),
                Context.getCoreExecutionContext() == null,
                text(write));
        guards.get().forEach(guard -> guard.onWrite(seen));
        tell(OperationLog.read(write, seen));
    }

    private static @Nullable String text(HistoricVariableUpdateEventEntity write) {
        var document = write.getByteValue();
        if (document != null) {
            return new String(document, StandardCharsets.UTF_8);
        }
        var first = write.getTextValue();
        if (first != null) {
            return write.getTextValue2() == null ? first : first + write.getTextValue2();
        }
        return write.getDoubleValue() != null
                ? write.getDoubleValue().toString()
                : Objects.toString(write.getLongValue(), null);
    }
}
