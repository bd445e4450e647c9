package dev.baton.camunda;

import dev.baton.shared.Refusal;

/** Sees every write of a process variable before it is stored; throws a {@link Refusal} to prevent it. */
@FunctionalInterface
public interface VariableGuard {
    void onWrite(VariableWrite write);

    /** Whether people may want to read later what this variable was; what only Baton reads leaves no history. */
    default boolean isWorthHistory(String variable) {
        return true;
    }
}
