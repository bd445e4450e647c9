package dev.baton.handoff;

import dev.baton.journal.EarlyEnd;
import org.jspecify.annotations.Nullable;

/**
 * A handoff is stopped.
 *
 * @param name label of the node in the diagram
 * @param reason words of who stopped it
 * @param contract key of the contract that is transferred
 */
public record Cancelled(
        @Nullable String name,
        @Nullable String reason,
        @Nullable String contract) implements EarlyEnd {}
