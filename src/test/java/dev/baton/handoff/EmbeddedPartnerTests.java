package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.harness.Approval;
import dev.baton.harness.Brief;
import dev.baton.harness.LookBack;
import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.Story;
import dev.baton.harness.Walk;
import dev.baton.journal.Journal;
import dev.baton.journal.Status;
import dev.baton.packages.DeployedContracts;
import dev.baton.review.AdvancedUnreviewed;
import dev.baton.review.Decided;
import dev.baton.shared.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A partner inside the team: weekly sync, reviews of work in progress, and a bound on what the partner gives. */
@ServiceTest
class EmbeddedPartnerTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private DeployedContracts contracts;

    private Walk walk;
    private Story story;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        people.named("pia", "partner");
        walk = new Walk(handoff, contracts, ProcessKeys.EMBEDDED_PARTNER, answers());
        story = new Story(journal, handoff.key());
    }

    /** Two decision points and ten hours. */
    private Map<String, Object> answers() {
        return Map.of(
                "hoursAgreed",
                10,
                "decisionPoints",
                2,
                "documentLocation",
                "The folder of the campaign",
                "communicationNorms",
                "An answer within a day, in the channel of the campaign",
                "raci",
                Map.of("accountable", "ruth", "responsible", List.of("pia", people.named("execution-owner"))),
                "team",
                Map.of("partner", "pia", "qualityOwner", people.named("quality-owner")));
    }

    @Test
    void itGoesFromStartToLaunchAndEndsWhenItHasTaughtSomething() {
        walk.toPreLaunch().launch();
        assertThat(story.summary().status()).isEqualTo(Status.LAUNCHED);
        new LookBack(handoff, contracts)
                .rateAsSender(9)
                .rateAsReceiver(8)
                .rateBrand(7)
                .hold();

        assertThat(story.summary().outcome()).isEqualTo("launched");
        assertThat(handoff.tasks()).isEmpty();
    }

    @Test
    void everyTaskSaysWhereDocumentsLiveAndHowToReachWhom() {
        walk.toWork();

        assertThat(handoff.variable(handoff.task("work_quarter"), "handoffOverview"))
                .asString()
                .contains("The folder of the campaign", "An answer within a day");
    }

    @Test
    void everyWeekTheTeamMeetsAndTheNextSyncClosesTheOneBefore() {
        walk.toWork();
        handoff.pass(Duration.ofDays(7));
        var first = handoff.task("hold_sync");
        assertThat(handoff.variable(first, "handoffOverview")).asString().contains("Work and report progress");

        handoff.pass(Duration.ofDays(7));

        assertThat(handoff.task("hold_sync").getId()).isNotEqualTo(first.getId());
        handoff.complete("execution-owner", "hold_sync", Map.of("note", "The teaser moves to Thursday."));
        assertThat(story.detail(Noted.class)).containsEntry("note", "The teaser moves to Thursday.");
        assertThat(openTasks()).containsExactly("work_quarter");
    }

    @Test
    void theAccountablePersonIsAskedOnceWhenTheHoursPassTheBound() {
        walk.toWork();
        sync(6);
        assertThat(openTasks()).containsExactly("work_quarter");
        sync(4.5);

        assertThat(handoff.task("decide_hours").getAssignee()).isEqualTo("ruth");
        assertThat(handoff.variable(handoff.task("decide_hours"), "hoursUsed")).isEqualTo(10.5);
        sync(2);
        assertThat(openTasks()).containsExactlyInAnyOrder("work_quarter", "decide_hours");

        handoff.complete("ruth", "decide_hours", Map.of("newHours", 20, "reason", "The second page was not planned."));
        sync(5);
        assertThat(openTasks()).containsExactly("work_quarter");
        sync(5);
        assertThat(handoff.variable(handoff.task("decide_hours"), "hoursAgreed"))
                .isEqualTo(20);
    }

    @Test
    void aBoundThatStaysIsNotAskedAboutAgain() {
        walk.toWork();
        sync(11);
        handoff.complete("ruth", "decide_hours", Map.of("reason", "The last page waits."));
        sync(3);

        assertThat(openTasks()).containsExactly("work_quarter");
    }

    @Test
    void thePartnerLooksAtWorkInProgressAndTheWorkTakesItUp() {
        walk.toWork();
        ask("Does the second headline carry the key message?");
        assertThat(handoff.task("review_workInProgress").getAssignee()).isEqualTo("pia");
        assertThat(handoff.variable(handoff.task("review_workInProgress"), "clarificationQuestion"))
                .isEqualTo("Does the second headline carry the key message?");

        handoff.complete("pia", "review_workInProgress", Approval.changes());
        handoff.complete("execution-owner", "take_upReview");

        assertThat(openTasks()).containsExactly("work_quarter");
        assertThat(story.detail(Decided.class))
                .containsEntry("review", "work-in-progress")
                .containsEntry("decision", "changes");
    }

    @Test
    void thePartnerReadsNeitherWhatOthersNotedNorWhoElseIsAsked() {
        walk.toWork();
        handoff.pass(Duration.ofDays(7));
        handoff.complete("execution-owner", "hold_sync", Map.of("note", "Their rate is too high."));
        ask("Is this the tone?");
        var task = handoff.task("review_workInProgress");

        var partners = handoff.as("pia", () -> String.valueOf(handoff.variable(task, "handoffOverview")));
        var ours = handoff.as("manager", () -> String.valueOf(handoff.variable(task, "handoffOverview")));

        assertThat(ours).contains("Their rate is too high.", "Work and report progress");
        assertThat(partners).doesNotContain("Their rate is too high.", "Work and report progress");
    }

    @Test
    void silenceAboutWorkInProgressGoesToTheAccountablePersonAndThenOn() {
        walk.toWork();
        ask("Is this the tone?");
        handoff.fireTimer("timer_reviewWorkInProgress48h");
        assertThat(handoff.task("decide_escalated").getAssignee()).isEqualTo("ruth");
        handoff.fireTimer("timer_decideEscalated48h");

        assertThat(story.detail(AdvancedUnreviewed.class)).containsEntry("review", "work-in-progress");
        assertThat(openTasks()).containsExactly("work_quarter");
    }

    @Test
    void whenTheDecisionPointsAreUsedTheAccountablePersonAllowsOneMoreOrNot() {
        walk.toWork();
        ask("First");
        handoff.complete("pia", "review_workInProgress", Map.of("decision", "approved"));
        ask("Second");
        handoff.complete("pia", "review_workInProgress", Map.of("decision", "approved"));
        ask("Third");
        assertThat(handoff.task("decide_points").getAssignee()).isEqualTo("ruth");
        handoff.complete("ruth", "decide_points", Map.of("oneMore", "decline", "reason", "Decide it yourselves."));
        assertThat(openTasks()).containsExactly("work_quarter");

        ask("Fourth");
        handoff.complete("ruth", "decide_points", Map.of("oneMore", "allow"));
        assertThat(openTasks()).containsExactlyInAnyOrder("work_quarter", "review_workInProgress");
    }

    @Test
    void workThatIsRejectedEndsTheHandoffAndWhatRunsBesideIt() {
        walk.toFinalApproval();
        ask("Too late?");
        walk.reject("final-approver", "review_finalApproval");

        assertThat(story.summary().outcome()).isEqualTo("rejected");
        assertThat(handoff.tasks()).isEmpty();
    }

    @Test
    void aRejectedBriefEndsTheHandoff() {
        walk.toBriefReview().reject("manager", "review_brief");

        assertThat(story.summary().outcome()).isEqualTo("rejected");
    }

    @Test
    void aCancelledHandoffEndsAsCancelledWhateverIsOpen() {
        walk.toWork();
        ask("Is this the tone?");
        handoff.cancel(story.summary().processInstanceId(), "The budget is gone.");

        assertThat(story.summary().status()).isEqualTo(Status.CANCELLED);
        assertThat(handoff.tasks()).isEmpty();
    }

    @Test
    void workInProgressIsReviewedOnlyWhileThereIsWork() {
        walk.toBriefReview();

        assertThatThrownBy(() -> ask("Too early?"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("does not take this now");
    }

    @Test
    void aPartnerWithoutABoundIsRefused() {
        var start = new HashMap<String, Object>(Brief.start());
        start.putAll(answers());
        start.put("hoursAgreed", 0);
        start.remove("decisionPoints");

        assertThatThrownBy(() -> handoff.start("strategist", ProcessKeys.EMBEDDED_PARTNER, start))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Hours of the partner")
                .hasMessageContaining("Decision points");
    }

    private void ask(String question) {
        handoff.start(
                "execution-owner", ProcessKeys.ACTION, Map.of("action", "ask-review", "reviewQuestion", question));
    }

    private void sync(double hours) {
        handoff.pass(Duration.ofDays(7));
        handoff.complete("execution-owner", "hold_sync", Map.of("hoursSpent", hours));
    }

    private List<String> openTasks() {
        return handoff.tasks().stream().map(Task::getTaskDefinitionKey).toList();
    }
}
