package dev.baton.web;

import dev.baton.journal.Handoff;
import dev.baton.journal.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** One page of handoffs. */
record HandoffPage(
        List<HandoffSummary> items,
        @Schema(description = "Counted from 0") int page,
        int size,
        @Schema(description = "Of all pages together") long total) {

    static HandoffPage of(Page<Handoff> page) {
        return new HandoffPage(
                page.items().stream().map(HandoffSummary::of).toList(), page.page(), page.size(), page.total());
    }
}
