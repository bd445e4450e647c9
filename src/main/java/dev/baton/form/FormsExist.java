package dev.baton.form;

import dev.baton.camunda.DeployedForms;
import dev.baton.process.Node;
import dev.baton.process.NodeListener;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A task whose form nobody has deployed is not opened: whoever gets it could never finish it. */
@Component
@Order(NodeListener.CHECK)
class FormsExist implements NodeListener {

    private final DeployedForms forms;

    FormsExist(DeployedForms forms) {
        this.forms = forms;
    }

    @Override
    public void taskCreated(DelegateTask task, Node node) {
        node.form(task.getExecution()).ifPresent(form -> {
            if (forms.latest(form).isEmpty()) {
                throw new IllegalStateException("No form is deployed under the id \"%s\".".formatted(form));
            }
        });
    }
}
