package dev.baton.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.handoff.Cancelled;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.SingleTransfer;
import dev.baton.harness.Story;
import dev.baton.harness.Walk;
import dev.baton.journal.Journal;
import dev.baton.packages.DeployedContracts;
import dev.baton.packages.GateJudged;
import dev.baton.review.Decided;
import dev.baton.shared.Refusal;
import dev.baton.transfer.Accepted;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers that no form asks for and a request may send all the same: they change no rule that the handoff runs by. */
@ServiceTest
class CraftedAnswersTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TaskService tasks;

    private SingleTransfer transfer;
    private Story story;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        transfer = new SingleTransfer(handoff, contracts);
        story = new Story(journal, handoff.key());
    }

    @ParameterizedTest
    @CsvSource({
        "contract, content-to-design",
        "complexity, simple",
        "executionParty, internal",
        "campaignType, email",
        "senderRole, creative",
        "receiverRole, strategist",
        "transferPackages, designBrief"
    })
    void aTaskDoesNotChangeWhatItsHandoffIsJudgedBy(String term, String value) {
        var brief = transfer.brief();
        brief.remove("primaryMessage");
        transfer.startWith(brief, Map.of("complexity", "high", "executionParty", "external"));

        var refused = refused("strategist", "complete_package", Map.of(term, value));

        assertThat(refused.fields().get(0).field()).isEqualTo(term);
        assertThat(refused)
                .hasMessageMatching(".*(does not ask for \"%1$s\"|\"%1$s\" follows what was agreed).*".formatted(term));
        assertThat(openTasks()).containsExactly("complete_package");
        assertThat(story.of(GateJudged.class)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"reviewForm, no-such-form", "reviewForm, quality-check", "review, brief", "reviewPackages, designBrief"
    })
    void anEscalatedReviewKeepsItsFormAndItsPolicy(String term, String value) {
        transfer.toReceiver();
        handoff.pass(Duration.ofHours(48));

        refused("ruth", "decide_escalated", Map.of("decision", "advanced", term, value));
        refused("ruth", "decide_escalated", Map.of("decision", "accepted", term, value));

        assertThat(openTasks()).containsExactly("decide_escalated");
        assertThat(story.kinds()).doesNotContain(Decided.class, Accepted.class);
    }

    @Test
    void aReviewComesBeforeOtherWorkAndAnEscalatedOneBeforeReviews() {
        transfer.toReceiver();
        assertThat(handoff.task("receive_handoff").getPriority()).isEqualTo(60);

        handoff.pass(Duration.ofHours(48));

        assertThat(handoff.task("decide_escalated").getPriority()).isEqualTo(80);
    }

    @Test
    void nobodyButAnEscalationAdvances() {
        transfer.toQualityCheck();
        refused("quality-owner", "review_quality", Map.of("decision", "advanced"));
        transfer.pass();
        var acceptance = new HashMap<>(Walk.acceptance());
        acceptance.put("decision", "advanced");
        refused("creative", "receive_handoff", acceptance);

        assertThat(openTasks()).containsExactly("receive_handoff");
    }

    @Test
    void operationsMayCorrectATerm() {
        var brief = transfer.brief();
        brief.remove("primaryMessage");
        transfer.startWith(brief);
        var instance = story.summary().processInstanceId();

        handoff.as("operations", () -> {
            runtime.setVariable(instance, "receiverRole", "production");
            return instance;
        });

        assertThat(runtime.getVariable(instance, "receiverRole")).isEqualTo("production");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            complexity     | odd                | PATCH /api/handoffs
            executionParty | internal           | PATCH /api/handoffs
            receiverRole   | juggler            | strategist
            contract       | nonsense           | strategy-to-execution
            """)
    void operationsCorrectATermOnlyToOneThatWorks(String term, String value, String known) {
        transfer.startWith(transfer.brief());
        var instance = story.summary().processInstanceId();
        var before = runtime.getVariable(instance, term);

        var refused = catchThrowableOfType(
                Refusal.class,
                () -> handoff.as("operations", () -> {
                    runtime.setVariable(instance, term, value);
                    return instance;
                }));

        assertThat(refused).as("a refusal").isNotNull();
        assertThat(refused.fields().get(0).field()).isEqualTo(term);
        assertThat(refused).hasMessageContaining(known);
        assertThat(runtime.getVariable(instance, term)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"team", "raci", "complexity", "contract"})
    void operationsCorrectNoTermToANumberOrAYes(String term) {
        transfer.startWith(transfer.brief());
        var instance = story.summary().processInstanceId();

        for (var value : List.<Object>of(1.5, 7L, 7, true)) {
            var refused = catchThrowableOfType(
                    Refusal.class,
                    () -> handoff.as("operations", () -> {
                        runtime.setVariable(instance, term, value);
                        return instance;
                    }));

            assertThat(refused).as("%s as %s", value, term).isNotNull();
            assertThat(refused.fields().get(0).field()).isEqualTo(term);
        }
    }

    @Test
    void aReasonThatComesAsADocumentIsKeptAsItIsWritten() {
        transfer.startWith(transfer.brief());

        handoff.cancel(
                story.summary().processInstanceId(),
                SpinValues.jsonValue("{\"why\":\"gone\"}").create());

        assertThat(story.detail(Cancelled.class)).containsEntry("reason", "{\"why\":\"gone\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"quarter", "loopCounter", "receiverSecondsUsed", "reviewFirstAskedAt", "decison", "outcome"})
    void operationsSetNothingThatIsNoTerm(String name) {
        transfer.toQualityCheck();
        var instance = story.summary().processInstanceId();

        var refused = catchThrowableOfType(
                Refusal.class,
                () -> handoff.as("operations", () -> {
                    runtime.setVariable(instance, name, 3);
                    return instance;
                }));

        assertThat(refused).hasMessageContaining("what can be is").hasMessageContaining("receiverRole");
        assertThat(runtime.getVariables(instance)).doesNotContainEntry(name, 3);
    }

    @Test
    void somebodysOwnProcessMayUseTheSameNames() {
        repository
                .createDeployment()
                .name("harness")
                .addClasspathResource("harness/harness-walk.bpmn")
                .enableDuplicateFiltering(true)
                .deploy();
        handoff.start(People.ADMIN, "harness-walk", Map.of());
        tasks.setAssignee(handoff.task("ask").getId(), people.named("creative"));

        handoff.complete("creative", "ask", Map.of("delivery", "by post", "contract", "signed", "answer", "no"));

        assertThat(runtime.getVariables(handoff.process("harness-walk").getId()))
                .containsEntry("delivery", "by post")
                .containsEntry("contract", "signed");
    }

    private Refusal refused(String who, String task, Map<String, Object> answer) {
        var refused = catchThrowableOfType(Refusal.class, () -> handoff.complete(who, task, answer));
        assertThat(refused).as("a refusal").isNotNull();
        return refused;
    }

    private List<String> openTasks() {
        return handoff.tasks().stream().map(Task::getTaskDefinitionKey).toList();
    }
}
