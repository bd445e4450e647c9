package dev.baton.camunda;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobListener;

/**
 * Looks at what the outermost command has changed before the engine writes it, inside its transaction. What listeners
 * write then is locked before the engine's rows, in every transaction alike.
 */
final class FlushInterceptor extends CommandInterceptor {

    private static final ThreadLocal<Boolean> INSIDE = new ThreadLocal<>();

    private final JobFailures jobs = new JobFailures();
    private final DueDateSync dueDates;
    private final Modifications modifications;
    private final Supplier<List<FlushListener>> listeners;

    FlushInterceptor(DueDateSync dueDates, Modifications modifications, Supplier<List<FlushListener>> listeners) {
        this.dueDates = dueDates;
        this.modifications = modifications;
        this.listeners = listeners;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (INSIDE.get() != null) {
            return next.execute(command);
        }
        INSIDE.set(true);
        try {
            var result = next.execute(command);
            var context = Context.getCommandContext();
            if (context != null && !(command instanceof FailedJobListener)) {
                AttachmentRule.check(command, result);
                context.runWithoutAuthorization(() -> {
                    dueDates.follow(context, command);
                    modifications.tell(context);
                    listeners.get().forEach(FlushListener::beforeFlush);
                    return null;
                });
            }
            return result;
        } catch (RuntimeException thrown) {
            FailedStep.note(Context.getCommandContext(), command);
            throw command instanceof ExecuteJobsCmd
                    ? jobs.told(thrown, FailedStep.take().orElse(null))
                    : thrown;
        } finally {
            INSIDE.remove();
        }
    }
}
