package dev.baton.figures;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The two pure functions that every handoff goes through, in a JVM of their own. */
final class Checks {

    private static final int FORKS = 3;
    private static final int ITERATIONS = 5;

    private Checks() {}

    static void measure(Report report) {
        var options = new OptionsBuilder()
                .include(CompletenessCheck.class.getSimpleName())
                .include(ThreeWayMerge.class.getSimpleName())
                .forks(FORKS)
                .warmupIterations(ITERATIONS)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(ITERATIONS)
                .measurementTime(TimeValue.seconds(2))
                .build();
        try {
            report.checks(new Runner(options).run());
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }
}
