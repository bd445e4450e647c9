package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.handoff.Cancelled;
import dev.baton.harness.Approval;
import dev.baton.harness.Approval.Stage;
import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.Story;
import dev.baton.journal.Event;
import dev.baton.journal.Journal;
import dev.baton.journal.Status;
import dev.baton.shared.Refusal;
import dev.baton.transfer.Rejected;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An approval that a team starts alone: five stages, and at each of them yes, changes, silence. */
@ServiceTest
class ApprovalTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    private Approval approval;
    private Story story;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        approval = new Approval(handoff);
        story = new Story(journal, handoff.key());
        handoff.pass(Duration.ZERO);
    }

    @Test
    void workIsApprovedInOrder() {
        approval.to(Stage.FINAL).approve(Stage.FINAL);

        assertThat(story.of(Decided.class))
                .extracting(
                        event -> event.detail().get("review"),
                        event -> event.detail().get("decision"))
                .containsExactly(
                        tuple("self-review", "approved"),
                        tuple("manager", "approved"),
                        tuple("subject-matter-expert", "approved"),
                        tuple("legal", "approved"),
                        tuple("final-approval", "approved"));
        assertThat(story.summary().status()).isEqualTo(Status.ENDED);
        assertThat(story.summary().outcome()).isEqualTo("approved");
        assertThat(story.summary().sentBack()).isZero();
        assertThat(handoff.tasks()).isEmpty();
    }

    @ParameterizedTest(name = "expert {0}, legal {1}: {2}")
    @CsvSource({
        "yes, yes, review_accuracy review_legal review_finalApproval",
        "yes, no,  review_accuracy review_finalApproval",
        "no,  yes, review_legal review_finalApproval",
        "no,  no,  review_finalApproval"
    })
    void theExpertAndLegalAreAskedOnlyWhereTheyAreNeeded(String expert, String legal, String tasks) {
        approval.to(Stage.EXPERT, Map.of("expertApplies", expert, "legalNeeded", legal));

        for (var task : tasks.split(" ", -1)) {
            assertThat(openTasks()).containsExactly(task);
            approval.approve(stage(task));
        }
        assertThat(story.summary().outcome()).isEqualTo("approved");
    }

    @ParameterizedTest
    @EnumSource
    void whoAsksForChangesSeesTheWorkAgainAndNobodyElseDoes(Stage stage) {
        approval.to(stage).sendBack(stage);

        assertThat(openTasks()).containsExactly(stage.revision);
        assertThat(story.summary().status()).isEqualTo(Status.IN_WORK);
        approval.revise(stage);
        assertThat(openTasks()).containsExactly(stage.task);
        assertThat(story.summary().status()).isEqualTo(Status.IN_REVIEW);
        approval.sendBack(stage).revise(stage).approve(stage);

        assertThat(story.summary().sentBack()).isEqualTo(2);
        assertThat(openTasks()).doesNotContain(stage.task, stage.revision);
    }

    @ParameterizedTest
    @EnumSource
    void aRevisionIsCountedByReasonSeverityAndPosition(Stage stage) {
        approval.to(stage, Map.of("shareDone", 80L)).sendBack(stage);

        assertThat(story.detail(Decided.class))
                .containsEntry("review", stage.policy)
                .containsEntry("decision", "changes")
                .containsEntry("revisionReason", "wrong-tone")
                .containsEntry("severity", "major")
                .containsEntry("position", 80)
                .containsEntry("reason", "It shouts at people who only want dinner.");

        approval.revise(stage).approve(stage);
        assertThat(story.detail(Decided.class)).doesNotContainKeys("revisionReason", "severity", "position");
    }

    @Test
    void whereNobodyKnowsHowFarTheWorkIsARevisionHasNoPosition() {
        approval.to(Stage.MANAGER).sendBack(Stage.MANAGER);

        assertThat(story.detail(Decided.class)).containsKey("severity").doesNotContainKey("position");
    }

    @ParameterizedTest
    @ValueSource(strings = {"revisionReason", "severity", "reason"})
    void aRevisionNeedsEachOfItsFacts(String fact) {
        approval.to(Stage.MANAGER);
        var without = new HashMap<>(Approval.changes());
        without.remove(fact);

        assertRefused(fact, () -> handoff.complete("manager", "review_strategicFit", without));
    }

    @Test
    void theCreatorReadsWhoAskedWhyAndHowSevere() {
        approval.to(Stage.EXPERT).sendBack(Stage.EXPERT);

        var revision = handoff.task("revise_afterAccuracy");
        assertThat(handoff.variable(revision, "askedAt")).isEqualTo("Facts");
        assertThat(handoff.variable(revision, "decidedBy")).isEqualTo("subjectmatterexpert");
        assertThat(handoff.variable(revision, "revisionReason")).isEqualTo("wrong-tone");
        assertThat(handoff.variable(revision, "severity")).isEqualTo("major");
        assertThat(handoff.variable(revision, "reviewReason")).isEqualTo("It shouts at people who only want dinner.");
    }

    @Test
    void theReviewerReadsWhatTheCreatorChangedAndTheNextOneDoesNot() {
        approval.to(Stage.MANAGER).sendBack(Stage.MANAGER).revise(Stage.MANAGER);

        var again = handoff.task("review_strategicFit");
        assertThat(handoff.variable(again, "reviewReason")).isEqualTo("It shouts at people who only want dinner.");
        assertThat(handoff.variable(again, "changesMade")).isEqualTo("A calmer headline.");
        assertThat(handoff.variable(again, "workLink")).isEqualTo("https://work.example.org/poster-v3");

        approval.approve(Stage.MANAGER);
        assertThat(handoff.variable(handoff.task("review_accuracy"), "reviewReason"))
                .isNull();
    }

    @Test
    void theFinalApproverMayRejectTheWork() {
        approval.to(Stage.FINAL);
        assertRefused(
                "reason",
                () -> handoff.complete("final-approver", "review_finalApproval", Map.of("decision", "rejected")));

        handoff.complete(
                "final-approver",
                "review_finalApproval",
                Map.of("decision", "rejected", "reason", "We do not do posters any more."));

        assertThat(story.summary().outcome()).isEqualTo("rejected");
        assertThat(story.detail(Rejected.class)).containsEntry("reason", "We do not do posters any more.");
        assertThat(handoff.tasks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"checkedObjective", "checkedMessage", "checkedCriteria", "checkedBoundaries", "checkedDetails"})
    void aSelfReviewConfirmsEachOfItsChecks(String check) {
        approval.start(Map.of());
        var without = new HashMap<>(Approval.selfReview());
        without.put(check, false);

        assertRefused(check, () -> handoff.complete("creative", "review_self", without));
    }

    @ParameterizedTest
    @EnumSource
    void silenceGoesToTheAccountablePersonWhoCanDecideEverything(Stage stage) {
        approval.to(stage, Map.of("shareDone", 50L));
        handoff.fireTimer("timer_" + camel(stage.task) + "48h");

        assertThat(openTasks()).containsExactly("decide_escalated");
        assertThat(handoff.task("decide_escalated").getAssignee()).isEqualTo("ruth");
        assertThat(story.detail(Escalated.class)).containsEntry("review", stage.policy);
        assertThat(handoff.variable(handoff.task("decide_escalated"), "workLink"))
                .isEqualTo("https://work.example.org/poster-v2");

        handoff.complete("ruth", "decide_escalated", Approval.changes());
        assertThat(openTasks()).containsExactly(stage.revision);
        assertThat(story.last(Decided.class).who()).isEqualTo("ruth");
        assertThat(story.detail(Decided.class))
                .containsEntry("review", stage.policy)
                .containsEntry("revisionReason", "wrong-tone")
                .containsEntry("severity", "major")
                .containsEntry("position", 50);
        assertThat(handoff.variable(handoff.task(stage.revision), "decidedBy")).isEqualTo("ruth");
        assertThat(handoff.variable(handoff.task(stage.revision), "severity")).isEqualTo("major");

        approval.revise(stage);
        assertThat(openTasks()).containsExactly(stage.task);
    }

    @ParameterizedTest
    @EnumSource
    void aSecondSilenceAdvancesOrHoldsAsThePolicySays(Stage stage) {
        approval.to(stage);
        handoff.pass(Duration.ofHours(96));

        if (stage.holds()) {
            assertThat(openTasks()).containsExactly("decide_held");
            assertThat(story.summary().status()).isEqualTo(Status.HELD);
            handoff.pass(Duration.ofDays(30));
            assertThat(openTasks()).containsExactly("decide_held");
            handoff.complete("ruth", "decide_held", Map.of("decision", "approved"));
            assertThat(story.kinds()).doesNotContain(AdvancedUnreviewed.class);
        } else {
            assertThat(story.detail(AdvancedUnreviewed.class)).containsEntry("review", stage.policy);
            assertThat(decisions(stage)).isEmpty();
        }
        assertThat(openTasks()).isNotEqualTo(List.of(stage.task)).doesNotContain(stage.revision);
    }

    @Test
    void theFinalApproverSeesWhoNeverLooked() {
        approval.to(Stage.MANAGER, Map.of("expertApplies", "no"));
        handoff.pass(Duration.ofHours(96));
        approval.approve(Stage.LEGAL);

        var last = handoff.task("review_finalApproval");
        assertThat(handoff.variable(last, "selfReviewAnswer")).isEqualTo("approved");
        assertThat(handoff.variable(last, "managerAnswer")).isEqualTo("advanced");
        assertThat(handoff.variable(last, "expertApplies")).isEqualTo(false);
        assertThat(handoff.variable(last, "legalAnswer")).isEqualTo("approved");
        handoff.fireTimer("timer_reviewFinalApproval48h");
        assertThat(handoff.variable(handoff.task("decide_escalated"), "managerAnswer"))
                .isEqualTo("advanced");
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNotTheRoleOfTheStageCannotDecide(Stage stage) {
        approval.to(stage);

        var stranger = stage == Stage.LEGAL ? "manager" : "legal";
        assertThatThrownBy(() -> handoff.complete(stranger, stage.task, Approval.yes(stage)))
                .isInstanceOf(AuthorizationException.class);
        assertThat(openTasks()).containsExactly(stage.task);
        assertThat(decisions(stage)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheCreatorRevises(Stage stage) {
        approval.to(stage).sendBack(stage);

        var stranger = stage == Stage.SELF_REVIEW ? "manager" : stage.role;
        assertThatThrownBy(() -> handoff.complete(stranger, stage.revision, Approval.revision()))
                .isInstanceOf(AuthorizationException.class);
        assertThat(openTasks()).containsExactly(stage.revision);
    }

    @Test
    void peopleOfTheTeamGetTheirStages() {
        people.named("ida", "creative");
        people.named("leo", "legal");
        approval.start(Map.of("team", Map.of("creative", "ida", "legal", "leo")));
        assertThat(handoff.task("review_self").getAssignee()).isEqualTo("ida");

        handoff.complete("ida", "review_self", Approval.selfReview());
        approval.approve(Stage.MANAGER).approve(Stage.EXPERT);
        assertThat(handoff.task("review_legal").getAssignee()).isEqualTo("leo");
        handoff.complete("leo", "review_legal", Approval.changes());
        assertThat(handoff.task("revise_afterLegal").getAssignee()).isEqualTo("ida");
    }

    @Test
    void whatWasForgottenIsAskedAndNotLeftOut() {
        var facts = Approval.facts();
        facts.remove("legalNeeded");

        assertRefused("legalNeeded", () -> handoff.start("strategist", ProcessKeys.APPROVAL, facts));
    }

    @Test
    void anUnknownCreatorRoleIsRefused() {
        assertRefused("creatorRole", () -> approval.start(Map.of("creatorRole", "wizard")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"expertApplies", "legalNeeded", "shareDone", "creatorRole"})
    void nobodyTalksAStageAwayOnTheWay(String term) {
        approval.start(Map.of());
        var answer = new HashMap<>(Approval.selfReview());
        answer.put(term, "no");

        assertRefused(term, () -> handoff.complete("creative", "review_self", answer));
    }

    @ParameterizedTest
    @EnumSource
    void aCancelledApprovalEndsWhereverItStands(Stage stage) {
        approval.to(stage);
        handoff.pass(Duration.ofHours(48));
        handoff.cancel(story.summary().processInstanceId(), "The menu stays as it is.");

        assertThat(story.summary().status()).isEqualTo(Status.CANCELLED);
        assertThat(story.detail(Cancelled.class)).containsEntry("reason", "The menu stays as it is.");
        assertThat(handoff.tasks()).isEmpty();
    }

    private static void assertRefused(String field, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.fields())
                                .extracting(error -> error.field())
                                .containsExactly(field));
    }

    private static Stage stage(String task) {
        return Stream.of(Stage.values())
                .filter(stage -> stage.task.equals(task))
                .findFirst()
                .orElseThrow();
    }

    private static String camel(String id) {
        return id.replaceFirst("_(.)", String.valueOf(Character.toUpperCase(id.charAt(id.indexOf('_') + 1))));
    }

    private List<Event> decisions(Stage stage) {
        return story.of(Decided.class).stream()
                .filter(event -> stage.policy.equals(event.detail().get("review")))
                .toList();
    }

    private List<String> openTasks() {
        return handoff.tasks().stream().map(Task::getTaskDefinitionKey).toList();
    }
}
