package dev.baton.deployment;

/** Looks through what is being deployed, which may refer to what runs already. */
@FunctionalInterface
interface Rule {

    void check(Definitions definitions, Violations found);
}
