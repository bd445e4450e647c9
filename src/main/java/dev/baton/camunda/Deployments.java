package dev.baton.camunda;

/** What is deployed: diagrams, tables and forms. */
public final class Deployments extends Changes {}
