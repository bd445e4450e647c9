package dev.baton.camunda;

import java.util.ArrayList;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.handler.DefaultStartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DelegateStartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DelegateTaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Takes form keys and generated form fields away from every diagram that is loaded, however it was deployed: the web apps
 * would run what stands in them as whoever opens the task. The rule no-page-forms refuses new ones.
 */
final class PageFormsPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var listeners = engine.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<BpmnParseListener>()
                : new ArrayList<>(engine.getCustomPostBPMNParseListeners());
        listeners.add(new Listener());
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private static final class Listener extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            process.setHasStartFormKey(false);
            if (process.getStartFormDefinition() != null) {
                process.getStartFormDefinition().setFormKey(null);
            }
            process.setStartFormHandler(
                    new DelegateStartFormHandler(new DefaultStartFormHandler(), deployment(process)));
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            task.setFormKey(null);
            task.setTaskFormHandler(
                    new DelegateTaskFormHandler(new DefaultTaskFormHandler(), deployment((ProcessDefinitionEntity)
                            activity.getProcessDefinition())));
        }

        private static DeploymentEntity deployment(ProcessDefinitionEntity process) {
            var deployment = new DeploymentEntity();
            deployment.setId(process.getDeploymentId());
            return deployment;
        }
    }
}
