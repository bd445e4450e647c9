package dev.baton.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.plan.Plan.PlannedStage;
import dev.baton.plan.Plan.Remedy;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan against somebody who lives through every day of it, and examples that people can count on their fingers. */
class BackwardPlanTests {

    private static final WorkingDays WEEKDAYS =
            day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
    private static final int GRAPHS = 100;
    private static final int DAYS_BEFORE = 150;

    @Test
    void aFortnightOfWorkIsPlannedBackwardFromTheLaunch() {
        var write = new Stage("write", "Write the brief", "strategist", Set.of(), 3, 1, 2, 0, 1);
        var make = new Stage("make", "Make it", "creative", Set.of("write"), 4, 0, 0, 0, 0);

        var plan = plan(make, write).to(MONDAY.plusDays(18));

        assertThat(plan.feasible()).isTrue();
        assertThat(plan.earliestLaunch()).isEqualTo("2027-03-13");
        assertThat(plan.stages())
                .containsExactly(
                        new PlannedStage(write, MONDAY, day(3), day(5), day(9), day(15), 4, null),
                        new PlannedStage(make, day(9), day(12), day(15), day(18), day(19), 4, null));
        assertThat(plan.costliest()).isNull();
        assertThat(plan.remedies()).isEmpty();
    }

    @Test
    void whatIsDoneLateOrEarlyMovesTheRest() {
        var write = new Stage("write", "Write the brief", "strategist", Set.of(), 3, 1, 2, 0, 1);
        var make = new Stage("make", "Make it", "creative", Set.of("write"), 4, 0, 0, 0, 0);
        var late = doneOn("write", day(12), write, make);
        var early = doneOn("write", day(1), write, make);

        assertThat(late.to(day(19)).stages().get(1).asked())
                .as("later than the launch leaves")
                .isEqualTo(day(22));
        assertThat(late.to(day(19)).feasible()).isFalse();
        assertThat(late.to(day(19)).costliest())
                .as("what is done costs nothing")
                .isEqualTo("make");
        assertThat(early.to(day(19)).stages().get(1).asked())
                .as("as late as the launch leaves")
                .isEqualTo(day(18));
        assertThat(early.to(day(19)).stages().get(1).earliestStart())
                .as("without the buffer")
                .isEqualTo(day(4));
        assertThat(doneOn("write", day(12), write).to(day(5)).feasible())
                .as("nothing is left")
                .isTrue();
    }

    @Test
    void whereItDoesNotFitTheEarliestDayTheCostliestStageAndThreeRemediesAreNamed() {
        var write = new Stage("write", "Write the brief", "strategist", Set.of(), 3, 2, 2, 0, 1);
        var make = new Stage("make", "Make it", "creative", Set.of("write"), 10, 1, 2, 0, 2);

        var plan = plan(write, make).to(MONDAY.plusDays(21));

        assertThat(plan.feasible()).isFalse();
        assertThat(plan.earliestLaunch()).isEqualTo("2027-03-31");
        assertThat(plan.stages()).extracting(PlannedStage::slack).containsExactly(-7, -7);
        assertThat(plan.costliest()).isEqualTo("make");
        assertThat(plan.remedies())
                .containsExactly(
                        new Remedy("Launch on 2027-03-31, the first day on which everything is done.", day(31)),
                        new Remedy(
                                "Do “Make it” in 3 days instead of 10 days: ask for less, or let more people do it.",
                                day(20)),
                        new Remedy("Go without the buffers: then nothing may go wrong.", day(26)));
    }

    @Test
    void whoeverIsAwayMovesTheirStagesAndAnotherPersonIsARemedy() {
        var make = new Stage("make", "Make it", "creative", Set.of(), 3, 0, 0, 0, 0);
        WorkingDays away = day -> !day.isBefore(MONDAY) && day.isBefore(MONDAY.plusDays(7));
        var plan = BackwardPlan.from(MONDAY, List.of(make), WEEKDAYS, Map.of("creative", away), Map.of())
                .to(day(5));

        assertThat(plan.feasible()).isFalse();
        assertThat(plan.stages().get(0).earliestStart()).isEqualTo(day(8));
        assertThat(plan.remedies())
                .contains(new Remedy("Let somebody do “Make it” who is not away in that time.", day(4)));
    }

    @Test
    void whoIsAwayForEverIsSaid() {
        var make = new Stage("make", "Make it", "creative", Set.of(), 3, 0, 0, 0, 0);
        var plan = BackwardPlan.from(MONDAY, List.of(make), WEEKDAYS, Map.of("creative", day -> true), Map.of());

        assertThatThrownBy(() -> plan.to(day(5)))
                .isInstanceOf(NobodyWorks.class)
                .hasMessage("Nobody works within ten years of 2027-03-01.");
    }

    @Test
    void stagesThatWaitForEachOtherAreRefusedByName() {
        var one = new Stage("one", "One", "creative", Set.of("two"), 1, 0, 0, 0, 0);
        var two = new Stage("two", "Two", "creative", Set.of("one"), 1, 0, 0, 0, 0);

        assertThatThrownBy(() -> plan(one, two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("one that is not there: one, two.");
    }

    static IntStream seeds() {
        return IntStream.range(0, GRAPHS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyDayOfAPlanIsTheOneThatLivingThroughItGives(int seed) {
        var random = new Random(seed);
        var stages = stages(random);
        var absences = absences(random);
        var shuffled = new ArrayList<>(stages);
        Collections.shuffle(shuffled, random);
        var launch = MONDAY.plusDays(random.nextInt(60));

        var plan = BackwardPlan.from(MONDAY, shuffled, WEEKDAYS, absences, Map.of())
                .to(launch);

        var life = new Life(stages, absences);
        var soonest = life.from(MONDAY, Map.of());
        assertThat(plan.earliestLaunch()).isEqualTo(soonest.launch());
        assertThat(plan.feasible()).isEqualTo(!soonest.launch().isAfter(launch));
        assertThat(plan.stages()).hasSameSizeAs(stages).allSatisfy(planned -> {
            var key = planned.stage().key();
            var latest = life.latestStart(key, launch);
            assertThat(planned.earliestStart()).isEqualTo(soonest.starts().get(key));
            assertThat(planned.start()).isEqualTo(latest.starts().get(key));
            assertThat(planned.due()).isEqualTo(latest.worked().get(key));
            assertThat(planned.neededBy())
                    .isEqualTo(stages.stream()
                            .filter(other -> other.after().contains(key))
                            .map(other -> Objects.requireNonNull(life.latestStart(other.key(), launch)
                                    .starts()
                                    .get(other.key())))
                            .min(LocalDate::compareTo)
                            .orElse(launch));
        });
        assertThat(plan.stages().stream().allMatch(stage -> stage.slack() >= 0)).isEqualTo(plan.feasible());
        assertThat(plan.remedies()).hasSize(plan.feasible() ? 0 : 3);
        assertThat(plan.remedies())
                .allSatisfy(remedy -> assertThat(remedy.launch()).isBeforeOrEqualTo(plan.earliestLaunch()));
    }

    /** Somebody who gets up every day and does what can be done. */
    private record Life(List<Stage> stages, Map<String, WorkingDays> absences) {

        private record Lived(Map<String, LocalDate> starts, Map<String, LocalDate> worked, LocalDate launch) {}

        Lived from(LocalDate first, Map<String, LocalDate> notBefore) {
            var work = new HashMap<String, Integer>();
            var rest = new HashMap<String, Integer>();
            stages.forEach(stage -> {
                work.put(stage.key(), stage.work());
                rest.put(stage.key(), stage.reviewCycles() * stage.daysPerReview() + stage.approval() + stage.buffer());
            });
            var starts = new HashMap<String, LocalDate>();
            var worked = new HashMap<String, LocalDate>();
            var done = new HashSet<String>();
            var day = first;
            for (; done.size() < stages.size(); day = day.plusDays(1)) {
                var today = day;
                var doneBefore = Set.copyOf(done);
                for (var stage : stages) {
                    var key = stage.key();
                    if (done.contains(key)
                            || !doneBefore.containsAll(stage.after())
                            || notBefore.getOrDefault(key, first).isAfter(today)
                            || !WEEKDAYS.include(today)) {
                        continue;
                    }
                    var away = absences.get(stage.role());
                    if (work.merge(key, 0, Integer::sum) > 0) {
                        if (away == null || !away.include(today)) {
                            starts.putIfAbsent(key, today);
                            worked.put(key, today);
                            work.merge(key, -1, Integer::sum);
                        }
                    } else {
                        rest.merge(key, -1, Integer::sum);
                    }
                    if (work.merge(key, 0, Integer::sum) == 0 && rest.merge(key, 0, Integer::sum) == 0) {
                        done.add(key);
                    }
                }
            }
            return new Lived(starts, worked, day);
        }

        /** How it goes when one stage begins as late as the launch allows. */
        Lived latestStart(String stage, LocalDate launch) {
            var early = launch.minusDays(DAYS_BEFORE);
            for (var day = launch; day.isAfter(early); day = day.minusDays(1)) {
                var lived = from(early, Map.of(stage, day));
                if (!lived.launch().isAfter(launch)) {
                    return lived;
                }
            }
            throw new AssertionError(stage);
        }
    }

    private static List<Stage> stages(Random random) {
        var stages = new ArrayList<Stage>();
        for (var i = 0; i <= random.nextInt(6); i++) {
            var after = new HashSet<String>();
            stages.forEach(before -> {
                if (random.nextInt(3) == 0) {
                    after.add(before.key());
                }
            });
            stages.add(new Stage(
                    "stage-" + i,
                    "Stage " + i,
                    "role-" + random.nextInt(3),
                    after,
                    1 + random.nextInt(4),
                    random.nextInt(3),
                    1 + random.nextInt(2),
                    random.nextInt(2),
                    random.nextInt(2)));
        }
        return stages;
    }

    private static Map<String, WorkingDays> absences(Random random) {
        var absences = new HashMap<String, WorkingDays>();
        for (var role = 0; role < 2; role++) {
            var from = MONDAY.plusDays(random.nextInt(30) - 10);
            var to = from.plusDays(random.nextInt(12));
            absences.put("role-" + role, day -> !day.isBefore(from) && !day.isAfter(to));
        }
        return absences;
    }

    private static BackwardPlan doneOn(String stage, LocalDate done, Stage... stages) {
        return BackwardPlan.from(MONDAY, List.of(stages), WEEKDAYS, Map.of(), Map.of(stage, done));
    }

    private static BackwardPlan plan(Stage... stages) {
        return BackwardPlan.from(MONDAY, List.of(stages), WEEKDAYS, Map.of(), Map.of());
    }

    private static LocalDate day(int ofMarch) {
        return LocalDate.of(2027, 3, ofMarch);
    }
}
