package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.OneDatabase;
import dev.baton.harness.TableChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** `POST /api/model-selection`: the model, the runner-up, a reason for each axis, and what speaks against it. */
@OneDatabase
class SelectingAModelTests extends ApiTests {

    private static final String PATH = "/api/model-selection";
    private static final String BIG_AND_TIGHT = """
            {"teamSize": 9, "complexity": "simple", "budget": "tight", "time": "fast"}
            """;

    @Autowired
    private RepositoryService repository;

    @Test
    void theAnswerNamesModelRunnerUpReasonsAndAdvice() {
        var answer = as("partner").post(PATH, """
                        {"teamSize": 1, "partner": "agency", "complexity": "high", "budget": "healthy", "time": "quality-focused"}
                        """);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.text("model")).isEqualTo("embedded-partner-handoff");
        assertThat(answer.text("runnerUp")).isEqualTo("documentation-first-handoff");
        assertThat(answer.json().path("reasons").findValuesAsText("axis"))
                .containsExactly("team size", "complexity", "budget and time");
        assertThat(answer.json().path("reasons").findValuesAsText("answer"))
                .containsExactly("1 person, agency", "high", "budget healthy, time quality-focused");
        assertThat(answer.json().path("reasons").path(1).path("advice").asText())
                .contains("strong documentation");
        assertThat(answer.json().path("warnings").toString())
                .contains("The complexity (high) speaks for Hybrid handoff, which a team of this size cannot carry.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                                     | teamSize,budget,complexity,time
                    {"teamSize": 0, "complexity": "simple", "budget": "tight", "time": "fast"}             | teamSize
                    {"teamSize": 10001, "complexity": "simple", "budget": "tight", "time": "fast"}         | teamSize
                    {"teamSize": 2, "complexity": "simple", "budget": "tight", "time": "fast"}             | partner
                    {"teamSize": 5, "complexity": "epic", "budget": "tight", "time": "fast"}               | complexity
                    {"teamSize": 5, "complexity": "simple", "budget": "tight", "time": "fast", "size": 5}  | size
                    {"teamSize": 5, "partner": "bank", "complexity": "simple", "budget": "", "time": "x"}  | partner,budget,time
                    """)
    void whatIsMissingUnknownOrNotAskedForIsNamed(String body, String fields) {
        var answer = as("strategist").post(PATH, body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.wrongFields()).containsExactlyInAnyOrder(fields.split(","));
    }

    @Test
    void anEditedTableAnswersAndAModelThatIsNotDeployedIsWarnedAbout() throws IOException {
        var edited = Files.readString(Path.of("processes/decisions/model-selection.dmn"))
                .replace("documentation-first-handoff", "kanban-handoff");
        var deployed = repository
                .createDeployment()
                .addString("model-selection.dmn", edited)
                .deploy();
        try {
            var answer = as("strategist").post(PATH, BIG_AND_TIGHT);

            assertThat(answer.text("model")).isEqualTo("kanban-handoff");
            assertThat(answer.json().path("warnings").path(0).asText())
                    .isEqualTo(
                            "Kanban handoff (kanban-handoff) is not deployed here: deploy its diagram, or start another model.");
        } finally {
            TableChanges.takeBack(repository, List.of(deployed.getId()));
        }
        assertThat(as("strategist").post(PATH, BIG_AND_TIGHT).json().path("warnings"))
                .isEmpty();
    }
}
