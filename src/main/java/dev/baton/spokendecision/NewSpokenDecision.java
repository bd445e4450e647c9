package dev.baton.spokendecision;

import org.jspecify.annotations.Nullable;

/**
 * What somebody enters of a conversation.
 *
 * @param wording what was decided
 * @param spokenWith user id of the other side, who has to confirm it
 * @param spokenOn ISO date, where the team works
 * @param about a package, or a field of one by its key or label
 */
public record NewSpokenDecision(
        @Nullable String wording,
        @Nullable String spokenWith,
        @Nullable String spokenOn,
        @Nullable String about) {}
