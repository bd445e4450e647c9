package dev.baton.camunda;

import org.camunda.bpm.engine.impl.context.Context;

/** The answer that completes a task, told apart from whatever else may write a variable. */
public final class Answer {

    private Answer() {}

    /** Whether one is being given at the moment. */
    public static boolean isGiven() {
        return Context.getCommandInvocationContext().getCommand() instanceof FormCommands.AnswerCommand answer
                && answer.completes();
    }
}
