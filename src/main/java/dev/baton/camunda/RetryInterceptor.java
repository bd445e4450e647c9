package dev.baton.camunda;

import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveGroupCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTenantCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a command again when somebody else was faster, up to three times, and then says so in a sentence. It sits
 * outside the command's transaction: a command inside another one, or inside a caller's Spring transaction, is never
 * repeated here, because only the outermost can be rolled back as a whole.
 */
final class RetryInterceptor extends CommandInterceptor {

    private static final int TRIES = 4;

    /** They carry a version, a stream or a count of their own: run twice they would write what nobody asked for. */
    private static final Set<Class<?>> ONCE = Set.of(
            SaveTaskCmd.class,
            SaveUserCmd.class,
            SaveGroupCmd.class,
            SaveTenantCmd.class,
            SaveFilterCmd.class,
            SaveAuthorizationCmd.class,
            SaveAttachmentCmd.class,
            CreateAttachmentCmd.class,
            DeployCmd.class,
            ExecuteJobsCmd.class,
            AcquireJobsCmd.class);

    private final ErrorTranslator errors;
    private final FaultReports faults;

    RetryInterceptor(Supplier<@Nullable ClosedTaskExplanation> lateTask, FaultReports faults) {
        this.errors = new ErrorTranslator(lateTask);
        this.faults = faults;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        try {
            return ConflictRetry.run(mayRepeat(command) ? TRIES : 1, () -> next.execute(command));
        } catch (RuntimeException thrown) {
            throw faults.ofPerson(errors.inWords(thrown), FailedStep.take().orElse(null));
        } finally {
            FailedStep.take();
        }
    }

    private static boolean mayRepeat(Command<?> command) {
        return Context.getJobExecutorContext() == null
                && !TransactionSynchronizationManager.isActualTransactionActive()
                && !ONCE.contains(command.getClass());
    }
}
