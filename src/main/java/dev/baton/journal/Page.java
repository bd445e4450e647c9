package dev.baton.journal;

import java.util.List;

/** One page of what was found; pages count from 0, {@code total} counts all of them. */
public record Page<T>(List<T> items, int page, int size, long total) {

    public Page {
        items = List.copyOf(items);
    }
}
