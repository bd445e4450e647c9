package dev.baton.plan;

import dev.baton.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

/**
 * The accountable person keeps a launch that is too soon by the plan, knowing it.
 *
 * @param name label of the node in the diagram
 * @param launchDate year-month-day
 */
public record LaunchDateConfirmed(
        @Nullable String name, @Nullable String launchDate) implements JournalEvent {}
