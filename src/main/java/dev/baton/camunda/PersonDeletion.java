package dev.baton.camunda;

/** Hears, in the transaction that does it, that somebody's account is deleted. */
@FunctionalInterface
public interface PersonDeletion {

    void deleted(String person);
}
