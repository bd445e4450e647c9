package dev.baton.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.handoff.Cancelled;
import dev.baton.handoff.Ended;
import dev.baton.handoff.Started;
import dev.baton.harness.Brief;
import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.SingleTransfer;
import dev.baton.harness.Story;
import dev.baton.harness.Walk;
import dev.baton.journal.Journal;
import dev.baton.journal.Status;
import dev.baton.packages.DeployedContracts;
import dev.baton.packages.GateJudged;
import dev.baton.packages.PackageChanged;
import dev.baton.review.AdvancedUnreviewed;
import dev.baton.review.Decided;
import dev.baton.review.Reminded;
import dev.baton.review.ReminderSweep;
import dev.baton.review.ReviewAsked;
import dev.baton.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A transfer that a team starts alone: the machine, the quality owner, the receiver, and each of its ends. */
@ServiceTest
class TransferTests {

    private static final String FIELD = "creativeBrief.primaryMessage";

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private ReminderSweep sweep;

    private SingleTransfer transfer;
    private Story story;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        transfer = new SingleTransfer(handoff, contracts);
        story = new Story(journal, handoff.key());
        handoff.pass(Duration.ZERO);
    }

    @Test
    void aCompletePackageChangesHands() {
        transfer.toReceiver().accept();

        assertThat(story.kinds())
                .containsExactly(
                        Started.class,
                        PackageChanged.class,
                        GateJudged.class,
                        ReviewAsked.class,
                        QualityPassed.class,
                        ReviewAsked.class,
                        Decided.class,
                        Accepted.class,
                        Ended.class);
        assertThat(story.detail(Accepted.class))
                .containsEntry("contract", SingleTransfer.CONTRACT)
                .containsEntry("nextStep", "Plan the first quarter")
                .containsEntry("nextStepOwner", People.ADMIN);
        assertThat(story.summary().status()).isEqualTo(Status.ENDED);
        assertThat(story.summary().outcome()).isEqualTo("accepted");
        assertThat(handoff.tasks()).isEmpty();
    }

    @Test
    void theContractSaysWhoHandsOverToWhom() {
        transfer.startWith(incomplete());
        assertThat(groups(handoff.task("complete_package"))).containsExactly("strategist");

        transfer.submit(transfer.brief()).pass();
        assertThat(groups(handoff.task("receive_handoff"))).containsExactly("creative");
    }

    @Test
    void whatIsIncompleteReturnsToTheSenderWithEachGapNamed() {
        transfer.startWith(incomplete());

        assertThat(openTasks()).containsExactly("complete_package");
        assertThat(story.summary().status()).isEqualTo(Status.INCOMPLETE);
        assertThat(story.summary().completenessPercent()).isBetween(1, 99);
        assertThat(handoff.variable(handoff.task("complete_package"), "contextGaps"))
                .asString()
                .contains("primaryMessage", "The one message", "risk", "example")
                .doesNotContain("offLimits");
        assertThat(story.detail(GateJudged.class)).containsEntry("complete", false);
    }

    @Test
    void theSenderWhoClosesTheGapsReachesTheQualityOwner() {
        transfer.startWith(incomplete()).submit(transfer.brief());

        assertThat(openTasks()).containsExactly("review_quality");
        assertThat(story.summary().status()).isEqualTo(Status.IN_REVIEW);
        assertThat(story.summary().completenessPercent()).isEqualTo(100);
        assertThat(story.detail(GateJudged.class))
                .containsEntry("complete", true)
                .extractingByKey("versions")
                .isEqualTo(Map.of("creativeBrief", 2));
    }

    @Test
    void aSenderWhoClosesNothingKeepsTheTask() {
        transfer.startWith(incomplete());
        handoff.complete("strategist", "complete_package");

        assertThat(openTasks()).containsExactly("complete_package");
        assertThat(story.of(GateJudged.class)).hasSize(2);
    }

    @Test
    void whatTheQualityOwnerReturnsPassesTheGateAndTheQualityOwnerAgain() {
        transfer.toQualityCheck().returnToSender();

        assertThat(handoff.variable(handoff.task("complete_package"), "reviewReason"))
                .isEqualTo("The message is a feature, not a benefit.");
        assertThat(story.detail(QualityReturned.class))
                .containsEntry("reason", "The message is a feature, not a benefit.");
        assertThat(story.summary().sentBack()).isEqualTo(1);

        transfer.submit(transfer.brief().put("primaryMessage", "You cook less and sell more."));
        assertThat(openTasks()).containsExactly("review_quality");
        assertThat(story.of(GateJudged.class)).hasSize(2);
    }

    @Test
    void returningWithoutAReasonIsRefused() {
        transfer.toQualityCheck();

        assertThatThrownBy(() -> handoff.complete("quality-owner", "review_quality", Map.of("decision", "changes")))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(fields(refused)).containsExactly("reason"));
        assertThat(openTasks()).containsExactly("review_quality");
    }

    @Test
    void aQuestionGoesToTheSenderWithItsFieldAndTheAnswerReturns() {
        transfer.toReceiver().ask(FIELD, "Is this a claim we may make?");

        var question = handoff.task("answer_clarification");
        assertThat(groups(question)).containsExactly("strategist");
        assertThat(handoff.variable(question, "clarificationField")).isEqualTo(FIELD);
        assertThat(handoff.variable(question, "clarificationQuestion")).isEqualTo("Is this a claim we may make?");
        assertThat(story.summary().status()).isEqualTo(Status.CLARIFYING);
        assertThat(story.summary().clarifications()).isEqualTo(1);
        assertThat(story.detail(ClarificationAsked.class))
                .containsEntry("field", FIELD)
                .containsEntry("question", "Is this a claim we may make?");

        handoff.pass(Duration.ofHours(10));
        transfer.answer("Yes, legal agreed on Monday.");

        var receiver = handoff.task("receive_handoff");
        assertThat(handoff.variable(receiver, "clarificationAnswer")).isEqualTo("Yes, legal agreed on Monday.");
        assertThat(handoff.variable(receiver, "askedQuestion")).isEqualTo("Is this a claim we may make?");
        assertThat(handoff.variable(receiver, "clarificationQuestion")).isNull();
        assertThat(story.summary().status()).isEqualTo(Status.WAITING_FOR_RECEIVER);
        assertThat(story.detail(ClarificationAnswered.class))
                .containsEntry("field", FIELD)
                .containsEntry("answer", "Yes, legal agreed on Monday.")
                .containsEntry("waitSeconds", 36_000);
        assertThat(story.summary().clarificationWaitSeconds()).isEqualTo(36_000);
    }

    @Test
    void aQuestionAboutAFieldThatTheContractDoesNotHaveIsRefused() {
        transfer.toReceiver();

        assertThatThrownBy(() -> transfer.ask("creativeBrief.mood", "Which mood?"))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(fields(refused)).containsExactly("clarificationField"));
        assertThat(openTasks()).containsExactly("receive_handoff");
        assertThat(story.summary().clarifications()).isZero();
    }

    @Test
    void theReceiversClockStandsStillWhileTheSenderAnswers() {
        transfer.toReceiver();
        assertThat(handoff.task("receive_handoff").getDueDate().toInstant()).isEqualTo(in(48));

        handoff.pass(Duration.ofHours(30));
        transfer.ask(FIELD, "Is this a claim we may make?");
        handoff.pass(Duration.ofHours(10));
        transfer.answer("Yes.");
        assertThat(handoff.task("receive_handoff").getDueDate().toInstant()).isEqualTo(in(18));
        assertThat(timer("timer_receiveHandoff48h")).isEqualTo(in(18));

        handoff.pass(Duration.ofHours(5));
        transfer.ask(FIELD, "In every country?");
        handoff.pass(Duration.ofHours(47));
        transfer.answer("In all of them.");
        assertThat(handoff.task("receive_handoff").getDueDate().toInstant()).isEqualTo(in(13));
        assertThat(timer("timer_receiveHandoff48h")).isEqualTo(in(13));
        assertThat(story.summary().clarifications()).isEqualTo(2);
        assertThat(story.summary().clarificationWaitSeconds())
                .isEqualTo(Duration.ofHours(57).toSeconds());

        handoff.pass(Duration.ofHours(12));
        assertThat(openTasks()).containsExactly("receive_handoff");
        handoff.pass(Duration.ofHours(1));
        assertThat(openTasks()).containsExactly("decide_escalated");
    }

    @Test
    void aQuestionDoesNotTakeBackTheTimeThatTheReceiverWasGiven() {
        transfer.toReceiver();
        handoff.pass(Duration.ofHours(30));
        tasks.setDueDate(handoff.task("receive_handoff").getId(), Date.from(in(72)));
        handoff.pass(Duration.ofHours(2));
        transfer.ask(FIELD, "Is this a claim we may make?");
        handoff.pass(Duration.ofHours(10));
        transfer.answer("Yes.");

        assertThat(handoff.task("receive_handoff").getDueDate().toInstant()).isEqualTo(in(70));
        assertThat(timer("timer_receiveHandoff48h")).isEqualTo(in(70));
    }

    @Test
    void aReceiverWhoseTimeWasCutAsksWithWhatIsLeft() {
        transfer.toReceiver();
        tasks.setDueDate(handoff.task("receive_handoff").getId(), Date.from(in(3)));
        handoff.pass(Duration.ofHours(1));
        transfer.ask(FIELD, "Is this a claim we may make?");
        handoff.pass(Duration.ofHours(10));
        transfer.answer("Yes.");

        assertThat(handoff.task("receive_handoff").getDueDate().toInstant()).isEqualTo(in(2));
    }

    @Test
    void theSenderMayCorrectThePackageWhileAnswering() {
        transfer.toReceiver().ask(FIELD, "Is this a claim we may make?");
        var corrected = transfer.brief().put("primaryMessage", "You cook less and sell more.");
        handoff.complete(
                "strategist",
                "answer_clarification",
                Map.of(
                        "clarificationAnswer",
                        "No. I changed it.",
                        SingleTransfer.PACKAGE,
                        Brief.map(transfer.form(corrected))));

        assertThat(handoff.variable(handoff.task("receive_handoff"), SingleTransfer.PACKAGE))
                .asString()
                .contains("You cook less and sell more.");
    }

    @Test
    void aReceiverRejectsWithAReason() {
        transfer.toReceiver();
        assertThatThrownBy(() -> handoff.complete("creative", "receive_handoff", Map.of("decision", "rejected")))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(fields(refused)).containsExactly("reason"));

        handoff.complete(
                "creative", "receive_handoff", Map.of("decision", "rejected", "reason", "We have no photographer."));

        assertThat(story.detail(Rejected.class))
                .containsEntry("reason", "We have no photographer.")
                .containsEntry("contract", SingleTransfer.CONTRACT);
        assertThat(story.summary().outcome()).isEqualTo("rejected");
        assertThat(handoff.tasks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"approvalsGiven", "fileNamesConform", "dateWorks", "nextStep", "nextStepOwner"})
    void acceptanceNeedsEachOfItsConfirmations(String confirmation) {
        transfer.toReceiver();
        var without = new HashMap<>(Walk.acceptance());
        without.remove(confirmation);
        var denied = new HashMap<>(Walk.acceptance());
        denied.computeIfPresent(confirmation, (name, value) -> value instanceof Boolean ? false : " ");

        for (var answer : List.of(without, denied)) {
            assertThatThrownBy(() -> handoff.complete("creative", "receive_handoff", answer))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refused -> assertThat(fields(refused)).containsExactly(confirmation));
        }
        assertThat(openTasks()).containsExactly("receive_handoff");
        assertThat(story.kinds()).doesNotContain(Decided.class, Accepted.class);
    }

    @Test
    void confirmationsOfAnEarlierRoundDoNotCount() {
        transfer.toReceiver();
        var question = new HashMap<>(Walk.acceptance());
        question.putAll(SingleTransfer.question(FIELD, "Is this a claim we may make?"));
        handoff.complete("creative", "receive_handoff", question);
        transfer.answer("Yes.");

        assertThatThrownBy(() -> handoff.complete("creative", "receive_handoff", Map.of("decision", "accepted")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(fields(refused))
                                .containsExactly(
                                        "approvalsGiven",
                                        "fileNamesConform",
                                        "dateWorks",
                                        "nextStep",
                                        "nextStepOwner"));
    }

    @Test
    void aCancelledTransferEndsWithItsReason() {
        transfer.toReceiver().ask(FIELD, "Is this a claim we may make?");
        handoff.cancel(story.summary().processInstanceId(), "The menu stays as it is.");

        assertThat(story.summary().status()).isEqualTo(Status.CANCELLED);
        assertThat(story.summary().outcome()).isEqualTo("cancelled");
        assertThat(story.of(Cancelled.class)).hasSize(1);
        assertThat(story.detail(Cancelled.class)).containsEntry("reason", "The menu stays as it is.");
        assertThat(handoff.tasks()).isEmpty();
    }

    @Test
    void aCancelledEscalationEndsWithItsTransfer() {
        transfer.toReceiver();
        handoff.pass(Duration.ofHours(48));
        handoff.cancel(story.summary().processInstanceId(), "The menu stays as it is.");

        assertThat(story.summary().status()).isEqualTo(Status.CANCELLED);
        assertThat(story.of(Cancelled.class)).hasSize(1);
        assertThat(handoff.tasks()).isEmpty();
    }

    @Test
    void aQuestionThatNobodyAnswersIsHeldAndItsWholeWaitCounts() {
        transfer.toReceiver();
        handoff.pass(Duration.ofHours(30));
        transfer.ask(FIELD, "Is this a claim we may make?");
        handoff.pass(Duration.ofHours(24));
        sweep.sweep();
        assertThat(story.detail(Reminded.class)).containsEntry("review", "clarification");

        handoff.pass(Duration.ofHours(24));
        assertThat(openTasks()).containsExactly("decide_escalated");
        assertThat(handoff.task("decide_escalated").getAssignee()).isEqualTo("ruth");
        assertThat(handoff.variable(handoff.task("decide_escalated"), "clarificationQuestion"))
                .isEqualTo("Is this a claim we may make?");
        handoff.pass(Duration.ofHours(48));
        assertThat(openTasks()).containsExactly("decide_held");
        assertThat(story.summary().status()).isEqualTo(Status.HELD);

        handoff.pass(Duration.ofHours(4));
        handoff.complete("ruth", "decide_held", Map.of("clarificationAnswer", "Legal agreed."));

        assertThat(handoff.variable(handoff.task("receive_handoff"), "clarificationAnswer"))
                .isEqualTo("Legal agreed.");
        assertThat(handoff.task("receive_handoff").getDueDate().toInstant()).isEqualTo(in(18));
        assertThat(story.detail(ClarificationAnswered.class))
                .containsEntry("waitSeconds", (int) Duration.ofHours(100).toSeconds())
                .containsEntry("field", FIELD);
        assertThat(story.summary().clarificationWaitSeconds())
                .isEqualTo(Duration.ofHours(100).toSeconds());
    }

    @Test
    void anUnansweredQualityCheckIsHeldUntilTheAccountablePersonDecides() {
        transfer.toQualityCheck();
        handoff.pass(Duration.ofHours(96));

        assertThat(openTasks()).containsExactly("decide_held");
        assertThat(story.kinds()).doesNotContain(QualityPassed.class, AdvancedUnreviewed.class);
        handoff.complete("ruth", "decide_held", Map.of("decision", "approved"));
        assertThat(openTasks()).containsExactly("receive_handoff");
        assertThat(story.detail(QualityPassed.class)).containsEntry("reviewer", "quality-owner");
        assertThat(story.last(QualityPassed.class).who()).isEqualTo("ruth");
    }

    @Test
    void theAccountablePersonReturnsAPackageInTheQualityOwnersPlace() {
        transfer.toQualityCheck();
        handoff.pass(Duration.ofHours(48));
        handoff.complete("ruth", "decide_escalated", Map.of("decision", "changes", "reason", "No benefit in sight."));

        assertThat(handoff.variable(handoff.task("complete_package"), "reviewReason"))
                .isEqualTo("No benefit in sight.");
        assertThat(story.detail(QualityReturned.class)).containsEntry("reviewer", "quality-owner");
    }

    @Test
    void anUnansweredAcceptanceIsHeldAndStillNeedsItsConfirmations() {
        transfer.toReceiver();
        handoff.pass(Duration.ofHours(96));

        assertThat(openTasks()).containsExactly("decide_held");
        assertThatThrownBy(() -> handoff.complete("ruth", "decide_held", Map.of("decision", "accepted")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> handoff.complete("ruth", "decide_held", Map.of("decision", "advanced")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("accepted, clarify, rejected");
        handoff.complete("ruth", "decide_held", Walk.acceptance());

        assertThat(story.summary().outcome()).isEqualTo("accepted");
        assertThat(story.detail(Accepted.class)).containsEntry("nextStepOwner", People.ADMIN);
    }

    @Test
    void theAccountablePersonMayAskInTheReceiversPlace() {
        transfer.toReceiver();
        handoff.pass(Duration.ofHours(48));
        handoff.complete("ruth", "decide_escalated", SingleTransfer.question(FIELD, "Is this a claim we may make?"));

        var question = handoff.task("answer_clarification");
        assertThat(handoff.variable(question, "clarificationQuestion")).isEqualTo("Is this a claim we may make?");
        assertThat(story.summary().clarifications()).isEqualTo(1);
        transfer.answer("Yes.");
        assertThat(openTasks()).containsExactly("receive_handoff");
    }

    private com.fasterxml.jackson.databind.node.ObjectNode incomplete() {
        var brief = transfer.brief();
        brief.remove("primaryMessage");
        return brief;
    }

    private Instant in(int hours) {
        return Scenario.now().plus(Duration.ofHours(hours));
    }

    private Instant timer(String element) {
        return jobs.createJobQuery()
                .processInstanceId(handoff.process(ProcessKeys.TRANSFER).getId())
                .activityId(element)
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    private List<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }

    private static List<String> fields(Refusal refused) {
        return refused.fields().stream().map(field -> field.field()).toList();
    }

    private List<String> openTasks() {
        return handoff.tasks().stream().map(Task::getTaskDefinitionKey).toList();
    }
}
