package dev.baton.web;

import dev.baton.handoff.OpenTask;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task that the asking person holds or may take. Moments are UTC. */
record TaskView(
        @Schema(description = "For the engine's own REST, which completes it")
        String id,

        @Schema(example = "Review the brief: Year-end giving drive")
        String name,

        @Schema(description = "Its id in the diagram", example = "review_text")
        String node,

        @Schema(example = "year-end-drive-2027") String handoff,
        @Schema(example = "Year-end giving drive") String campaign,

        @Schema(description = "Absent while a whole group may take it") @Nullable
        String assignee,

        @Schema(description = "The roles that may take it", example = "manager")
        List<String> groups,

        Instant since,

        @Schema(description = "When the answer must be there") @Nullable
        Instant deadline,

        @Schema(description = "Higher is more urgent; 50 is normal")
        int priority,

        @Schema(description = "What the latest gate of the handoff missed")
        int gaps,

        @Schema(description = "Operations have suspended the handoff: the task takes no answer until it goes on")
        boolean suspended,

        @Schema(description = "Where the handoff stands", example = "/api/handoffs/year-end-drive-2027")
        String link) {

    static TaskView of(OpenTask task, String campaign, int gaps) {
        return new TaskView(
                task.id(),
                task.name(),
                task.node(),
                task.handoff(),
                campaign,
                task.assignee(),
                task.groups(),
                task.since(),
                task.due(),
                task.priority(),
                gaps,
                task.suspended(),
                Links.handoff(task.handoff()));
    }
}
