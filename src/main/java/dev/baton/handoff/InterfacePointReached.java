package dev.baton.handoff;

import dev.baton.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

/**
 * Work meets somebody outside at a point that was named before: a transfer begins.
 *
 * @param name label of the node in the diagram
 * @param interfaceContract key of the contract that is transferred
 * @param handedOver named deliverables, in the words of who named the point
 */
public record InterfacePointReached(
        @Nullable String name,
        @Nullable String interfaceContract,
        @Nullable String handedOver) implements JournalEvent {}
