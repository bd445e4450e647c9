package dev.baton.web;

import dev.baton.handoff.OpenTask;
import dev.baton.journal.Handoff;
import dev.baton.packages.GateJudged;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task that the asking person holds or may take. Moments are UTC. */
record TaskView(
        @Schema(description = "For GET and POST /api/tasks/{id}, and for the engine's own REST")
        String id,

        @Schema(example = "Review the brief: Year-end giving drive")
        String name,

        @Schema(description = "Its id in the diagram", example = "review_text") @Nullable
        String node,

        @Schema(
                description = "Absent where no handoff asks, but a process of somebody's own",
                example = "year-end-drive-2027")
        @Nullable
        String handoff,

        @Schema(example = "Year-end giving drive") @Nullable String campaign,

        @Schema(description = "Absent while a whole group may take it") @Nullable
        String assignee,

        @Schema(description = "The roles that may take it", example = "manager")
        List<String> groups,

        Instant since,

        @Schema(description = "When the answer must be there") @Nullable
        Instant due,

        @Schema(description = "Higher is more urgent; 50 is normal")
        int priority,

        @Schema(description = "How much the latest gate of the handoff missed; absent before the first") @Nullable
        Integer gaps,

        @Schema(description = "Operations have suspended the handoff: the task takes no answer until it goes on")
        boolean suspended,

        @Schema(description = "Where the handoff stands", example = "/api/handoffs/year-end-drive-2027") @Nullable
        String link) {

    static TaskView of(OpenTask task, @Nullable Handoff handoff, @Nullable GateJudged verdict) {
        return new TaskView(
                task.id(),
                task.name(),
                task.node().isEmpty() ? null : task.node(),
                handoff == null ? null : handoff.id(),
                handoff == null ? null : handoff.campaign(),
                task.assignee(),
                task.groups(),
                task.since(),
                task.due(),
                task.priority(),
                verdict == null ? null : verdict.gaps().size(),
                task.suspended(),
                handoff == null ? null : Links.handoff(handoff.id()));
    }
}
