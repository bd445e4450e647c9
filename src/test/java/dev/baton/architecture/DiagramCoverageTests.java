package dev.baton.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.DiagramCoverage;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Runs after all other tests: together they have entered every node and taken every flow of every shipped diagram. */
@Tag("diagram-coverage")
class DiagramCoverageTests {

    @TestFactory
    Stream<DynamicTest> someTestExecutesEveryElement() {
        var coverage = DiagramCoverage.ofThisBuild();
        return DiagramCoverage.diagrams().stream()
                .map(diagram -> DynamicTest.dynamicTest(
                        diagram.getFileName().toString(), () -> everyElementIsExecuted(coverage, diagram)));
    }

    private static void everyElementIsExecuted(DiagramCoverage coverage, Path diagram) {
        var missing = coverage.missing(diagram);
        assertThat(missing)
                .withFailMessage("%s: no test executes %s", diagram, String.join(", ", missing))
                .isEmpty();
    }
}
