package dev.baton.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.beans.factory.ObjectProvider;

/** Serves forms as people are to see them; what is deployed stays as it is. */
final class ServedForms extends AbstractProcessEnginePlugin {

    private final ObjectProvider<ServedForm> views;

    ServedForms(ObjectProvider<ServedForm> views) {
        this.views = views;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFormService(new Rewriting());
    }

    private final class Rewriting extends FormServiceImpl {

        @Override
        public InputStream getDeployedTaskForm(String taskId) {
            var form = super.getDeployedTaskForm(taskId);
            Command<String> definition =
                    context -> context.getTaskManager().findTaskById(taskId).getProcessDefinitionId();
            return served(form, commandExecutor.execute(definition));
        }

        @Override
        public InputStream getDeployedStartForm(String processDefinitionId) {
            return served(super.getDeployedStartForm(processDefinitionId), processDefinitionId);
        }

        private InputStream served(InputStream deployed, String definition) {
            try (deployed) {
                var form = new String(deployed.readAllBytes(), StandardCharsets.UTF_8);
                return new ByteArrayInputStream(
                        views.getObject().of(form, definition).getBytes(StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
