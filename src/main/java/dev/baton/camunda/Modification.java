package dev.baton.camunda;

import java.util.List;

/**
 * Somebody entered or left nodes of a running process in another way than its diagram draws.
 *
 * @param starting whether the process began with it
 * @param entered ids of the nodes that were entered, in their order
 */
public record Modification(
        String handoff, String instance, String definition, boolean starting, List<String> entered) {}
