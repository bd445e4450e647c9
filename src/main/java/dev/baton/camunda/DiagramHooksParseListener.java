package dev.baton.camunda;

import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hangs the {@link DiagramHooks} on every diagram as it is parsed. */
@Component
class DiagramHooksParseListener extends AbstractProcessEnginePlugin {

    private final ObjectProvider<DiagramHooks> hooks;

    DiagramHooksParseListener(ObjectProvider<DiagramHooks> hooks) {
        this.hooks = hooks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomPostBPMNParseListeners().add(new Listener());
    }

    private final class Listener extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            on(process, ExecutionListener.EVENTNAME_START, instance -> hooks.ifAvailable(all -> all.started(instance)));
            on(process, ExecutionListener.EVENTNAME_END, instance -> hooks.ifAvailable(all -> all.ended(instance)));
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            entered(activity);
            on(activity, ExecutionListener.EVENTNAME_END, execution -> {
                FaultIncidents.resolve(execution);
                if (!execution.isCanceled()) {
                    hooks.ifAvailable(all -> all.completed(execution));
                }
            });
            var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            on(task, TaskListener.EVENTNAME_CREATE, created -> {
                DueDateSync.align(created);
                // A form that cannot be named would fail each list in which the task stands.
                ((TaskEntity) created).initializeFormKey();
                hooks.ifAvailable(all -> all.taskCreated(created));
            });
            on(task, TaskListener.EVENTNAME_ASSIGNMENT, set -> hooks.ifAvailable(all -> all.taskAssigned(set)));
        }

        @Override
        public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            entered(activity);
        }

        @Override
        public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            entered(activity);
        }

        @Override
        public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            entered(activity);
        }

        @Override
        public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
            entered(activity);
        }

        @Override
        public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
            entered(activity);
        }

        private void entered(ActivityImpl activity) {
            on(activity, ExecutionListener.EVENTNAME_START, node -> hooks.ifAvailable(all -> all.entered(node)));
        }

        private static void on(ScopeImpl scope, String event, Consumer<DelegateExecution> hook) {
            ExecutionListener listener = execution -> asEngine(() -> hook.accept(execution));
            scope.addBuiltInListener(event, listener);
        }

        private static void on(TaskDefinition task, String event, Consumer<DelegateTask> hook) {
            TaskListener listener = delegate -> asEngine(() -> hook.accept(delegate));
            task.addBuiltInTaskListener(event, listener);
        }

        /** What Baton itself reads and writes here does not depend on the rights of the person who triggered it. */
        private static void asEngine(Runnable hook) {
            Context.getCommandContext().runWithoutAuthorization(() -> {
                hook.run();
                return null;
            });
        }
    }
}
