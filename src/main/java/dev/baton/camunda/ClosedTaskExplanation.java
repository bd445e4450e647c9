package dev.baton.camunda;

import java.util.Optional;

/** Knows where a task went that somebody tries to work on after it has moved on. */
@FunctionalInterface
public interface ClosedTaskExplanation {

    /**
     * Called after the rollback, outside any transaction, with the person still authenticated; decides itself what
     * that person may know.
     *
     * @return one sentence that says who holds the work now, or nothing when it is not known
     */
    Optional<String> sentence(String taskId);
}
