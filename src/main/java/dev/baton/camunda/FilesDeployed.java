package dev.baton.camunda;

/** Baton has deployed files of its folder while it runs. */
public record FilesDeployed() {}
