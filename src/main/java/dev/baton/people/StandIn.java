package dev.baton.people;

/** The record of both: the person who was asked, and the deputy who acts. */
public record StandIn(String person, String deputy) {}
