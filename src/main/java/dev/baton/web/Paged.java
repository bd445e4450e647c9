package dev.baton.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** One page of a list. */
record Paged<T>(
        List<T> items,
        @Schema(description = "Counted from 0") int page,

        @Schema(description = "How many a page holds at most")
        int size,

        @Schema(description = "Of all pages together") long total) {

    private static final int MAX_SIZE = 200;

    Paged {
        items = List.copyOf(items);
    }

    /** Cuts a page out of a list that is there as a whole. */
    static <T> Paged<T> of(List<T> all, int page, int size) {
        check(page, size);
        var from = (int) Math.min(first(page, size), all.size());
        return new Paged<>(all.subList(from, Math.min(all.size(), from + size)), page, size, all.size());
    }

    static long first(int page, int size) {
        return (long) page * size;
    }

    static void check(int page, int size) {
        if (page < 0) {
            throw Refused.field("page", "Pages count from 0; page %d does not exist.".formatted(page));
        }
        if (size < 1 || size > MAX_SIZE) {
            throw Refused.field("size", "A page holds 1 to %d, not %d.".formatted(MAX_SIZE, size));
        }
    }
}
