package dev.baton.camunda;

/** Hears, in the transaction that does it, that somebody's account is deleted, or loses a group. */
@FunctionalInterface
public interface PersonDeletion {

    void deleted(String person);

    /** Somebody does not belong to the group any more, and still has an account. */
    default void leftGroup(String person, String group) {}
}
