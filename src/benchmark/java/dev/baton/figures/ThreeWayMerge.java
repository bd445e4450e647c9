package dev.baton.figures;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.packages.Merge;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A whole form comes back with one changed field while somebody else has changed another one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ThreeWayMerge {

    private final ObjectNode shown =
            (ObjectNode) Objects.requireNonNull(Brief.packages().get("strategyBrief"));
    private final ObjectNode latest = shown.deepCopy().put("offer", "Every gift is matched twice.");
    private final ObjectNode submitted = shown.deepCopy().put("whyNow", "The match ends with the year.");

    @Benchmark
    public Merge.Result merge() {
        return Merge.of(shown, latest, submitted);
    }
}
