package dev.baton.camunda;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Where the outermost command of this thread stood when it failed. It is noted inside the command, which knows, and taken
 * outside its transaction, where somebody is told.
 *
 * @param diagram label, key and version of the process
 * @param label label and id of the step, and who called its process where somebody did
 * @param waiting where the handoff waits again after the rollback: the task that was answered, else the step itself
 * @param execution what waits there; null where nothing does, as after a start
 */
record FailedStep(
        String definition,
        String key,
        String diagram,
        String id,
        String label,
        String waiting,
        @Nullable String execution,
        @Nullable String handoff,
        @Nullable String job,
        boolean answersTask) {

    private static final ThreadLocal<@Nullable FailedStep> NOTED = new ThreadLocal<>();
    private static final String INNER = "#multiInstanceBody";

    /** What was noted since the last call, for whoever tells it. */
    static Optional<FailedStep> take() {
        var noted = NOTED.get();
        NOTED.remove();
        return Optional.ofNullable(noted);
    }

    /** Called inside the command that has just failed; where nothing is known, nothing is noted. */
    static void note(CommandContext context, Command<?> command) {
        var engine = context.getProcessEngineConfiguration();
        var step = MDC.get(engine.getLoggingContextActivityId());
        var definition = MDC.get(engine.getLoggingContextProcessDefinitionId());
        if (step == null || definition == null) {
            return;
        }
        var instance = cached(context, MDC.get(engine.getLoggingContextProcessInstanceId()));
        var answered = command instanceof FormCommands.AnswerCommand answer ? task(context, answer.taskId()) : null;
        NOTED.set(of(
                context,
                definition,
                step,
                answered == null ? step : answered.getTaskDefinitionKey(),
                answered == null ? stored(context, instance) : answered.getExecutionId(),
                instance,
                answered != null));
    }

    /** The same for the form of a task, which is put together while no step runs. */
    static void note(DelegateTask task) {
        NOTED.set(of(
                Context.getCommandContext(),
                task.getProcessDefinitionId(),
                task.getTaskDefinitionKey(),
                task.getTaskDefinitionKey(),
                task.getExecutionId(),
                null,
                true));
    }

    private static FailedStep of(
            CommandContext context,
            String definition,
            String step,
            String waiting,
            @Nullable String execution,
            @Nullable ExecutionEntity instance,
            boolean answersTask) {
        var process = process(context, definition);
        var id = step.replace(INNER, "");
        var job = context.getCurrentJob();
        return new FailedStep(
                definition,
                process.getKey(),
                diagram(process),
                id,
                step(process, id) + calledBy(context, instance),
                waiting,
                execution,
                instance == null ? null : instance.getBusinessKey(),
                job == null ? null : job.getId(),
                answersTask);
    }

    private static ProcessDefinitionEntity process(CommandContext context, String definition) {
        return context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(definition);
    }

    private static String diagram(ProcessDefinitionEntity process) {
        return "%s (%s, version %d)".formatted(quoted(process.getName()), process.getKey(), process.getVersion());
    }

    private static String step(ProcessDefinitionEntity process, String id) {
        return "%s (%s)".formatted(quoted(label(process, id)), id);
    }

    /** Where a process was called that fails: the fault may lie there. */
    private static String calledBy(CommandContext context, @Nullable ExecutionEntity instance) {
        var call = instance == null ? null : cached(context, instance.getSuperExecutionId());
        if (call == null || call.getActivityId() == null) {
            return "";
        }
        var caller = process(context, call.getProcessDefinitionId());
        return ", called by %s at %s".formatted(diagram(caller), step(caller, call.getActivityId()));
    }

    private static @Nullable String label(ProcessDefinitionEntity process, String id) {
        var activity = process.findActivity(id);
        return activity == null ? null : (String) activity.getProperty("name");
    }

    private static String quoted(@Nullable String label) {
        return label == null || label.isBlank()
                ? "without a label"
                : "\"%s\"".formatted(label.replaceAll("\\s+", " ").strip());
    }

    /** Only what the command has read already: after a failure the database may take no more questions. */
    private static @Nullable ExecutionEntity cached(CommandContext context, @Nullable String id) {
        return id == null ? null : context.getDbEntityManager().getCachedEntity(ExecutionEntity.class, id);
    }

    private static @Nullable TaskEntity task(CommandContext context, @Nullable String id) {
        return id == null ? null : context.getDbEntityManager().getCachedEntity(TaskEntity.class, id);
    }

    /** What began in this very command is gone after the rollback. */
    private static @Nullable String stored(CommandContext context, @Nullable ExecutionEntity instance) {
        return instance == null
                        || context.getDbEntityManager().getDbEntityCache().isTransient(instance)
                ? null
                : instance.getId();
    }
}
