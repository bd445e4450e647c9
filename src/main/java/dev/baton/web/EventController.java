package dev.baton.web;

import dev.baton.journal.EventFeed;
import dev.baton.journal.EventType;
import dev.baton.journal.Handoff;
import dev.baton.process.Similarity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/events", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Handoffs")
class EventController {

    private static final int MOST = 200;

    private final EventFeed feed;
    private final Models models;
    private final Access access;

    EventController(EventFeed feed, Models models, Access access) {
        this.feed = feed;
        this.models = models;
        this.access = access;
    }

    @GetMapping
    @Operation(
            operationId = "listEvents",
            summary = "What happened to all handoffs, in one order that misses nothing",
            description =
                    "Come back with after = next, for as long as you like: every event that you may see comes once, also"
                            + " where transactions overlap. Nothing new: items is empty. Partners read of the handoffs that concern"
                            + " them when they ask.")
    EventPage events(
            @Parameter(description = "next of the answer before; left out: from the beginning")
                    @RequestParam(required = false)
                    @Nullable
                    String after,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit,
            @Parameter(description = "Of this handoff only") @RequestParam(required = false) @Nullable String handoff,
            @Parameter(description = "Of these kinds only, with commas between them", example = "decided,ended")
                    @RequestParam(required = false)
                    @Nullable
                    String kind,
            @Parameter(description = "Of handoffs of this model only: a key of GET /api/models")
                    @RequestParam(required = false)
                    @Nullable
                    String model) {
        if (limit < 1 || limit > MOST) {
            throw Refused.field("limit", "One answer holds 1 to %d events, not %d.".formatted(MOST, limit));
        }
        var wanted = new EventFeed.Wanted(
                given(handoff).map(access::visible).map(Handoff::id).orElse(null),
                given(kind).map(EventController::kinds).orElse(null),
                given(model).map(models::known).orElse(null),
                access.reach().orElse(null));
        var part = feed.after(given(after).map(EventController::position).orElse(0L), wanted, limit);
        return new EventPage(part.events().stream().map(EventView::of).toList(), Long.toString(part.next()));
    }

    private static long position(String after) {
        if (!after.matches("\\d{1,18}")) {
            throw Refused.field(
                    "after", "\"%s\" is no place in the feed: send the next of an answer before.".formatted(after));
        }
        return Long.parseLong(after);
    }

    private static Set<String> kinds(String text) {
        var kinds = new LinkedHashSet<>(List.of(text.strip().split("\\s*,\\s*", -1)));
        var known = EventType.names();
        for (var kind : kinds) {
            if (!known.contains(kind)) {
                throw Refused.field(
                        "kind",
                        "There are no events of the kind \"%s\"%s".formatted(kind, Similarity.remedy(kind, known)));
            }
        }
        return kinds;
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(given -> !given.isBlank());
    }
}
