package dev.baton.camunda;

/** Hears, in the transaction that did it, what operations do to running processes. */
public interface EngineOperations {

    void done(EngineOperation operation);

    /** Told once the command has done its work, whichever call and whichever batch it came from. */
    void modified(Modification modification);
}
