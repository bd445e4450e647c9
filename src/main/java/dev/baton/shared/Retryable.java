package dev.baton.shared;

/** Marks an exception that means "somebody else was faster": the same command, run again, may succeed. */
public interface Retryable {}
