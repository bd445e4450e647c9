package dev.baton.journal;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which handoffs to find; what is null does not matter.
 *
 * @param campaign part of the campaign's name, upper or lower case
 * @param person who started it or is in its team
 * @param open true: still running, false: over
 * @param within what the asking person may see at all; none: everything
 * @param suspended the ids of those that are suspended, whatever their rows say
 */
public record Filter(
        @Nullable Status status,
        @Nullable String model,
        @Nullable String campaign,
        @Nullable String person,
        @Nullable Boolean open,
        @Nullable PersonScope within,
        Set<String> suspended) {

    public Filter {
        suspended = Set.copyOf(suspended);
    }

    public Filter(
            @Nullable Status status,
            @Nullable String model,
            @Nullable String campaign,
            @Nullable String person,
            @Nullable Boolean open,
            @Nullable PersonScope within) {
        this(status, model, campaign, person, open, within, Set.of());
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
