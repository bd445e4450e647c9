package dev.baton.camunda;

import org.jspecify.annotations.Nullable;

/**
 * What somebody did to a running process from outside its diagram, as the engine's operation log calls it.
 *
 * @param operation as in `SetJobRetries`
 * @param node id of the diagram element that it was done to
 */
public record EngineOperation(
        String operation,
        String handoff,
        String instance,
        String definition,
        @Nullable String node,
        @Nullable String property,
        @Nullable String from,
        @Nullable String to) {}
