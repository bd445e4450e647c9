package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.harness.Approval;
import dev.baton.harness.Brief;
import dev.baton.harness.LookBack;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.Walk;
import dev.baton.journal.Event;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.journal.JournalEvent;
import dev.baton.journal.Status;
import dev.baton.packages.DeployedContracts;
import dev.baton.packages.GateJudged;
import dev.baton.packages.PackageChanged;
import dev.baton.process.NotRunning;
import dev.baton.retrospective.Rated;
import dev.baton.retrospective.RetrospectiveHeld;
import dev.baton.review.Decided;
import dev.baton.review.ReviewAsked;
import dev.baton.shared.Refusal;
import dev.baton.transfer.Accepted;
import dev.baton.transfer.QualityPassed;
import dev.baton.transfer.Rejected;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A documentation-first handoff from its start to each of its ends. */
@ServiceTest
class DocumentationFirstTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private Handoffs handoffs;

    private Walk walk;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        walk = new Walk(handoff, contracts);
    }

    @Test
    void aCompleteBriefGoesFromStartToLaunchAndEndsWhenItHasTaughtSomething() {
        walk.toPreLaunch().launch();

        assertThat(summary().status()).isEqualTo(Status.LAUNCHED);
        assertThat(openTasks()).containsExactlyInAnyOrder("rate_asSender", "rate_asReceiver", "rate_brand");
        assertThat(handoff.variable(handoff.task("rate_asSender"), "strategyBrief"))
                .isNotNull();

        new LookBack(handoff, contracts)
                .rateAsSender(9)
                .rateAsReceiver(8)
                .rateBrand(7)
                .hold();

        assertThat(summary().status()).isEqualTo(Status.ENDED);
        assertThat(summary().outcome()).isEqualTo("launched");
        assertThat(summary().completenessPercent()).isEqualTo(100);
        assertThat(kinds())
                .startsWith(Started.class)
                .containsSubsequence(
                        GateJudged.class,
                        ReviewAsked.class,
                        Decided.class,
                        QualityPassed.class,
                        Accepted.class,
                        Launched.class,
                        Rated.class,
                        RetrospectiveHeld.class,
                        Ended.class)
                .endsWith(RetrospectiveHeld.class, Ended.class);
        assertThat(handoff.tasks()).isEmpty();
    }

    @Test
    void theStatusTellsWhereTheHandoffStands() {
        walk.toBriefReview();
        assertThat(summary().status()).isEqualTo(Status.IN_REVIEW);
        walk.approve("manager", "review_brief");
        walk.approve("quality-owner", "review_quality");
        assertThat(summary().status()).isEqualTo(Status.WAITING_FOR_RECEIVER);
        handoff.complete("execution-owner", "receive_handoff", Walk.acceptance());
        assertThat(summary().status()).isEqualTo(Status.ACCEPTED);
        walk.approve("execution-owner", "review_kickoff");
        assertThat(summary().status()).isEqualTo(Status.IN_WORK);
    }

    @Test
    void anIncompleteBriefNeverMovesForward() {
        handoff.start("strategist", Walk.MODEL, Brief.facts());
        handoff.complete("strategist", "write_documents");
        handoff.complete("strategist", "complete_documents");

        assertThat(openTasks()).containsExactly("complete_documents");
        assertThat(summary().status()).isEqualTo(Status.INCOMPLETE);
        var verdict = lastOf(GateJudged.class).detail();
        assertThat(verdict).containsEntry("complete", false);
        assertThat(verdict).extractingByKey("gaps").asString().contains("objective");
    }

    @Test
    void whatTheAuthorWritesInTheFormClosesTheGap() {
        var start = Brief.start();
        start.remove("feedbackProtocol");
        handoff.start("strategist", Walk.MODEL, start);
        handoff.complete("strategist", "write_documents");
        assertThat(openTasks()).containsExactly("complete_documents");

        handoff.complete(
                "strategist",
                "complete_documents",
                Map.of("feedbackProtocol", Brief.map(Brief.complete().at("/packages/feedbackProtocol"))));

        assertThat(openTasks()).containsExactly("review_brief");
        assertThat(lastOf(PackageChanged.class).detail()).containsEntry("package", "feedbackProtocol");
    }

    @Test
    void changesToTheBriefReturnToTheAuthorWithTheReason() {
        walk.toBriefReview().sendBack("manager", "review_brief");

        var task = handoff.task("complete_documents");
        assertThat(handoff.variable(task, "reviewReason")).isEqualTo("The offer is not what we agreed.");
        assertThat(summary().sentBack()).isEqualTo(1);
    }

    @Test
    void aRejectedBriefEndsTheHandoff() {
        walk.toBriefReview().reject("manager", "review_brief");

        assertThat(summary().outcome()).isEqualTo("rejected");
        assertThat(lastOf(Rejected.class).detail()).containsEntry("reason", "The campaign makes no sense any more.");
    }

    @Test
    void aReceiverWhoRejectsEndsTheHandoff() {
        walk.toReceiver().reject("execution-owner", "receive_handoff");

        assertThat(summary().outcome()).isEqualTo("rejected");
        assertThat(kinds().stream().filter(Rejected.class::equals)).hasSize(1);
    }

    @Test
    void aKickoffWithOpenQuestionsGoesBackToTheDocuments() {
        walk.toKickoff().sendBack("execution-owner", "review_kickoff");

        assertThat(openTasks()).containsExactly("complete_documents");
    }

    @Test
    void workThatLeftItsCourseIsDoneAgain() {
        walk.toWork().report(25);
        walk.sendBackForRevision("strategist", "review_progress");

        assertThat(openTasks()).containsExactly("work_quarter");
    }

    @Test
    void aConceptThatMissesTheIntentIsDoneAgain() {
        walk.toConcept().sendBackForRevision("strategist", "review_concept");

        assertThat(openTasks()).containsExactly("work_quarter");
        assertThat(lastOf(Decided.class).detail())
                .containsEntry("review", "concept")
                .containsEntry("revisionReason", "wrong-tone")
                .containsEntry("severity", "major")
                .containsEntry("position", 25);
    }

    @Test
    void theCheckpointsComeInTheirOrder() {
        walk.toFinish();

        assertThat(journal.events(handoff.key()).stream()
                        .filter(event -> event.is(Decided.class))
                        .map(event -> event.detail().get("review")))
                .containsExactly(
                        "brief",
                        "acceptance",
                        "kickoff",
                        "progress-25",
                        "concept",
                        "progress-50",
                        "progress-75",
                        "draft");
    }

    @Test
    void workThatIsRejectedAtItsApprovalEndsTheHandoff() {
        walk.toFinalApproval().reject("final-approver", "review_finalApproval");

        assertThat(summary().outcome()).isEqualTo("rejected");
        assertThat(kinds().stream().filter(Rejected.class::equals)).hasSize(1);
        assertThat(handoff.tasks()).isEmpty();
    }

    @Test
    void whoHandsTheWorkInSaysWhoHasToLookAtIt() {
        walk.toFinish();
        handoff.complete(
                "execution-owner",
                "finish_work",
                Map.of("workLink", "https://work.example.org/drive", "expertApplies", "yes", "legalNeeded", "yes"));
        handoff.complete("execution-owner", "review_self", Approval.selfReview());
        walk.approve("manager", "review_strategicFit");
        walk.approve("subject-matter-expert", "review_accuracy");
        walk.approve("legal", "review_legal");

        assertThat(openTasks()).containsExactly("review_finalApproval");
    }

    @Test
    void theApprovalSeesTheWorkAndProductionSeesItsLastVersion() {
        walk.toApproval();
        assertThat(handoff.variable(handoff.task("review_self"), "workLink"))
                .isEqualTo("https://work.example.org/drive");
        assertThat(handoff.variable(handoff.task("review_self"), "strategyBrief"))
                .asString()
                .contains("objective");

        handoff.complete("execution-owner", "review_self", Approval.changes());
        handoff.complete("execution-owner", "revise_afterSelfReview", Approval.revision());
        handoff.complete("execution-owner", "review_self", Approval.selfReview());
        walk.approve("manager", "review_strategicFit");
        walk.approve("final-approver", "review_finalApproval");

        assertThat(handoff.variable(handoff.task("prepare_launch"), "workLink"))
                .isEqualTo("https://work.example.org/poster-v3");
        assertThat(summary().status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void nothingLaunchesWithoutItsLaunchPackage() {
        walk.toLaunchPreparation();
        handoff.complete("production", "prepare_launch");

        assertThat(openTasks()).containsExactly("prepare_launch");
        assertThat(lastOf(GateJudged.class).detail()).containsEntry("contract", "production-to-launch");
    }

    @Test
    void aLaunchThatIsNotClearedIsPreparedAgain() {
        walk.toPreLaunch().sendBack("final-approver", "review_preLaunch");

        assertThat(openTasks()).containsExactly("prepare_launch");
    }

    @Test
    void aCancelledHandoffEndsAsCancelledWhateverIsOpen() {
        walk.toReceiver();
        handoff.cancel(summary().processInstanceId(), "The budget is gone.");

        assertThat(summary().status()).isEqualTo(Status.CANCELLED);
        assertThat(lastOf(Cancelled.class).detail()).containsEntry("reason", "The budget is gone.");
        assertThat(handoff.tasks()).isEmpty();
    }

    @Test
    void aLaunchIsNotTakenBackWhileTheTeamLooksBack() {
        walk.toPreLaunch().launch();

        assertThatThrownBy(() -> handoff.as("manager", () -> {
                    handoffs.stop(summary(), "It is over for us.");
                    return true;
                }))
                .isInstanceOf(NotRunning.class)
                .hasMessageContaining("only the retrospective is left");
        assertThat(summary().status()).isEqualTo(Status.LAUNCHED);
        assertThat(openTasks()).hasSize(3);
    }

    @Test
    void aDecisionThatTheFormDoesNotKnowIsRefused() {
        walk.toBriefReview();

        assertThatThrownBy(() -> handoff.complete("manager", "review_brief", Map.of("decision", "advanced")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("approved, changes, rejected");
        assertThatThrownBy(() -> handoff.complete("manager", "review_brief", Map.of("decision", "changes")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("needs an answer");
        assertThat(openTasks()).containsExactly("review_brief");
    }

    private List<String> openTasks() {
        return handoff.tasks().stream().map(Task::getTaskDefinitionKey).toList();
    }

    private List<Class<? extends JournalEvent>> kinds() {
        return journal.events(handoff.key()).stream()
                .<Class<? extends JournalEvent>>map(event -> event.what().getClass())
                .toList();
    }

    private Event lastOf(Class<? extends JournalEvent> kind) {
        return journal.events(handoff.key()).stream()
                .filter(event -> event.is(kind))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private Handoff summary() {
        return journal.find(handoff.key()).orElseThrow();
    }
}
