package dev.baton.camunda;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What Baton does at the nodes of every diagram beyond what is drawn. An exception undoes the whole step. */
public interface DiagramHooks {

    /** A process instance, called or not, begins; its start variables are set. */
    void started(DelegateExecution instance);

    /** A process instance is over, in whatever way. */
    void ended(DelegateExecution instance);

    /** A task, an event, a call activity or a sub-process is entered. */
    void entered(DelegateExecution node);

    /** A user task was completed by somebody, not cancelled by a timer or a message. */
    void completed(DelegateExecution task);

    void taskCreated(DelegateTask task);

    void taskAssigned(DelegateTask task);
}
