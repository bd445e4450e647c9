package dev.baton.figures;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.contract.Catalog;
import dev.baton.contract.Complexity;
import dev.baton.contract.ExecutionParty;
import dev.baton.contract.Situation;
import dev.baton.contract.Verdict;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One look of the gate at a full documentation-complete handoff: a real brief with its six packages. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CompletenessCheck {

    private final Catalog catalog = Brief.catalog();
    private final Map<String, JsonNode> packages = Brief.packages();
    private final Situation situation =
            new Situation(Complexity.HIGH, ExecutionParty.EXTERNAL, null, LocalDate.now(ZoneOffset.UTC));

    @Benchmark
    public Verdict check() {
        return catalog.check("documentation-complete", packages, situation);
    }
}
