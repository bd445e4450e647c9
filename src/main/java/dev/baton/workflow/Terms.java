package dev.baton.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What one process goes by when nobody says otherwise. */
interface Terms {

    /** The key of the process whose terms these are. */
    String process();

    /** Fills in what was left out when the process starts; what was said wrong is refused. */
    void complete(DelegateExecution instance);
}
