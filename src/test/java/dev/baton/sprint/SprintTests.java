package dev.baton.sprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.calendar.BusinessCalendar;
import dev.baton.handoff.Noted;
import dev.baton.harness.Brief;
import dev.baton.harness.LookBack;
import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.Story;
import dev.baton.harness.Walk;
import dev.baton.journal.Event;
import dev.baton.journal.Journal;
import dev.baton.journal.Status;
import dev.baton.packages.DeployedContracts;
import dev.baton.review.AdvancedUnreviewed;
import dev.baton.review.Decided;
import dev.baton.shared.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A sprint from its start to each of its ends. */
@ServiceTest
class SprintTests {

    private static final Duration HOURS_48 = Duration.ofHours(48);

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private BusinessCalendar calendar;

    private Walk walk;
    private Story story;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        walk = new Walk(handoff, contracts);
        story = new Story(journal, handoff.key());
    }

    @Test
    void aSprintGoesFromItsPlanToItsLaunchAndEndsWhenItHasTaughtSomething() {
        toWork();
        finishWork();
        assertThat(handoff.variable(handoff.task("review_sprint"), "finishedWork"))
                .isEqualTo("The landing page, with its form");
        walk.approve("strategist", "review_sprint");
        walk.finish();
        toLaunch();

        assertThat(story.summary().status()).isEqualTo(Status.LAUNCHED);
        new LookBack(handoff, contracts)
                .rateAsSender(9)
                .rateAsReceiver(8)
                .rateBrand(7)
                .hold();
        assertThat(story.summary().outcome()).isEqualTo("launched");
        assertThat(handoff.tasks()).isEmpty();
        assertThat(notes())
                .containsExactly(
                        "Sprint planned: Landing page (Ben)\nForm (Lena)",
                        "Work finished: The landing page, with its form");
    }

    @Test
    void aSprintIsPlannedOnItsDay() {
        var start = today().plusDays(3);
        toDayOne(Map.of("sprintStart", start.toString()));

        handoff.runDueJobs();
        assertThat(openTasks()).isEmpty();

        handoff.pass(untilDay(days(start, 13).planning()));
        assertThat(openTasks()).containsExactly("plan_sprint");
        plan();
        assertThat(handoff.variable(handoff.task("work_onSprint"), "sprintReviewOn"))
                .isEqualTo(days(start, 13).review().toString());
    }

    @Test
    void aStandUpComesEachWorkingDayAndNeverPilesUp() {
        toWork();
        var first = handoff.task("work_onSprint").getId();
        assertThat(openTasks()).containsExactly("work_onSprint");

        handoff.fireTimer("timer_firstStandUp");
        assertThat(calendar.isWorkingDay(today())).isTrue();
        var missed = handoff.task("hold_standUp").getId();

        handoff.fireTimer("timer_standUpMissed");
        assertThat(calendar.isWorkingDay(today())).isTrue();
        assertThat(handoff.task("hold_standUp").getId()).isNotEqualTo(missed);
        assertThat(handoff.task("work_onSprint").getId()).isEqualTo(first);

        handoff.complete("execution-owner", "hold_standUp", Map.of("note", "Page drafted; the logo is missing."));
        assertThat(openTasks()).containsExactly("work_onSprint");
        assertThat(notes()).contains("Stand-up noted: Page drafted; the logo is missing.");

        var day = today();
        handoff.fireTimer("event_nextStandUp");
        assertThat(today()).isAfter(day);
        assertThat(openTasks()).containsExactlyInAnyOrder("work_onSprint", "hold_standUp");
    }

    @Test
    void aCorrectionHalfWayIsKeptAndShownToWhoeverWorks() {
        toMidSprint();
        assertThat(today()).isEqualTo(days(startedOn(), 13).check());
        assertThat(story.summary().status()).isEqualTo(Status.IN_REVIEW);

        handoff.complete("strategist", "review_midSprint", correction());

        assertThat(openTasks()).containsExactlyInAnyOrder("work_onSprint", "hold_standUp");
        assertThat(handoff.variable(handoff.task("work_onSprint"), "reviewReason"))
                .isEqualTo("No second form: one page, one button.");
        assertThat(story.detail(Decided.class))
                .containsEntry("review", "mid-sprint")
                .containsEntry("decision", "changes")
                .containsEntry("reason", "No second form: one page, one button.");
        assertThat(story.summary().status()).isEqualTo(Status.IN_WORK);
    }

    @Test
    void aSprintOnCourseGoesOnUnchanged() {
        toMidSprint();
        handoff.complete("strategist", "review_midSprint", checklist("approved"));

        assertThat(openTasks()).containsExactlyInAnyOrder("work_onSprint", "hold_standUp");
        assertThat(handoff.variable(handoff.task("work_onSprint"), "reviewReason"))
                .isNull();
    }

    @Test
    void silenceHalfWayLetsTheSprintGoOnUnreviewed() {
        toMidSprint();
        handoff.pass(HOURS_48);
        assertThat(openTasks()).contains("decide_escalated");
        handoff.pass(HOURS_48);

        assertThat(openTasks()).containsExactlyInAnyOrder("work_onSprint", "hold_standUp");
        assertThat(story.detail(AdvancedUnreviewed.class)).containsEntry("review", "mid-sprint");
    }

    @Test
    void theReviewComesOnTheLastDayWhateverIsOpen() {
        toMidSprint();
        var review = days(startedOn(), 13).review();
        handoff.pass(untilDay(review).minusMinutes(1));
        assertThat(openTasks()).contains("work_onSprint", "hold_standUp");

        handoff.pass(Duration.ofMinutes(1));

        assertThat(today()).isEqualTo(review);
        assertThat(openTasks()).containsExactly("review_sprint");
    }

    @Test
    void noStandUpComesOnTheDayOfTheReview() {
        toLastDay();
        handoff.pass(Duration.ofHours(12));

        assertThat(openTasks()).containsExactly("review_sprint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "before-launch"})
    void whatIsLeftIsNamedAndStandsWhereTheWorkIsHandedIn(String fate) {
        toLastDay();
        assertThatThrownBy(() -> handoff.complete("strategist", "review_sprint", Map.of("decision", fate)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("needs an answer");
        handoff.complete("strategist", "review_sprint", Map.of("decision", fate, "reason", "The second email"));

        assertThat(handoff.variable(handoff.task("finish_work"), "openIssues")).isEqualTo("The second email");
        assertThat(story.detail(Decided.class))
                .containsEntry("review", "sprint-review")
                .containsEntry("decision", fate)
                .containsEntry("reason", "The second email");
    }

    @Test
    void whatIsLeftGoesIntoTheNextSprintWithDaysOfItsOwn() {
        toLastDay();
        handoff.complete(
                "strategist", "review_sprint", Map.of("decision", "next-sprint", "reason", "The second email"));

        assertThat(handoff.variable(handoff.task("plan_sprint"), "sprintUnfinished"))
                .isEqualTo("The second email");
        assertThat(handoff.variable(handoff.task("plan_sprint"), "sprintPlan"))
                .isEqualTo("Landing page (Ben)\nForm (Lena)");
        handoff.complete("execution-owner", "plan_sprint", planned(5));

        assertThat(handoff.variable(handoff.task("work_onSprint"), "sprintReviewOn"))
                .isEqualTo(days(today(), 5).review().toString());
        assertThat(handoff.variable(handoff.task("work_onSprint"), "reviewReason"))
                .isNull();
    }

    @Test
    void theNextSprintBeginsWithNothingFinished() {
        toWork();
        finishWork();
        handoff.complete(
                "strategist", "review_sprint", Map.of("decision", "next-sprint", "reason", "The second email"));
        handoff.complete("execution-owner", "plan_sprint", planned(5));
        handoff.fireTimer("timer_sprintOver");

        assertThat(handoff.variable(handoff.task("review_sprint"), "finishedWork"))
                .isNull();
    }

    @Test
    void silenceAtTheSprintReviewHolds() {
        toLastDay();
        handoff.pass(HOURS_48);
        handoff.pass(HOURS_48);
        assertThat(openTasks()).containsExactly("decide_held");

        handoff.complete("ruth", "decide_held", Map.of("decision", "drop", "reason", "The second email"));
        assertThat(openTasks()).containsExactly("finish_work");
    }

    @Test
    void aRejectedBriefEndsTheSprintBeforeItBegins() {
        handoff.start("strategist", ProcessKeys.SPRINT, Brief.start());
        handoff.complete("strategist", "write_documents");
        walk.reject("manager", "review_brief");

        assertThat(story.summary().outcome()).isEqualTo("rejected");
        assertThat(handoff.tasks()).isEmpty();
    }

    @Test
    void workThatIsRejectedAtItsApprovalEndsTheHandoff() {
        toWork();
        finishWork();
        walk.approve("strategist", "review_sprint");
        walk.finish();
        walk.selfReview();
        walk.approve("manager", "review_strategicFit");
        walk.reject("final-approver", "review_finalApproval");

        assertThat(story.summary().outcome()).isEqualTo("rejected");
        assertThat(handoff.tasks()).isEmpty();
    }

    @Test
    void aCancelledSprintLeavesNothingOpen() {
        toMidSprint();
        handoff.cancel(story.summary().processInstanceId(), "The budget is gone.");

        assertThat(story.summary().status()).isEqualTo(Status.CANCELLED);
        assertThat(handoff.tasks()).isEmpty();
    }

    @Test
    void aSprintOfZeroDaysIsNotStarted() {
        refused(Map.of("sprintLength", 0L), "A sprint has 3 to 60 days, not 0: give another length, such as 13.");
        refused(Map.of("sprintLength", 4.5), "A sprint has whole days, not 4.5: give a number such as 13.");
    }

    @Test
    void aSprintOfYesterdayIsNotStarted() {
        var yesterday = today().minusDays(1);

        refused(
                Map.of("sprintStart", yesterday.toString()),
                "%s is in the past: give today or a later day.".formatted(yesterday));
        refused(
                Map.of("launchDate", yesterday.toString()),
                "The launch date %s is in the past: give today or a later day.".formatted(yesterday));
    }

    @Test
    void aSprintThatEndsAfterTheLaunchIsNotStarted() {
        var launch = today().plusDays(28);
        var end = days(today().plusDays(20), 13).review();

        refused(
                Map.of("sprintStart", today().plusDays(20).toString()),
                "The sprint would end on %s, after the launch on %s: shorten it, start it earlier, or move the launch."
                        .formatted(end, launch));
    }

    @Test
    void aSprintThatStartsLateIsShortenedInItsPlan() {
        toPlan(Map.of());
        handoff.pass(Duration.ofDays(18));

        assertThatThrownBy(this::plan).isInstanceOf(Refusal.class).hasMessageContaining("after the launch on");
        assertThat(openTasks()).containsExactly("plan_sprint");

        handoff.complete("execution-owner", "plan_sprint", planned(5));
        assertThat(openTasks()).containsExactly("work_onSprint");
    }

    private void refused(Map<String, ?> wrong, String sentence) {
        var facts = Brief.start();
        facts.putAll(wrong);

        assertThatThrownBy(() -> handoff.start("strategist", ProcessKeys.SPRINT, facts))
                .isInstanceOf(Refusal.class)
                .hasMessage(sentence);
        assertThat(journal.find(handoff.key())).isEmpty();
    }

    private void toDayOne(Map<String, ?> further) {
        var facts = Brief.start();
        facts.putAll(further);
        handoff.start("strategist", ProcessKeys.SPRINT, facts);
        handoff.complete("strategist", "write_documents");
        walk.approve("manager", "review_brief");
        walk.approve("quality-owner", "review_quality");
        handoff.complete("execution-owner", "receive_handoff", Walk.acceptance());
        walk.approve("execution-owner", "review_kickoff");
    }

    private void toPlan(Map<String, ?> further) {
        toDayOne(further);
        handoff.pass(untilDay(days(today(), 13).planning()));
    }

    private void toWork() {
        toPlan(Map.of());
        plan();
    }

    private void plan() {
        handoff.complete("execution-owner", "plan_sprint", planned(13));
    }

    private void toMidSprint() {
        toWork();
        handoff.fireTimer("timer_firstStandUp");
        handoff.fireTimer("timer_midSprint");
        handoff.runDueJobs();
    }

    private void toLastDay() {
        toWork();
        handoff.fireTimer("timer_firstStandUp");
        handoff.fireTimer("timer_sprintOver");
    }

    private void toLaunch() {
        walk.selfReview();
        walk.approve("manager", "review_strategicFit");
        walk.approve("final-approver", "review_finalApproval");
        walk.prepareLaunch();
        walk.launch();
    }

    private void finishWork() {
        handoff.complete(
                "execution-owner",
                "work_onSprint",
                Map.of("workLink", "https://work.example.org/page", "finishedWork", "The landing page, with its form"));
    }

    private static Map<String, Object> planned(long length) {
        return Map.of(
                "sprintInitiative",
                "A landing page for the spring webinar",
                "sprintMetrics",
                "300 sign-ups by the last day",
                "sprintPlan",
                "Landing page (Ben)\nForm (Lena)",
                "sprintLength",
                length);
    }

    private static Map<String, Object> correction() {
        var answers = checklist("changes");
        answers.put("reason", "No second form: one page, one button.");
        return answers;
    }

    private static Map<String, Object> checklist(String decision) {
        var answers = new HashMap<String, Object>();
        List.of("checkedInitiative", "checkedMetrics", "checkedBlockers", "checkedScope")
                .forEach(question -> answers.put(question, "yes"));
        answers.put("decision", decision);
        return answers;
    }

    private SprintDays days(LocalDate start, long length) {
        return new SprintDays(start, length, calendar);
    }

    private LocalDate today() {
        return calendar.dayOf(Scenario.now());
    }

    private LocalDate startedOn() {
        return LocalDate.parse(String.valueOf(handoff.variable(handoff.task("work_onSprint"), "sprintStart")));
    }

    private Duration untilDay(LocalDate day) {
        var begins = day.atStartOfDay(calendar.zone()).toInstant();
        return begins.isAfter(Scenario.now()) ? Duration.between(Scenario.now(), begins) : Duration.ZERO;
    }

    private List<String> openTasks() {
        return handoff.tasks().stream().map(Task::getTaskDefinitionKey).toList();
    }

    private List<String> notes() {
        return story.of(Noted.class).stream().map(SprintTests::inWords).toList();
    }

    private static String inWords(Event noted) {
        return noted.detail().get("name") + ": " + noted.detail().get("note");
    }
}
