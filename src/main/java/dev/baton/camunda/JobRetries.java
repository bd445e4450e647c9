package dev.baton.camunda;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.MessageAddedNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a job that failed: it waits for its next try, ever longer. Where somebody else was faster it does not
 * wait. {@link JobFailures} has logged it.
 */
final class JobRetries extends AbstractProcessEnginePlugin implements FailedJobCommandFactory {

    private static final Logger LOG = LoggerFactory.getLogger(JobRetries.class);

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobCommandFactory(this);
        ExecuteJobHelper.LOGGING_HANDLER = JobRetries::log;
    }

    /** What is no fault of a step and no conflict; the others are logged where they are known. */
    private static void log(String job, Throwable thrown) {
        if (!(thrown instanceof DiagramFault || thrown instanceof OptimisticLockingException)) {
            LOG.warn("Job {} failed: {}", job, thrown.getMessage(), thrown);
        }
    }

    @Override
    public Command<Object> getCommand(String job, Throwable failure) {
        return failure instanceof OptimisticLockingException
                ? context -> again(context, job)
                : new DefaultJobRetryCmd(job, failure);
    }

    private static Object again(CommandContext context, String id) {
        var job = context.getJobManager().findJobById(id);
        job.unlock();
        context.getTransactionContext()
                .addTransactionListener(
                        TransactionState.COMMITTED,
                        new MessageAddedNotification(
                                context.getProcessEngineConfiguration().getJobExecutor()));
        return job;
    }
}
