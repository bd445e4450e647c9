package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.baton.process.NotAllowed;
import dev.baton.shared.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One team with shared KPIs, in which one person decides in the end. */
@ServiceTest
class ContinuousCollaborationTests {

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
        walk = new Walk(handoff, contracts, ProcessKeys.CONTINUOUS_COLLABORATION, answers());
        story = new Story(journal, handoff.key());
    }

    private Map<String, Object> answers() {
        return Map.of(
                "sharedKpis",
                "Qualified sign-ups per month; drafts approved at first sight",
                "documentLocation",
                "The folder of the campaign",
                "communicationNorms",
                "An answer within a day, in the channel of the campaign",
                "raci",
                Map.of("accountable", "ruth", "responsible", List.of(people.named("execution-owner"))),
                "team",
                Map.of("qualityOwner", people.named("quality-owner")));
    }

    @Test
    void itGoesFromStartToLaunchAndEndsWhenItHasTaughtSomething() {
        walk.toPreLaunch().launch();
        new LookBack(handoff, contracts)
                .rateAsSender(9)
                .rateAsReceiver(8)
                .rateBrand(7)
                .hold();

        assertThat(story.summary().outcome()).isEqualTo("launched");
        assertThat(handoff.tasks()).isEmpty();
    }

    @Test
    void theSharedKpisAreInSightOfEveryTask() {
        walk.toWork();

        assertThat(handoff.variable(handoff.task("work_quarter"), "handoffOverview"))
                .asString()
                .contains("Qualified sign-ups per month");
    }

    @Test
    void theWeeklyMeetingRunsUntilTheLaunch() {
        walk.toWork();
        handoff.pass(Duration.ofDays(7));
        assertThat(openTasks()).containsExactlyInAnyOrder("work_quarter", "hold_sync");
        handoff.complete("execution-owner", "hold_sync", Map.of("note", "Both levels agree."));

        assertThat(openTasks()).containsExactly("work_quarter");
    }

    @Test
    void severalQuestionsAreOpenAtOnceAndEachIsDecidedInWriting() {
        walk.toWork();
        question("One landing page or two?", null);
        question("Who signs the visuals?", "creative");
        assertThat(openTasks()).containsExactlyInAnyOrder("work_quarter", "decide_question", "decide_question");

        var first = handoff.tasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals("decide_question"))
                .filter(task -> "One landing page or two?".equals(handoff.variable(task, "clarificationQuestion")))
                .findFirst()
                .orElseThrow();
        handoff.completeTask("manager", first, Map.of("clarificationAnswer", "One: two would split the numbers."));

        assertThat(story.detail(QuestionDecided.class))
                .containsEntry("question", "One landing page or two?")
                .containsEntry("answer", "One: two would split the numbers.");
        handoff.complete("creative", "decide_question", Map.of("clarificationAnswer", "Lena does."));
        assertThat(openTasks()).containsExactly("work_quarter");
    }

    @Test
    void anUndecidedQuestionGoesToTheFinalDecisionMakerAndStaysThere() {
        walk.toWork();
        question("One landing page or two?", null);
        handoff.fireTimer("timer_decideQuestion48h");
        assertThat(handoff.task("decide_escalated").getAssignee()).isEqualTo("ruth");
        handoff.fireTimer("timer_decideEscalated48h");
        assertThat(openTasks()).containsExactlyInAnyOrder("work_quarter", "decide_held");

        handoff.complete("ruth", "decide_held", Map.of("clarificationAnswer", "One."));
        assertThat(story.detail(QuestionDecided.class))
                .containsEntry("question", "One landing page or two?")
                .containsEntry("answer", "One.");
    }

    @Test
    void aChangeOfStrategyRunsTheGateAgain() {
        walk.toWork();
        question("One landing page or two?", null);
        strategy("manager");

        assertThat(openTasks()).containsExactly("write_documents");
        assertThat(handoff.variable(handoff.task("write_documents"), "reviewReason"))
                .isEqualTo("The competitor was first, so we lead with the price.");
        handoff.complete("strategist", "write_documents");
        assertThat(openTasks()).containsExactly("review_brief");
    }

    @Test
    void whoTakesNoPartChangesNoStrategy() {
        walk.toWork();

        assertThatThrownBy(() -> strategy("sales")).isInstanceOf(NotAllowed.class);
        assertThat(openTasks()).containsExactly("work_quarter");
    }

    @Test
    void aRejectedBriefEndsTheHandoff() {
        walk.toBriefReview().reject("manager", "review_brief");

        assertThat(story.summary().outcome()).isEqualTo("rejected");
    }

    @Test
    void workThatIsRejectedEndsTheHandoffAndItsQuestions() {
        walk.toFinalApproval();
        question("One landing page or two?", null);
        walk.reject("final-approver", "review_finalApproval");

        assertThat(story.summary().outcome()).isEqualTo("rejected");
        assertThat(handoff.tasks()).isEmpty();
    }

    @Test
    void aCancelledHandoffEndsAsCancelledWhateverIsOpen() {
        walk.toWork();
        question("One landing page or two?", null);
        handoff.cancel(story.summary().processInstanceId(), "The budget is gone.");

        assertThat(story.summary().status()).isEqualTo(Status.CANCELLED);
        assertThat(handoff.tasks()).isEmpty();
    }

    @Test
    void withoutOneFinalDecisionMakerNothingStarts() {
        var start = new HashMap<String, Object>(Brief.start());
        start.putAll(answers());
        start.put("raci", Map.of("responsible", List.of(people.named("execution-owner"))));

        assertThatThrownBy(() -> handoff.start("strategist", ProcessKeys.CONTINUOUS_COLLABORATION, start))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("The final decision maker");
        assertThat(journal.find(handoff.key())).isEmpty();
    }

    private void question(String question, @Nullable String role) {
        var answers = new HashMap<String, Object>(Map.of("action", "ask-decision", "decisionQuestion", question));
        if (role != null) {
            answers.put("answererRole", role);
        }
        handoff.start("execution-owner", ProcessKeys.ACTION, answers);
    }

    private void strategy(String who) {
        handoff.start(
                who,
                ProcessKeys.ACTION,
                Map.of(
                        "action",
                        "change-strategy",
                        "strategyReason",
                        "The competitor was first, so we lead with the price."));
    }

    private List<String> openTasks() {
        return handoff.tasks().stream().map(Task::getTaskDefinitionKey).toList();
    }
}
