package dev.baton.plan;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan. */
@Schema(name = "Plan")
public record PlanView(
        LocalDate launchDate,
        boolean feasible,

        @Schema(description = "The first day on which everything is done, buffers included")
        LocalDate earliestLaunchDate,

        @Schema(description = "In an order in which they can be done")
        List<StageView> stages,

        @Schema(description = "The stage that takes most time of those that decide; where it is not feasible") @Nullable
        String costliestStage,

        @Schema(description = "Three; none where it is feasible")
        List<RemedyView> remedies) {

    static PlanView of(Plan plan) {
        return new PlanView(
                plan.launch(),
                plan.feasible(),
                plan.earliestLaunch(),
                plan.stages().stream().map(StageView::of).toList(),
                plan.costliest(),
                plan.remedies().stream()
                        .map(remedy -> new RemedyView(remedy.what(), remedy.launch()))
                        .toList());
    }

    /** A stage with its days. */
    @Schema(name = "PlannedStage")
    public record StageView(
            @Schema(example = "handover") String stage,
            @Schema(example = "Make the draft") String name,

            @Schema(description = "Who does it", example = "creative")
            String role,

            @Schema(description = "The stages that have to be done before")
            List<String> after,

            @Schema(description = "The first day on which it can begin")
            LocalDate earliestStart,

            @Schema(description = "The first day on which its work can be done")
            LocalDate earliestDue,

            @Schema(description = "The last day on which it has to begin")
            LocalDate start,

            @Schema(description = "The last day of its work; reviews, approvals and the buffer follow")
            LocalDate due,

            @Schema(description = "The day on which the next person needs it")
            LocalDate neededBy,

            @Schema(
                    description = "Working days between the earliest and the last start; below zero it is too late",
                    example = "4")
            int slackDays,

            @Schema(description = "The day on which its work was done; only of a running handoff") @Nullable
            LocalDate done) {

        static StageView of(Plan.PlannedStage planned) {
            var stage = planned.stage();
            return new StageView(
                    stage.key(),
                    stage.name(),
                    stage.role(),
                    stage.after().stream().sorted().toList(),
                    planned.earliestStart(),
                    planned.earliestDue(),
                    planned.start(),
                    planned.due(),
                    planned.neededBy(),
                    planned.slack(),
                    planned.done());
        }
    }

    /** What would help. */
    @Schema(name = "PlanRemedy")
    public record RemedyView(
            @Schema(example = "Go without the buffers: then nothing may go wrong.")
            String what,

            @Schema(description = "The first day of launch then")
            LocalDate launchDate) {}
}
