package dev.baton.camunda;

import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractSetProcessInstanceStateCmd;
import org.camunda.bpm.engine.impl.cmd.ActivateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendProcessInstanceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.runtime.UpdateProcessInstanceSuspensionStateBuilderImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

/** A handoff is suspended and activated with all that it has called; the engine stops at the instance that is named. */
final class SuspensionCascade {

    private SuspensionCascade() {}

    static void follow(HistoryEvent event) {
        if (event instanceof HistoricProcessInstanceEventEntity instance
                && HistoryEventTypes.PROCESS_INSTANCE_UPDATE.getEventName().equals(event.getEventType())) {
            var context = Context.getCommandContext();
            var query = new ProcessInstanceQueryImpl();
            query.superProcessInstanceId(instance.getProcessInstanceId());
            for (ProcessInstance called :
                    context.getExecutionManager().findProcessInstancesByQueryCriteria(query, null)) {
                var command = command(instance.getState(), called.getId());
                if (command != null && called.isSuspended() != isSuspended(instance.getState())) {
                    command.disableLogUserOperation();
                    context.runWithoutAuthorization(command);
                }
            }
        }
    }

    private static boolean isSuspended(String state) {
        return HistoricProcessInstance.STATE_SUSPENDED.equals(state);
    }

    private static @Nullable AbstractSetProcessInstanceStateCmd command(String state, String instance) {
        var builder = new UpdateProcessInstanceSuspensionStateBuilderImpl(
                Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
        builder.byProcessInstanceId(instance);
        if (isSuspended(state)) {
            return new SuspendProcessInstanceCmd(builder);
        }
        return HistoricProcessInstance.STATE_ACTIVE.equals(state) ? new ActivateProcessInstanceCmd(builder) : null;
    }
}
