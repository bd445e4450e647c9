package dev.baton.plan;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Prints how much processor time a plan of 200 stages takes that is not feasible. Run its main method; nothing is asserted about time. */
final class PlanSpeed {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int STAGES = 200;
    private static final int ROUNDS = 8;
    private static final int PLANS = 200;

    private PlanSpeed() {}

    public static void main(String[] args) {
        var today = LocalDate.of(2027, 3, 1);
        List<Stage> stages =
                IntStream.range(0, STAGES).mapToObj(PlanSpeed::stage).toList();
        WorkingDays days = day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        WorkingDays away = day -> day.getMonthValue() == 8;
        for (int round = 1; round <= ROUNDS; round++) {
            long started = CPU.getCurrentThreadCpuTime();
            var late = 0;
            for (int i = 0; i < PLANS; i++) {
                late += BackwardPlan.from(today, stages, days, Map.of("creative", away), Map.of())
                                .to(today.plusDays(30 + i))
                                .feasible()
                        ? 0
                        : 1;
            }
            System.out.printf(
                    "Round %d: %d µs for one plan of %d stages, %d of %d not feasible%n",
                    round, (CPU.getCurrentThreadCpuTime() - started) / 1_000 / PLANS, STAGES, late, PLANS);
        }
    }

    private static Stage stage(int number) {
        var after = number < 3 ? Set.<String>of() : Set.of("stage-" + (number - 1), "stage-" + (number - 3));
        return new Stage(
                "stage-" + number, "Stage " + number, number % 2 == 0 ? "creative" : "manager", after, 3, 2, 2, 0, 1);
    }
}
