package dev.baton.camunda;

/** Who there is, with which password and in which groups. */
public final class PeopleChanges extends Changes {}
