package dev.baton.camunda;

/** Hears, in the transaction that did it, what operations do to running processes. */
@FunctionalInterface
public interface EngineOperations {

    void done(EngineOperation operation);
}
