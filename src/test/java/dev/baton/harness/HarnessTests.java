package dev.baton.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The harness itself holds what scenario tests lean on. */
@ServiceTest
class HarnessTests {

    private static final String DIAGRAM = "harness/harness-walk.bpmn";

    @Autowired
    private Scenario handoff;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private DataSource database;

    @BeforeEach
    void deploy() {
        repository
                .createDeployment()
                .name("harness")
                .addClasspathResource(DIAGRAM)
                .enableDuplicateFiltering(true)
                .deploy();
    }

    @Test
    void theServiceRunsOnTheDatabaseOfThisRun() throws SQLException {
        try (var connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName())
                    .isEqualToIgnoringCase(System.getProperty("baton.test.database", "h2"));
        }
    }

    @Test
    void aTimerFiresAtTheMomentItIsDue() {
        var walk = handoff.start(People.ADMIN, "harness-walk", Map.of());
        var before = Scenario.now();

        handoff.fireTimer("timer_ask48h");

        assertThat(walk).isEnded();
        assertThat(Duration.between(before, Scenario.now())).isBetween(Duration.ofHours(47), Duration.ofHours(48));
    }

    @Test
    void timePassesThroughEveryTimerOnTheWay() {
        var walk = handoff.start(People.ADMIN, "harness-walk", Map.of());

        handoff.pass(Duration.ofHours(47));
        assertThat(walk).isWaitingAt("ask");

        handoff.pass(Duration.ofHours(2));
        assertThat(walk).isEnded();
    }

    @Test
    void aTaskThatIsNotThereIsNamedWithThoseThatAre() {
        handoff.start(People.ADMIN, "harness-walk", Map.of());

        assertThatThrownBy(() -> handoff.complete(People.ADMIN, "approve"))
                .hasMessageContaining("approve")
                .hasMessageContaining("[ask]");
    }

    @Test
    void diagramCoverageNamesWhatNobodyExecuted() {
        handoff.start(People.ADMIN, "harness-walk", Map.of());
        handoff.complete(People.ADMIN, "ask");
        handoff.complete(People.ADMIN, "ask", Map.of("answer", "yes"));

        assertThat(missing())
                .contains("flow_no \"No\"", "end_no")
                .doesNotContain("start_walk", "ask", "flow_answered", "gateway_answer", "flow_yes", "end_yes");
    }

    @Test
    void diagramCoverageSeesEventSubprocesses() {
        handoff.start(People.ADMIN, "harness-walk", Map.of());
        handoff.send("harness-stop");

        assertThat(missing()).doesNotContain("cancellation", "start_cancellation", "flow_cancelled", "end_cancelled");
    }

    @Test
    void diagramCoverageSeesBoundaryTimers() {
        handoff.start(People.ADMIN, "harness-walk", Map.of());
        handoff.fireTimer("timer_ask48h");

        assertThat(missing()).doesNotContain("timer_ask48h", "flow_lapsed", "end_lapsed");
    }

    private static List<String> missing() {
        var diagram = Bpmn.readModelFromStream(HarnessTests.class.getResourceAsStream("/" + DIAGRAM));
        return DiagramCoverage.ofThisBuild().missing(diagram);
    }
}
