package dev.baton.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Tells whether something happens inside an escalation. */
@Component
class Escalations {

    private final Diagrams diagrams;

    Escalations(Diagrams diagrams) {
        this.diagrams = diagrams;
    }

    boolean include(DelegateTask task) {
        return include(task.getProcessDefinitionId());
    }

    boolean include(DelegateExecution execution) {
        return include(execution.getProcessDefinitionId());
    }

    /** The process instance that somebody is asked in, also where an escalation of it asks in its turn. */
    DelegateExecution origin(DelegateExecution execution) {
        return include(execution)
                ? execution.getProcessInstance().getSuperExecution().getProcessInstance()
                : execution.getProcessInstance();
    }

    private boolean include(String definition) {
        return diagrams.escalatesReviews(definition);
    }
}
