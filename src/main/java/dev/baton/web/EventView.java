package dev.baton.web;

import dev.baton.journal.Event;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a handoff. */
record EventView(
        @Schema(description = "Unique among the events of all handoffs", example = "4711")
        long id,

        @Schema(description = "The business key", example = "year-end-drive-2027")
        String handoff,

        @Schema(description = "UTC") Instant at,

        @Schema(example = "gate-judged") String kind,

        @Schema(description = "Where in the diagram", example = "gate_text") @Nullable
        String node,

        @Schema(description = "User id; engine: nobody at the door", example = "maria") @Nullable
        String who,

        @Schema(description = "What belongs to this kind of event; times in seconds")
        Map<String, Object> detail) {

    static EventView of(Event event) {
        return new EventView(
                event.id(), event.handoff(), event.at(), event.kind(), event.node(), event.who(), event.detail());
    }
}
