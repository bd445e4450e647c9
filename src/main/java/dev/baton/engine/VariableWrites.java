package dev.baton.engine;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.spin.plugin.variable.type.JsonValueType;
import org.jspecify.annotations.Nullable;

/** Shows each variable write to the guard, then writes history for all but JSON documents: those live elsewhere. */
final class VariableWrites implements HistoryEventHandler {

    private static final Set<String> WRITES = Set.of(
            HistoryEventTypes.VARIABLE_INSTANCE_CREATE.getEventName(),
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE.getEventName());

    private final HistoryEventHandler database = new DbHistoryEventHandler();
    private final Supplier<@Nullable VariableGuard> guard;

    VariableWrites(Supplier<@Nullable VariableGuard> guard) {
        this.guard = guard;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!(event instanceof HistoricVariableUpdateEventEntity write)) {
            database.handleEvent(event);
            return;
        }
        if (WRITES.contains(write.getEventType())) {
            show(write);
        }
        if (!JsonValueType.TYPE_NAME.equals(write.getSerializerName())) {
            database.handleEvent(write);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private void show(HistoricVariableUpdateEventEntity write) {
        var present = guard.get();
        if (present == null) {
            return;
        }
        var scope = write.getExecutionId();
        var execution = scope == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(scope);
        var instance = execution == null ? null : execution.getProcessInstance();
        present.onWrite(new VariableWrite(
                write.getVariableName(),
                write.getSerializerName(),
                write.getProcessInstanceId(),
                scope,
                execution == null || execution == instance ? null : execution.getActivityId(),
                write.getTaskId(),
                instance != null && instance.isStarting()));
    }
}
