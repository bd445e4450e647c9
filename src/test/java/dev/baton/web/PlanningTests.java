package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.OneDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** `POST /api/plans`: each stage with its days, and whether the launch is feasible. */
@OneDatabase
class PlanningTests extends ApiTests {

    private static final String PATH = "/api/plans";

    @Test
    void aFeasibleLaunchHasDaysForEachStageAndNothingToRemedy() {
        var launch = today().plusDays(200);
        var plan = as("strategist").post(PATH, body("documentation-first-handoff", launch));

        assertThat(plan.status()).as(plan.toString()).isEqualTo(200);
        assertThat(plan.json().path("feasible").asBoolean()).isTrue();
        assertThat(plan.json().path("remedies")).isEmpty();
        var stages = plan.json().path("stages");
        assertThat(stages.findValuesAsText("stage"))
                .containsExactly("documents", "handover", "work", "approval", "launch-preparation");
        assertThat(stages).allSatisfy(stage -> {
            assertThat(stage.path("earliestStart").asText())
                    .isLessThanOrEqualTo(stage.path("start").asText());
            assertThat(stage.path("start").asText())
                    .isLessThanOrEqualTo(stage.path("due").asText());
            assertThat(stage.path("due").asText())
                    .isLessThan(stage.path("neededBy").asText());
            assertThat(stage.path("slackDays").asInt()).isPositive();
        });
        assertThat(stages.path(4).path("neededBy").asText()).isEqualTo(launch.toString());
    }

    @Test
    void aLaunchThatIsTooSoonNamesTheEarliestDayTheCostliestStageAndThreeRemedies() {
        var plan = as("partner").post(PATH, body("hybrid-handoff", today().plusDays(10)));

        assertThat(plan.json().path("feasible").asBoolean()).isFalse();
        assertThat(plan.text("costliestStage")).isEqualTo("partner-work");
        assertThat(plan.json().path("remedies")).hasSize(3);
        assertThat(plan.json().path("remedies").path(0).path("launchDate").asText())
                .isEqualTo(plan.text("earliestLaunchDate"));

        var moved = as("partner").post(PATH, body("hybrid-handoff", LocalDate.parse(plan.text("earliestLaunchDate"))));
        assertThat(moved.json().path("feasible").asBoolean()).isTrue();
        var aDayTooSoon = as("partner")
                .post(
                        PATH,
                        body(
                                "hybrid-handoff",
                                LocalDate.parse(plan.text("earliestLaunchDate")).minusDays(1)));
        assertThat(aDayTooSoon.json().path("feasible").asBoolean()).isFalse();
    }

    @Test
    void whoeverIsAwayMovesThePlan() {
        var free = as("strategist").post(PATH, body("sprint-handoff", today().plusDays(90)));
        var away = as("strategist").post(PATH, """
                        {"model": "sprint-handoff", "launchDate": "%s",
                         "absences": [{"role": "execution-owner", "from": "%s", "to": "%s"}]}
                        """.formatted(today().plusDays(90), today(), today().plusDays(40)));

        assertThat(LocalDate.parse(away.text("earliestLaunchDate")))
                .isAfter(LocalDate.parse(free.text("earliestLaunchDate")).plusDays(30));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                                              | model,launchDate
                    {"model": "sprint-handoff", "launchDate": "2020-01-01"}                                         | launchDate
                    {"model": "sprint-handoff", "launchDate": "soon"}                                               | launchDate
                    {"model": "sprint-handoff", "launchDate": "{day}", "complexity": "epic"}                        | complexity
                    {"model": "sprint-handoff", "launchDate": "{day}", "from": "9999-01-01"}                        | from
                    {"model": "kanban-handoff", "launchDate": "{day}"}                                              | model
                    {"model": "sprint-handoff", "launchDate": "{day}", "stages": []}                                | stages
                    {"model": "sprint-handoff", "launchDate": "{day}", "absences": [null]}                          | absences[0]
                    {"model": "sprint-handoff", "launchDate": "{day}", "absences": [{"role": "x"}]}                 | absences[0].role,absences[0].from,absences[0].to
                    {"model": "sprint-handoff", "launchDate": "{day}", "absences": [{"role": "creative", "from": "2027-02-02", "to": "2027-02-01"}]} | absences[0].to
                    {"model": "sprint-handoff", "launchDate": "{day}", "absences": [{"role": "creative", "from": "2020-01-01", "to": "9999-12-31"}]} | absences
                    """)
    void whatIsMissingUnknownOrContradictsItselfIsNamed(String body, String fields) {
        var answer = as("strategist")
                .post(PATH, body.replace("{day}", today().plusDays(90).toString()));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.wrongFields()).containsExactlyInAnyOrder(fields.split(",", -1));
    }

    private static String body(String model, LocalDate launch) {
        return """
               {"model": "%s", "launchDate": "%s"}
               """.formatted(model, launch);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
