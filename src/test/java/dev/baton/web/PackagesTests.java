package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class PackagesTests extends ApiTests {

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    private String handoff = "";
    private String brief = "";

    @BeforeEach
    void start() {
        handoff = started(Requests.incomplete(Requests.newKey()));
        brief = "/api/handoffs/" + handoff + "/packages/strategyBrief";
    }

    @Test
    void aPackageComesWithItsVersion() {
        var answer = as("creative").get(brief);

        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.text("offer")).isEqualTo("Every gift is matched until Friday");
        assertThat(as("creative").get(brief, "If-None-Match", "\"1\"").status()).isEqualTo(304);
    }

    @Test
    void changedFieldsMakeAVersionAndTheOthersStay() {
        var answer = as("creative")
                .patch(
                        brief,
                        "{\"whyNow\": \"The year ends\"}",
                        "If-Match",
                        "\"1\"",
                        "Content-Type",
                        "application/merge-patch+json");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.text("offer")).isNotBlank();
        assertThat(answer.text("whyNow")).isEqualTo("The year ends");
        var versions = as("creative").get(brief + "/versions").json().path("items");
        assertThat(versions).hasSize(2);
        assertThat(versions.path(1).path("author").asText()).isEqualTo("creative");
        assertThat(versions.path(1).path("via").asText()).isEqualTo("api");
        assertThat(as("creative")
                        .get(brief + "/versions/1")
                        .json()
                        .path("document")
                        .has("whyNow"))
                .isFalse();
    }

    @Test
    void aMergePatchReachesEveryDepthAndPlainJsonReplacesWholeFields() {
        as("creative").patch(brief, "{\"audience\": {\"age\": \"30\", \"place\": \"Kiel\"}}", "If-Match", "\"1\"");
        var merge = new String[] {"If-Match", "\"2\"", "Content-Type", "application/merge-patch+json"};

        var merged = as("creative")
                .patch(brief, "{\"audience\": {\"age\": null, \"income\": {\"from\": 1, \"to\": null}}}", merge);
        var replaced = as("creative").patch(brief, "{\"audience\": {\"age\": \"40\"}}", "If-Match", "\"3\"");

        assertThat(merged.json().path("audience").toString())
                .as(merged.toString())
                .isEqualTo("{\"place\":\"Kiel\",\"income\":{\"from\":1}}");
        assertThat(replaced.json().path("audience").toString()).isEqualTo("{\"age\":\"40\"}");
    }

    /** The first is the one of the example. */
    @ParameterizedTest
    @ValueSource(strings = {"1-gzip", "1;gzip", "1--gzip", "1-br"})
    void aTagThatAProxyHasChangedIsTheTagThatItWas(String tag) {
        for (var changed : new String[] {"\"%s\"".formatted(tag), "W/\"%s\"".formatted(tag)}) {
            assertThat(as("creative").get(brief, "If-None-Match", changed).status())
                    .as(changed)
                    .isEqualTo(304);
        }
        var written = as("creative").patch(brief, "{\"offer\": \"x\"}", "If-Match", "\"%s\"".formatted(tag));
        assertThat(written.header("ETag")).as(written.toString()).isEqualTo("\"2\"");
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        for (var path : new String[] {
            "/api/handoffs/" + handoff, brief, "/api/contracts", "/api/contracts/strategy-to-creative", "/api/models"
        }) {
            var tag = as("creative").get(path).header("ETag");
            assertThat(tag).as(path).isNotBlank();
            var again = as("creative").get(path, "If-None-Match", "W/" + tag.replaceFirst("\"$", "-gzip\""));
            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(again.response().body()).isEmpty();
        }
        var tag = as("creative").get("/api/handoffs/" + handoff).header("ETag");
        as("manager").post("/api/handoffs/%s/cancel".formatted(handoff), "{\"reason\": \"Postponed\"}");
        assertThat(as("creative")
                        .get("/api/handoffs/" + handoff, "If-None-Match", tag)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nullRemovesAField() {
        as("creative").patch(brief, "{\"offer\": null, \"whyNow\": \"Now\"}", "If-Match", "\"1\"");

        assertThat(as("creative").get(brief).json().has("offer")).isFalse();
        var changes = as("creative").get(brief + "/diff").json();
        assertThat(changes.path("from").asInt()).isEqualTo(1);
        assertThat(changes.path("to").asInt()).isEqualTo(2);
        assertThat(changes.path("changes").findValuesAsText("field")).containsExactlyInAnyOrder("offer", "whyNow");
    }

    @Test
    void aPackageThatNobodyWroteStartsEmptyWithVersionNought() {
        var path = "/api/handoffs/" + handoff + "/packages/successCriteria";

        var empty = as("creative").get(path);
        var written =
                as("creative").patch(path, "{\"measurementDate\": \"2027-03-31\"}", "If-Match", empty.header("ETag"));

        assertThat(empty.header("ETag")).isEqualTo("\"0\"");
        assertThat(empty.json()).isEmpty();
        assertThat(written.header("ETag")).as(written.toString()).isEqualTo("\"1\"");
    }

    @Test
    void aChangeWithoutTheVersionSeenIsRefused() {
        var answer = as("creative").patch(brief, "{\"offer\": \"Free\"}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(428);
        assertThat(answer.text("detail")).contains("If-Match");
    }

    @Test
    void aVersionThatDoesNotExistIsRefused() {
        assertThat(as("creative")
                        .patch(brief, "{\"offer\": \"x\"}", "If-Match", "\"9\"")
                        .status())
                .isEqualTo(412);
        var answer = as("creative").patch(brief, "{\"offer\": \"x\"}", "If-Match", "yesterday");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.wrongFields()).containsExactly("If-Match");
    }

    @Test
    void whatOthersChangedMeanwhileStaysUnlessItIsTheSameField() {
        as("creative").patch(brief, "{\"offer\": \"Half price\"}", "If-Match", "\"1\"");

        var elsewhere = as("analyst").patch(brief, "{\"whyNow\": \"Spring\"}", "If-Match", "\"1\"");
        var sameField = as("analyst").patch(brief, "{\"offer\": \"Free trial\"}", "If-Match", "\"1\"");

        assertThat(elsewhere.status()).as(elsewhere.toString()).isEqualTo(200);
        assertThat(elsewhere.text("offer")).isEqualTo("Half price");
        assertThat(sameField.status()).as(sameField.toString()).isEqualTo(409);
        assertThat(sameField.wrongFields()).containsExactly("offer");
        assertThat(sameField.text("detail")).contains("offer");
        assertThat(sameField.json().toString()).contains("creative changed");
        assertThat(as("analyst").get(brief).text("offer")).isEqualTo("Half price");
    }

    @Test
    void anOpenTaskShowsWhatTheApiChanged() {
        as("creative").patch(brief, "{\"keyMessage\": \"Twice the good\"}", "If-Match", "\"1\"");

        var task = tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
        assertThat(String.valueOf(forms.getTaskFormVariables(task.getId()).get("strategyBrief")))
                .contains("Twice the good");
        assertThat(String.valueOf(forms.getTaskFormVariables(task.getId()).get("packageVersions")))
                .contains("\"strategyBrief\":2");
    }

    @Test
    void aTaskThatNobodyTouchedTakesNothingBackOfWhatTheApiChanged() {
        as("strategist").patch(brief, "{\"keyMessage\": [null, 1.50], \"whyNow\": {\"a\": null}}", "If-Match", "\"1\"");
        var task = tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();

        var submitted =
                as("strategist").post("/engine-rest/task/" + task.getId() + "/submit-form", "{\"variables\": {}}");

        assertThat(submitted.status()).as(submitted.toString()).isEqualTo(204);
        assertThat(as("strategist").get(brief).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void changesOfDifferentFieldsAtTheSameMomentAllStay() throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        try {
            var answers = IntStream.range(0, 6)
                    .mapToObj(writer -> threads.submit(() -> as("creative")
                            .patch(brief, "{\"note%d\": \"mine\"}".formatted(writer), "If-Match", "\"1\"")))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get().status()).as(answer.get().toString()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }

        var now = as("creative").get(brief);
        assertThat(now.header("ETag")).isEqualTo("\"7\"");
        assertThat(now.json()).hasSize(7);
    }

    @Test
    void theJournalSaysWhoChangedWhatThroughWhichDoor() {
        as("creative").patch(brief, "{\"keyMessage\": \"Twice the good\"}", "If-Match", "\"1\"");

        var events = as("creative")
                .get("/api/handoffs/" + handoff + "/journal")
                .json()
                .path("items");

        var last = events.path(events.size() - 1);
        assertThat(last.path("kind").asText()).isEqualTo("package-changed");
        assertThat(last.path("who").asText()).isEqualTo("creative");
        assertThat(last.path("detail").path("version").asInt()).isEqualTo(2);
    }

    @Test
    void whenTheHandoffIsOverItsPackagesStay() {
        as("manager").post("/api/handoffs/" + handoff + "/cancel", "{\"reason\": \"Postponed\"}");

        var answer = as("creative").patch(brief, "{\"offer\": \"Too late\"}", "If-Match", "\"1\"");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(as("creative").get(brief).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void aDocumentOverTheLimitIsRefused() {
        var answer = as("creative").patch(brief, "{\"offer\": \"" + "x".repeat(300_000) + "\"}", "If-Match", "\"1\"");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("Shorten");
    }

    @Test
    void unknownPackagesAndVersionsAreNotFound() {
        assertThat(as("creative")
                        .get("/api/handoffs/" + handoff + "/packages/dreams")
                        .status())
                .isEqualTo(404);
        assertThat(as("creative").get(brief + "/versions/7").status()).isEqualTo(404);
        assertThat(as("creative").get(brief + "/diff?from=1&to=7").status()).isEqualTo(404);
    }
}
