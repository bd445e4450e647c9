package dev.baton.camunda;

import dev.baton.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.jspecify.annotations.Nullable;

/** Lets {@link TaskForms} serve forms and take answers, for whoever asks the engine: Tasklist, REST or Java. */
final class FormCommands extends AbstractProcessEnginePlugin {

    private final Supplier<@Nullable TaskForms> forms;

    FormCommands(Supplier<@Nullable TaskForms> forms) {
        this.forms = forms;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFormService(new Forms());
        engine.setTaskService(new Tasks());
    }

    private final class Forms extends FormServiceImpl {

        @Override
        public InputStream getDeployedTaskForm(String taskId) {
            return commandExecutor.execute(context -> noting(context, taskId, () -> {
                var stored = super.getDeployedTaskForm(taskId);
                return serve(context, stored, (forms, text) -> forms.served(task(context, taskId), text));
            }));
        }

        @Override
        public InputStream getDeployedStartForm(String definition) {
            return commandExecutor.execute(context -> {
                var stored = super.getDeployedStartForm(definition);
                return serve(context, stored, (forms, text) -> forms.servedStart(definition, text));
            });
        }

        @Override
        public VariableMap getTaskFormVariables(
                String taskId, @Nullable Collection<String> names, boolean deserialize) {
            return commandExecutor.execute(context -> noting(context, taskId, () -> {
                var variables = new GetTaskFormVariablesCmd(taskId, names, deserialize).execute(context);
                var known = forms.get();
                if (known != null) {
                    asEngine(context, () -> {
                        known.addVariables(task(context, taskId), names, variables);
                        return variables;
                    });
                }
                return variables;
            }));
        }

        @Override
        public void submitTaskForm(String taskId, Map<String, Object> answers) {
            answer(taskId, answers, (id, taken) -> new SubmitTaskFormCmd(id, taken, false, false));
        }

        @Override
        public VariableMap submitTaskFormWithVariablesInReturn(
                String taskId, Map<String, Object> answers, boolean deserialize) {
            return answer(taskId, answers, (id, taken) -> new SubmitTaskFormCmd(id, taken, true, deserialize));
        }

        private VariableMap answer(
                String taskId,
                Map<String, Object> answers,
                BiFunction<String, Map<String, Object>, Command<VariableMap>> submit) {
            return commandExecutor.execute(new AnswerCommand(taskId, answers, submit));
        }

        private InputStream serve(
                CommandContext context, InputStream stored, BiFunction<TaskForms, String, String> served) {
            var known = forms.get();
            return known == null
                    ? stored
                    : asEngine(
                            context,
                            () -> new ByteArrayInputStream(
                                    served.apply(known, text(stored)).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private final class Tasks extends TaskServiceImpl {

        @Override
        public void complete(String taskId) {
            complete(taskId, null);
        }

        @Override
        public void complete(String taskId, @Nullable Map<String, Object> answers) {
            commandExecutor.execute(new AnswerCommand(taskId, answers, CompleteTaskCmd::new));
        }

        @Override
        public VariableMap completeWithVariablesInReturn(
                String taskId, @Nullable Map<String, Object> answers, boolean deserialize) {
            return commandExecutor.execute(new AnswerCommand(
                    taskId, answers, (id, taken) -> new CompleteTaskCmd(id, taken, true, deserialize)));
        }

        @Override
        public void resolveTask(String taskId, @Nullable Map<String, Object> answers) {
            commandExecutor.execute(new AnswerCommand(taskId, answers, ResolveTaskCmd::new, false));
        }
    }

    /** A person's answer to a task, in one transaction with everything that follows from it. */
    final class AnswerCommand implements Command<VariableMap> {

        private final String taskId;
        private final Map<String, Object> answers;
        private final BiFunction<String, Map<String, Object>, Command<VariableMap>> submit;
        private boolean completes;

        AnswerCommand(
                String taskId,
                @Nullable Map<String, Object> answers,
                BiFunction<String, Map<String, Object>, Command<VariableMap>> submit) {
            this(taskId, answers, submit, true);
        }

        /** @param completes false where it hands a task back */
        AnswerCommand(
                String taskId,
                @Nullable Map<String, Object> answers,
                BiFunction<String, Map<String, Object>, Command<VariableMap>> submit,
                boolean completes) {
            this.completes = completes;
            this.taskId = taskId;
            this.answers = typed(answers == null ? Map.of() : answers);
            this.submit = submit;
        }

        boolean completes() {
            return completes;
        }

        String taskId() {
            return taskId;
        }

        /** A task that is gone is left to the engine to refuse. */
        @Override
        public VariableMap execute(CommandContext context) {
            var task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
            if (task == null) {
                return submit.apply(taskId, answers).execute(context);
            }
            for (var checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
                checker.checkTaskWork(task);
            }
            if (task.isSuspended()) {
                throw new Refusal(Refusal.Kind.CONFLICT, ErrorTranslator.SUSPENDED, List.of());
            }
            completes = completes && task.getDelegationState() != DelegationState.PENDING;
            // What is submitted checks the same right once more, and that is the dearest query of an answer.
            return asEngine(context, () -> submit.apply(taskId, taken(task)).execute(context));
        }

        /** What is left of the answer for the process. */
        private Map<String, Object> taken(DelegateTask task) {
            var known = forms.get();
            return known == null ? answers : known.taken(task, answers, completes);
        }
    }

    /** Each answer as what it was sent as: a plain map of variables would read documents before anybody asks for them. */
    private static Map<String, Object> typed(Map<String, Object> answers) {
        var variables = Variables.fromMap(answers);
        var typed = new LinkedHashMap<String, Object>();
        variables.keySet().forEach(name -> typed.put(name, variables.<TypedValue>getValueTyped(name)));
        return typed;
    }

    /** A form that cannot be shown is a fault of the task's diagram. */
    private static <T> T noting(CommandContext context, String taskId, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (NotFoundException | ELException fault) {
            note(context, taskId);
            throw fault;
        } catch (ProcessEngineException fault) {
            if (fault.getCause() instanceof ELException) {
                note(context, taskId);
            }
            throw fault;
        }
    }

    private static void note(CommandContext context, String taskId) {
        var task = task(context, taskId);
        if (task != null && task.getProcessDefinitionId() != null) {
            FailedStep.note(task);
        }
    }

    private static DelegateTask task(CommandContext context, String id) {
        return context.getTaskManager().findTaskById(id);
    }

    private static String text(InputStream stored) {
        try (stored) {
            return new String(stored.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static <T> T asEngine(CommandContext context, Callable<T> work) {
        return context.runWithoutAuthorization(work);
    }
}
