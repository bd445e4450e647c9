package dev.baton.engine;

import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.DelegationState;

/** The answer that completes a task, told apart from whatever else may write a variable. */
public final class Answer {

    private Answer() {}

    /** Whether a write comes along with one; what hands a delegated task back completes nothing. */
    public static boolean brings(VariableWrite write) {
        var command = Context.getCommandInvocationContext().getCommand();
        return (command instanceof SubmitTaskFormCmd || command.getClass() == CompleteTaskCmd.class)
                && write.scope() != null
                && Context.getCommandContext()
                        .getExecutionManager()
                        .findExecutionById(write.scope())
                        .getTasks()
                        .stream()
                        .noneMatch(task -> task.getDelegationState() == DelegationState.PENDING);
    }
}
