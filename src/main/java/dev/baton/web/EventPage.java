package dev.baton.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Some events of the feed. */
record EventPage(
        @Schema(description = "The earliest first") List<EventView> items,

        @Schema(description = "Send it as after to get what follows", example = "4711")
        String next) {}
