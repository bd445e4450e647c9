package dev.baton.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.harness.Approval;
import dev.baton.harness.Brief;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.ShippedProcesses;
import dev.baton.harness.Walk;
import dev.baton.packages.DeployedContracts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What everybody has in sight from the first review to the last rating. */
@ServiceTest
class OverviewTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private FormService forms;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
    }

    private JsonNode overview(String node) {
        var value = forms.getTaskFormVariables(handoff.task(node).getId()).get("handoffOverview");
        try {
            return JSON.readTree(String.valueOf(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode served(Task task) {
        try (InputStream form = forms.getDeployedTaskForm(task.getId())) {
            return JSON.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Walk toKickoffAfterAQuestion() {
        var walk = new Walk(handoff, contracts).toReceiver();
        handoff.complete(
                "execution-owner",
                "receive_handoff",
                Map.of(
                        "decision", "clarify",
                        "clarificationField", "strategyBrief.keyMessage",
                        "clarificationQuestion", "Does a gift on <December> 31 count?"));
        handoff.complete("strategist", "answer_clarification", Map.of("clarificationAnswer", "Yes, {{it}} counts."));
        handoff.complete("execution-owner", "receive_handoff", Walk.acceptance());
        return walk;
    }

    @Test
    void daysDecisionsAndTheAcceptedAnswerAreInSightAtTheKickoff() {
        toKickoffAfterAQuestion();

        var overview = overview("review_kickoff");

        assertThat(overview.path("launchDate").asText()).isEqualTo(Brief.start().get("launchDate"));
        assertThat(overview.path("milestones")).isNotEmpty().allSatisfy(milestone -> {
            assertThat(milestone.path("name").asText()).isNotBlank();
            assertThat(milestone.path("date").asText()).isNotBlank();
        });
        assertThat(overview.path("decisions"))
                .extracting(one ->
                        one.path("what").asText() + ": " + one.path("answer").asText())
                .containsExactly(
                        "Acceptance: accepted",
                        "Acceptance: asked a question",
                        "Quality check: approved",
                        "Brief: approved");
        assertThat(overview.path("about").path("strategyBrief_keyMessage"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.path("how").asText()).startsWith("Asked: Does a gift on <December> 31 count?");
                    assertThat(note.path("words").asText()).isEqualTo("Yes, {{it}} counts.");
                });
        assertThat(overview.has("lastLooked")).isFalse();
        assertThat(served(handoff.task("review_kickoff")).toString())
                .contains("handoffOverview.about.strategyBrief_keyMessage");
    }

    @Test
    void anAnswerThatIsNotAcceptedYetStandsBesideNoField() {
        var walk = new Walk(handoff, contracts).toReceiver();
        handoff.complete(
                "execution-owner",
                "receive_handoff",
                Map.of(
                        "decision", "clarify",
                        "clarificationField", "strategyBrief.keyMessage",
                        "clarificationQuestion", "Does it count?"));
        handoff.complete("strategist", "answer_clarification", Map.of("clarificationAnswer", "Yes."));

        assertThat(overview("receive_handoff").path("about")).isEmpty();
        assertThat(walk).isNotNull();
    }

    @Test
    void whoeverWritesAgainHasTheAnswerBesideTheField() {
        toKickoffAfterAQuestion();
        handoff.complete(
                "execution-owner", "review_kickoff", Map.of("decision", "changes", "reason", "The offer is unclear"));

        var keys = StreamSupport.stream(
                        served(handoff.task("complete_documents"))
                                .path("components")
                                .spliterator(),
                        false)
                .filter(group -> group.path("path").asText().equals("strategyBrief"))
                .flatMap(group -> group.path("components").valueStream())
                .toList();
        var at = Stream.iterate(0, i -> i < keys.size(), i -> i + 1)
                .filter(i -> keys.get(i).path("key").asText().equals("keyMessage"))
                .findFirst()
                .orElseThrow();

        assertThat(keys.get(at + 1).path("content").asText())
                .contains("Does a gift on &lt;December> 31 count?", "Yes, &#123;&#123;it}} counts.");
    }

    @Test
    void aReviewerSeesWhatChangedSinceTheLastLook() {
        toKickoffAfterAQuestion();
        handoff.complete(
                "execution-owner", "review_kickoff", Map.of("decision", "changes", "reason", "The offer is unclear"));
        handoff.complete(
                "strategist",
                "complete_documents",
                Map.of("strategyBrief", Map.of("offer", "A mug from 100 USD until May 3.")));

        var overview = overview("review_brief");

        assertThat(overview.path("lastLooked").asText()).isNotBlank();
        assertThat(overview.path("changed"))
                .extracting(change -> change.path("field").asText())
                .containsExactly("“Offer” in the strategy brief");
    }

    @Test
    void theLatestWorkIsALinkFromTheApprovalToTheRatings() {
        var walk = new Walk(handoff, contracts).toApproval();
        assertThat(overview("review_self").path("workLink").asText()).isEqualTo("https://work.example.org/drive");
        assertThat(served(handoff.task("review_self")).toString())
                .contains("href=\\\"{{handoffOverview.workLink}}\\\"");

        handoff.complete("execution-owner", "review_self", Approval.selfReview());
        walk.approve("manager", "review_strategicFit");
        walk.approve("final-approver", "review_finalApproval");
        walk.prepareLaunch();
        walk.launch();

        assertThat(overview("rate_asSender").path("workLink").asText()).isEqualTo("https://work.example.org/drive");
    }

    @Test
    void everyFormFromTheFirstReviewToTheRatingsHasIt() throws IOException {
        Set<String> without = new TreeSet<>();
        for (var file : ShippedProcesses.files(".form")) {
            if (!file.getFileName().toString().startsWith("start-")
                    && !JSON.readTree(file.toFile()).toString().contains("\"fields\":\"overview\"")) {
                without.add(file.getFileName().toString().replace(".form", ""));
            }
        }

        assertThat(without)
                .isEqualTo(new TreeSet<>(List.of(
                        "answer-clarification",
                        "choose-model",
                        "complete-package",
                        "confirm-decision",
                        "correct-decision",
                        "stand-up",
                        "take-work-back",
                        "write-documents")));
    }
}
