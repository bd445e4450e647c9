package dev.baton.camunda;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Hears, in the transaction that did it, what moved under a running process from outside its diagram. */
public interface MovedDeadlines {

    /** The task is due at another moment, and so is its timer. */
    void moved(DelegateTask task, Date from, Date to);

    /** A process instance runs on another deployed version now. */
    void migrated(String instance, String definition);
}
