package dev.baton.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.Walk;
import dev.baton.packages.DeployedContracts;
import dev.baton.web.Integrator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One picture says where a handoff stands, who holds it and how much time is left, and which steps of a model take long. */
@ServiceTest
class LivingDiagramTests {

    private static final String MODEL = "/api/models/%s/diagram.svg".formatted(Walk.MODEL);

    @LocalServerPort
    private int port;

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private DeployedContracts contracts;

    private Walk walk;

    @BeforeEach
    void hire() {
        people.named("manager");
        people.named("strategist");
        walk = new Walk(handoff, contracts);
    }

    @Test
    void whatACalledDiagramAsksStandsAtTheCallWithItsHolderAndTheTimeLeft() {
        walk.toBriefReview();

        var picture = picture("strategist");

        assertThat(picture)
                .contains("Brief execution")
                .contains("manager")
                .containsPattern("Review the brief[^<]*: manager, 47 hours left");
    }

    @Test
    void whatWasPassedSaysInWhatTimeAndWhatIsOverdueHowLong() {
        walk.toBriefReview();
        handoff.pass(Duration.ofHours(20));
        walk.approve("manager", "review_brief");
        walk.approve("quality-owner", "review_quality");
        handoff.complete("execution-owner", "receive_handoff", Walk.acceptance());
        handoff.pass(Duration.ofHours(20));
        walk.approve("execution-owner", "review_kickoff");

        assertThat(picture("strategist")).contains("Passed in 40 hours").doesNotContain("Review the brief", " late");
        handoff.pass(Duration.ofDays(60));
        assertThat(picture("strategist"))
                .containsPattern("Work and report progress[^<]*: execution owner, \\d+ days late");
    }

    @Test
    void whoIsOutsideSeesNoNames() {
        walk.toBriefReview();
        people.named("sid", "stakeholder");

        assertThat(picture("sid")).doesNotContain("manager", "left");
    }

    @Test
    void whoMayNotSeeTheHandoffSeesNoPictureOfItNorOfAModel() {
        walk.toBriefReview();
        people.named("petra", "partner");

        assertThat(get("petra", of(handoff.key())).status()).isEqualTo(404);
        assertThat(get("petra", MODEL).status()).isEqualTo(403);
    }

    @Test
    void aModelSaysHowLongItsStepsUsuallyTake() {
        walk.toQualityCheck();

        assertThat(get("strategist", "/api/models/briefing/diagram.svg")
                        .response()
                        .body())
                .containsPattern("Usually [^<]+ \\(median of \\d+\\)");
    }

    @Test
    void theLongestStepIsTheWarmestAndOneThatTookLongOnceIsNot() {
        var hour = Duration.ofHours(1).toMillis();

        var marks = LivingDiagram.heat(
                Map.of("review", List.of(2 * hour, 10 * hour, 4 * hour), "gate", List.of(0L, 90 * hour, hour)));

        assertThat(marks.get("review")).isEqualTo(new Mark(null, null, "Usually 4 hours (median of 3)", 1));
        assertThat(marks.get("gate")).isEqualTo(new Mark(null, null, "Usually 1 hour (median of 3)", 0.25));
    }

    @Test
    void aPictureRunsNothingAndLoadsNothing() {
        var picture = get("strategist", MODEL);

        assertThat(picture.header("Content-Type")).isEqualTo("image/svg+xml;charset=UTF-8");
        assertThat(picture.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(picture.response().body()).startsWith("<svg").doesNotContain("<script", "href");
    }

    @Test
    void whatThereIsNotIsSaidWithTheRemedy() {
        var unknown = get("strategist", "/api/models/kanban/diagram.svg");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("detail")).contains("GET /api/models");
        assertThat(get("strategist", of("nowhere")).text("detail")).contains("GET /api/handoffs");
    }

    private String picture(String person) {
        var answer = get(person, of(handoff.key()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.response().body();
    }

    private static String of(String handoff) {
        return "/api/handoffs/%s/diagram.svg".formatted(handoff);
    }

    private Integrator.Answer get(String person, String path) {
        return new Integrator(port, person).get(path);
    }
}
