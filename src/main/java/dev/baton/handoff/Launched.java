package dev.baton.handoff;

import dev.baton.journal.JournalEvent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The campaign is launched.
 *
 * @param name label of the node in the diagram
 * @param reason words of who launched it
 * @param contract key of the contract that is transferred
 * @param launchDate launch date that was agreed, where the team works
 * @param launchedOn day it really went live, where the team works
 */
public record Launched(
        @Nullable String name,
        @Nullable String reason,
        @Nullable String contract,
        @Nullable LocalDate launchDate,
        @Nullable LocalDate launchedOn)
        implements JournalEvent {}
