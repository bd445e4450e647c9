package dev.baton.web;

import io.swagger.v3.oas.annotations.media.Schema;

/** Where to go on from a handoff. */
record Links(
        @Schema(example = "/api/handoffs/year-end-drive-2027")
        String self,

        String packages,
        String journal,
        String decisions,
        String cancel) {

    static Links of(String handoff) {
        var self = handoff(handoff);
        return new Links(self, self + "/packages", self + "/journal", self + "/decisions", self + "/cancel");
    }

    /** Business keys need no encoding in a path. */
    static String handoff(String id) {
        return "/api/handoffs/" + id;
    }
}
