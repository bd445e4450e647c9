package dev.baton.figures;

/**
 * One side that runs.
 *
 * @param name what it is called in the report
 * @param pid of its process
 * @param database where its data lie
 */
record Contestant(String name, long pid, String database, Client client, Side side) {}
