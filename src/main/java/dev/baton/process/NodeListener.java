package dev.baton.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * What a feature does at the nodes of the diagrams that work for handoffs. Listeners are called in the order of the phase
 * that their {@code @Order} names; an exception undoes the whole step.
 */
public interface NodeListener {

    /** Refuses what must not happen, and says first what the others go by. */
    int CHECK = 100;

    /** Keeps what was brought. */
    int KEEP = 200;

    /** Decides who does the work. */
    int ASSIGN = 300;

    /** Records what happened. */
    int RECORD = 400;

    /** A process instance, called or not, begins; its start variables are set. */
    default void started(DelegateExecution instance) {}

    /** A task, an event, a call activity or a sub-process is entered. */
    default void entered(DelegateExecution execution, Node node) {}

    default void taskCreated(DelegateTask task, Node node) {}

    default void taskAssigned(DelegateTask task, Node node) {}

    /** A user task was completed by somebody, not cancelled by a timer or a message. */
    default void completed(DelegateExecution task, Node node) {}

    /** A process instance is over, in whatever way. */
    default void ended(DelegateExecution instance) {}
}
