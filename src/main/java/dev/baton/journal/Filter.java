package dev.baton.journal;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which handoffs to find; what is null does not matter.
 *
 * @param campaign part of the campaign's name, upper or lower case
 * @param person who started it or is in its team
 * @param open true: still running, false: over
 * @param updatedSince something happened to it then or later
 * @param accountable user id of who answers for it as a whole
 * @param contract which contract a single transfer fulfils
 * @param among only these ids
 * @param without none of these ids
 * @param within what the asking person may see at all; none: everything
 * @param suspended the ids of those that are suspended, whatever their rows say
 */
public record Filter(
        @Nullable Status status,
        @Nullable String model,
        @Nullable String campaign,
        @Nullable String person,
        @Nullable Boolean open,
        @Nullable Instant updatedSince,
        @Nullable String accountable,
        @Nullable String contract,
        @Nullable Set<String> among,
        Set<String> without,
        @Nullable PersonScope within,
        Set<String> suspended) {

    public Filter {
        among = among == null ? null : Set.copyOf(among);
        without = Set.copyOf(without);
        suspended = Set.copyOf(suspended);
    }

    public Filter(
            @Nullable Status status,
            @Nullable String model,
            @Nullable String campaign,
            @Nullable String person,
            @Nullable Boolean open,
            @Nullable PersonScope within) {
        this(status, model, campaign, person, open, null, null, null, null, Set.of(), within, Set.of());
    }

    public Filter(
            @Nullable Status status,
            @Nullable String model,
            @Nullable String campaign,
            @Nullable String person,
            @Nullable Boolean open) {
        this(status, model, campaign, person, open, null);
    }

    /** Every handoff. */
    public static Filter any() {
        return new Filter(null, null, null, null, null);
    }
}
