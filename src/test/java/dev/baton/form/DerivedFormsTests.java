package dev.baton.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.contract.Situation;
import dev.baton.harness.Brief;
import dev.baton.harness.OneDatabase;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.ShippedProcesses;
import dev.baton.harness.SingleTransfer;
import dev.baton.harness.Story;
import dev.baton.harness.TableChanges;
import dev.baton.harness.ThreeShapes;
import dev.baton.harness.Walk;
import dev.baton.journal.Journal;
import dev.baton.packages.ContextStore;
import dev.baton.packages.DeployedContracts;
import dev.baton.shared.Json;
import dev.baton.shared.Refusal;
import dev.baton.transfer.QualityPassed;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What operations add in one place appears everywhere: a row in every form, two tables as a transfer, three shapes as a review. */
@ServiceTest
@OneDatabase
class DerivedFormsTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private FormService forms;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ContextStore context;

    @Autowired
    private Journal journal;

    @Autowired
    private FormsInForce inForce;

    private final List<String> deployments = new ArrayList<>();
    private SingleTransfer transfer;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        transfer = new SingleTransfer(handoff, contracts);
    }

    @AfterEach
    void takeBack() {
        TableChanges.takeBack(repository, deployments);
    }

    @Test
    void aNewRowIsAskedForInATaskThatIsOpenAlready() {
        var brief = transfer.brief();
        brief.remove("primaryMessage");
        transfer.startWith(brief);

        deploy("requirements.dmn", TableChanges.withRow(TableChanges.requirements(), "creativeBrief", "toneOfVoice"));

        var field = component(served("complete_package"), "toneOfVoice");
        assertThat(field.path("label").asText()).isEqualTo("Label of toneOfVoice");
        assertThat(field.path("description").asText())
                .startsWith("Why toneOfVoice is asked.")
                .endsWith("Example: A good toneOfVoice answer.");
        assertThat(field.path("type").asText()).isEqualTo("textarea");
        assertThat(gaps("complete_package")).contains("toneOfVoice", "primaryMessage");
    }

    @Test
    void aNewRowIsMissedByTheGateThenKeptShownAndAskedAbout() {
        deploy("requirements.dmn", TableChanges.withRow(TableChanges.requirements(), "creativeBrief", "toneOfVoice"));
        var brief = transfer.brief();
        brief.remove("toneOfVoice");
        transfer.startWith(brief);
        assertThat(gaps("complete_package")).containsExactly("toneOfVoice");

        handoff.complete(
                "strategist",
                "complete_package",
                Map.of(SingleTransfer.PACKAGE, Map.of("toneOfVoice", "Warm, never loud.")));

        assertThat(context.latest(handoff.key(), SingleTransfer.PACKAGE)
                        .orElseThrow()
                        .document()
                        .path("toneOfVoice")
                        .asText())
                .isEqualTo("Warm, never loud.");
        assertThat(served("review_quality").toString()).contains("{{creativeBrief.toneOfVoice}}");
        transfer.pass();
        assertThat(served("receive_handoff").toString()).contains("{{creativeBrief.toneOfVoice}}");
        assertThat(component(served("receive_handoff"), "clarificationField").path("values"))
                .extracting(choice -> choice.path("value").asText())
                .contains("creativeBrief.toneOfVoice");
    }

    /** Form-js draws no form in which an id stands twice. */
    @Test
    void noServedFormHasAnIdTwice() throws IOException {
        var packages = contracts.catalog().packageNames();
        for (var file : ShippedProcesses.files(".form")) {
            var key = file.getFileName().toString().replace(".form", "");
            var form = inForce.find(key, packages, Situation.usual(LocalDate.EPOCH))
                    .orElseThrow();

            assertThat(form.served().tree().findValuesAsText("id")).as(key).doesNotHaveDuplicates();
        }
    }

    @Test
    void aChangedLabelAndLevelShowInTheNextFormThatIsRead() {
        var brief = transfer.brief();
        brief.remove("primaryMessage");
        transfer.startWith(brief, Map.of("complexity", "simple"));
        assertThat(component(served("complete_package"), "messagesToAvoid").isMissingNode())
                .isTrue();

        deploy(
                "requirements.dmn",
                TableChanges.withCell(
                        TableChanges.withCell(
                                TableChanges.requirements(), "creativeBrief_messagesToAvoid", "level", "always"),
                        "creativeBrief_messagesToAvoid",
                        "label",
                        "What we never say"));

        assertThat(component(served("complete_package"), "messagesToAvoid")
                        .path("label")
                        .asText())
                .isEqualTo("What we never say");
    }

    @Test
    void twoTablesMakeATransferOfANewPackage() {
        deploy(Map.of(
                "contracts.dmn",
                TableChanges.withContract(TableChanges.contracts(), "strategy-to-podcast", "podcastBrief"),
                "requirements.dmn",
                TableChanges.withRow(TableChanges.requirements(), "podcastBrief", "guest")));
        var start = startForm("transfer");
        assertThat(component(start, "contract").path("values"))
                .extracting(choice -> choice.path("value").asText())
                .contains("strategy-to-podcast", SingleTransfer.CONTRACT);

        var facts = new HashMap<>(SingleTransfer.facts());
        facts.put("contract", "strategy-to-podcast");
        handoff.start("strategist", "transfer", facts);
        assertThat(component(served("complete_package"), "guest").path("label").asText())
                .isEqualTo("Label of guest");
        handoff.complete(
                "strategist", "complete_package", Map.of("podcastBrief", Map.of("guest", "Ada, who runs three cafés")));
        assertThat(served("review_quality").toString()).contains("Podcast brief", "{{podcastBrief.guest}}");
        handoff.complete("quality-owner", "review_quality", Map.of("decision", "approved"));
        handoff.complete("creative", "receive_handoff", Walk.acceptance());

        assertThat(new Story(journal, handoff.key()).summary().outcome()).isEqualTo("accepted");
    }

    @Test
    void aReviewIsThreeShapesAndItsEscalationFindsIt() {
        deploy("transfer-with-second-look.bpmn", ThreeShapes.copiedInto("transfer-with-second-look"));
        var facts = SingleTransfer.facts();
        facts.put(SingleTransfer.PACKAGE, Brief.map(transfer.brief()));
        handoff.start(People.ADMIN, "transfer-with-second-look", facts);
        var review = handoff.task("review_second");
        assertThat(review.getDueDate().toInstant())
                .isCloseTo(Scenario.now().plus(Duration.ofHours(48)), within(1, ChronoUnit.MINUTES));

        handoff.pass(Duration.ofHours(48));

        var escalated = handoff.task("decide_escalated");
        assertThat(escalated.getCamundaFormRef().getKey()).isEqualTo("review-brief");
        assertThat(handoff.variable(escalated, "reviewName")).isEqualTo("Look a second time");
        assertThat(handoff.variable(escalated, "reviewHours")).isEqualTo(48);
        assertThat(served("decide_escalated").toString()).contains("{{creativeBrief.primaryMessage}}");
        handoff.complete("ruth", "decide_escalated", Map.of("decision", "approved"));
        assertThat(handoff.tasks()).extracting(Task::getTaskDefinitionKey).containsExactly("review_quality");
        assertThat(new Story(journal, handoff.key()).detail(QualityPassed.class))
                .containsEntry("review", "draft");
    }

    @Test
    void aFieldThatNoTableKnowsIsRefusedWithTheOneThatWasMeant() {
        var brief = transfer.brief();
        brief.remove("primaryMessage");
        transfer.startWith(brief);

        var refused = catchThrowableOfType(
                Refusal.class,
                () -> handoff.complete(
                        "strategist",
                        "complete_package",
                        Map.of(SingleTransfer.PACKAGE, Map.of("primaryMesage", "You cook less."))));

        assertThat(refused.fields().get(0).field()).isEqualTo("creativeBrief.primaryMesage");
        assertThat(refused).hasMessageContaining("did you mean \"primaryMessage\"?");
        assertThat(handoff.tasks()).extracting(Task::getTaskDefinitionKey).containsExactly("complete_package");
    }

    /** The handoff's own launch date counts, until the brief says another one. */
    @Test
    void theLaunchDateIsAskedOnce() {
        var start = Brief.start();
        var brief = Json.MAPPER.<ObjectNode>valueToTree(start.get("executionBrief"));
        var launch = LocalDate.parse(String.valueOf(start.get("launchDate")));
        brief.put("launchDate", launch.minusDays(1).toString());
        start.put("executionBrief", Brief.map(brief));
        handoff.start("strategist", Walk.MODEL, start);
        assertThat(component(served("write_documents"), "launchDate")
                        .at("/conditional/hide")
                        .asText())
                .isEqualTo("=launchDateKnown = true");
        assertThat(known("write_documents")).isEqualTo(false);

        handoff.complete("strategist", "write_documents");
        var open = handoff.tasks().get(0).getTaskDefinitionKey();
        assertThat(open).isNotEqualTo("review_brief");
        assertThat(gaps(open)).contains("launchDate");

        brief.put("launchDate", launch.toString());
        var form = contracts.catalog().formView("executionBrief", brief);
        handoff.complete("strategist", open, Map.of("executionBrief", Brief.map(form)));
        assertThat(handoff.tasks()).extracting(Task::getTaskDefinitionKey).containsExactly("review_brief");
    }

    @Test
    void aBriefWithoutALaunchDateHasTheOneOfTheHandoff() {
        var start = Brief.start();
        var brief = Json.MAPPER.<ObjectNode>valueToTree(start.get("executionBrief"));
        brief.remove("launchDate");
        start.put("executionBrief", Brief.map(brief));
        handoff.start("strategist", Walk.MODEL, start);
        assertThat(known("write_documents")).isEqualTo(true);

        handoff.complete("strategist", "write_documents");
        assertThat(handoff.tasks()).extracting(Task::getTaskDefinitionKey).containsExactly("review_brief");
    }

    private @Nullable Object known(String task) {
        return forms.getTaskFormVariables(handoff.task(task).getId()).get("launchDateKnown");
    }

    private void deploy(String file, String text) {
        deploy(Map.of(file, text));
    }

    private void deploy(Map<String, String> files) {
        var deployment = repository.createDeployment().name("operations");
        files.forEach(deployment::addString);
        deployments.add(0, deployment.deploy().getId());
    }

    private JsonNode served(String task) {
        return json(forms.getDeployedTaskForm(handoff.task(task).getId()));
    }

    private JsonNode startForm(String process) {
        return json(forms.getDeployedStartForm(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId()));
    }

    private List<String> gaps(String task) {
        var gaps = Json.parse(String.valueOf(handoff.variable(handoff.task(task), "contextGaps")));
        return gaps.findValuesAsText("field");
    }

    private static JsonNode component(JsonNode form, String key) {
        for (var component : form.path("components")) {
            if (component.path("key").asText().equals(key)) {
                return component;
            }
            var inside = component(component, key);
            if (!inside.isMissingNode()) {
                return inside;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private static JsonNode json(java.io.InputStream form) {
        try (form) {
            return JSON.readTree(form);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
