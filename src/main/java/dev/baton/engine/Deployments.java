package dev.baton.engine;

/** What is deployed: diagrams, tables and forms. */
public final class Deployments extends Changes {}
