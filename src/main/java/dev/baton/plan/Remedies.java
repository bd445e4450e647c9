package dev.baton.plan;

import dev.baton.plan.Plan.Remedy;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What helps a launch that is not feasible; each is planned again, so that it says what it brings.
 *
 * @param critical the stages that decide, the costliest first
 */
record Remedies(BackwardPlan plan, LocalDate launch, List<Stage> critical) {

    /** Another day, less of the costliest stage, and what helps most of the rest. */
    List<Remedy> three() {
        var earliest = plan.earliestLaunch();
        var missing = Math.max(1, plan.days().between(launch, earliest));
        return List.of(
                new Remedy("Launch on %s, the first day on which everything is done.".formatted(earliest), earliest),
                less(missing),
                others().min(Comparator.comparing(Remedy::launch)).orElseThrow());
    }

    private Remedy less(int missing) {
        var costliest =
                critical.stream().filter(stage -> stage.work() > 1).findFirst().orElse(critical.get(0));
        var left = Math.max(1, costliest.work() - missing);
        var shorter = plan.with(only(costliest, stage -> withWork(stage, left)));
        return new Remedy(
                "Do “%s” in %s instead of %s: ask for less, or let more people do it."
                        .formatted(costliest.name(), inWords(left), inWords(costliest.work())),
                shorter.earliestLaunch());
    }

    private Stream<Remedy> others() {
        var reviewed = critical.stream()
                .filter(stage -> stage.reviewCycles() > 1)
                .max(Comparator.comparingInt(Stage::daysPerReview))
                .map(stage -> remedy(
                        "Go without one of the %d rounds of review in “%s”."
                                .formatted(stage.reviewCycles(), stage.name()),
                        plan.with(only(stage, Stage::withOneReviewLess))));
        var away = critical.stream()
                .filter(stage -> plan.away().containsKey(stage.role()))
                .findFirst()
                .map(stage -> remedy(
                        "Let somebody do “%s” who is not away in that time.".formatted(stage.name()),
                        plan.withoutAbsences(stage.role())));
        var buffers = remedy("Go without the buffers: then nothing may go wrong.", plan.with(Stage::withoutBuffer));
        return Stream.of(away, reviewed, Optional.of(buffers)).flatMap(Optional::stream);
    }

    private Remedy remedy(String what, BackwardPlan then) {
        return new Remedy(what, then.earliestLaunch());
    }

    private static UnaryOperator<Stage> only(Stage changed, UnaryOperator<Stage> change) {
        return stage -> stage.key().equals(changed.key()) ? change.apply(stage) : stage;
    }

    private static Stage withWork(Stage stage, int work) {
        return new Stage(
                stage.key(),
                stage.name(),
                stage.role(),
                stage.after(),
                work,
                stage.reviewCycles(),
                stage.daysPerReview(),
                stage.approval(),
                stage.buffer());
    }

    private static String inWords(int days) {
        return days == 1 ? "1 day" : "%d days".formatted(days);
    }
}
