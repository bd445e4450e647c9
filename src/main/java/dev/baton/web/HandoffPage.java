package dev.baton.web;

import dev.baton.journal.Handoff;
import dev.baton.journal.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;

/** One page of handoffs. */
record HandoffPage(
        List<HandoffSummary> items,
        @Schema(description = "Counted from 0") int page,
        int size,
        @Schema(description = "Of all pages together") long total) {

    static HandoffPage of(Page<Handoff> page, Set<String> suspended) {
        return new HandoffPage(
                page.items().stream()
                        .map(handoff -> HandoffSummary.of(handoff, handoff.open() && suspended.contains(handoff.id())))
                        .toList(),
                page.page(),
                page.size(),
                page.total());
    }
}
