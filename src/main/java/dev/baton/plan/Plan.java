package dev.baton.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stages between today and a launch.
 *
 * @param stages in an order in which they can be done
 * @param earliestLaunch the first day on which everything can be done, buffers included
 * @param costliest the key of the critical stage that takes most working days; only where the launch is not feasible
 * @param remedies three; none where the launch is feasible
 */
record Plan(
        LocalDate launch,
        boolean feasible,
        LocalDate earliestLaunch,
        List<PlannedStage> stages,
        @Nullable String costliest,
        List<Remedy> remedies) {

    /** The same, with stages that are not done after all. */
    Plan open(Set<String> late) {
        var open = stages.stream()
                .map(one -> late.contains(one.stage().key()) ? one.open() : one)
                .toList();
        return new Plan(launch, feasible, earliestLaunch, open, costliest, remedies);
    }

    /**
     * A stage with its days, all in the team's time zone.
     *
     * @param earliestStart the first day on which it can begin
     * @param earliestDue the first day on which its work can be done
     * @param start the last day on which it has to begin
     * @param due the last day of its work; reviews and approvals follow
     * @param neededBy the day on which the next person needs it: by then it is reviewed, and its buffer is over
     * @param slack working days between the earliest and the last start; negative where the launch is not feasible
     * @param done the day on which its work was done; none while it is to be done
     */
    record PlannedStage(
            Stage stage,
            LocalDate earliestStart,
            LocalDate earliestDue,
            LocalDate start,
            LocalDate due,
            LocalDate neededBy,
            int slack,
            @Nullable LocalDate done) {

        private PlannedStage open() {
            return new PlannedStage(stage, earliestStart, earliestDue, start, due, neededBy, slack, null);
        }

        /** By when its tasks are asked for: as late as the launch leaves, and where it is too soon, as early as can be. */
        LocalDate asked() {
            return earliestDue.isAfter(due) ? earliestDue : due;
        }
    }

    /**
     * What would help.
     *
     * @param what in a sentence
     * @param launch the first day of launch then
     */
    record Remedy(String what, LocalDate launch) {}
}
