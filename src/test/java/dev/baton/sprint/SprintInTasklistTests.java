package dev.baton.sprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.browser.BriefInTasklist;
import dev.baton.browser.BrowserTest;
import dev.baton.browser.Tasklist;
import dev.baton.handoff.Noted;
import dev.baton.harness.Brief;
import dev.baton.harness.People;
import dev.baton.harness.Story;
import dev.baton.journal.Journal;
import dev.baton.packages.DeployedContracts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The year-end drive that a real team briefed, worked on in one sprint by the people of a team in Tasklist. */
@BrowserTest
class SprintInTasklistTests {

    private static final String CAMPAIGN = "Year-end giving sprint in the browser";
    private static final String KEY = "year-end-giving-sprint-in-the-browser";

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private DeployedContracts contracts;

    @Test
    void aTeamCarriesOneSprintFromItsStartToItsReview(Tasklist tasklist) {
        start(tasklist);
        brief(tasklist);
        comes("event_dayOne");
        plan(tasklist);
        comes("timer_firstStandUp");
        standUp(tasklist);
        comes("timer_midSprint");
        correct(tasklist);
        work(tasklist);
        review(tasklist);
        handIn(tasklist);

        var story = new Story(journal, KEY);
        assertThat(story.of(Noted.class))
                .extracting(event -> event.detail().get("name"))
                .containsExactly("Sprint planned", "Stand-up noted", "Work finished");
        assertThat(open("Review your own work")).isNotNull();
    }

    private void start(Tasklist tasklist) {
        people.named("final-approver");
        people.named("lena", "production");
        login(tasklist, "strategist");
        tasklist.openStart("Sprint handoff");
        tasklist.fill("campaign", CAMPAIGN);
        tasklist.fill("launchDate", today().plusDays(28));
        tasklist.choose("complexity", "Medium: several channels, or a product launch");
        tasklist.choose("executionParty", "Internal: our own people");
        tasklist.pick("raci_accountable", "finalapprover");
        tasklist.pick("raci_responsible", people.named("execution-owner"));
        tasklist.pick("team_qualityOwner", people.named("quality-owner"));
        tasklist.fill("sprintLength", "0");
        assertThat(tasklist.refusedStart()).contains("A sprint has 3 to 60 days, not 0");
        tasklist.fill("sprintLength", "13");
        tasklist.fill("sprintStart", today());
        tasklist.screenshot("sprint-01-start");
        tasklist.start();
    }

    private void brief(Tasklist tasklist) {
        show(tasklist, "strategist", "Write the brief");
        new BriefInTasklist(tasklist, contracts.catalog())
                .write(Brief.complete().get("packages"), List.of("strategyBrief", "executionBrief", "successCriteria"));
        tasklist.complete();
        decide(tasklist, "manager", "Review the brief", "Approve");
        decide(tasklist, "quality-owner", "Check the substance", "Pass it on");
        show(tasklist, "execution-owner", "Confirm you have what you need");
        tasklist.choose("decision", "I have what I need");
        List.of("approvalsGiven", "fileNamesConform", "dateWorks").forEach(tasklist::check);
        tasklist.fill("nextStep", "Plan the sprint");
        tasklist.pick("nextStepOwner", "lena");
        tasklist.complete();
        decide(tasklist, "execution-owner", "Hold the kickoff", "Start");
    }

    private void plan(Tasklist tasklist) {
        show(tasklist, "execution-owner", "Plan the sprint");
        tasklist.fill("sprintInitiative", "The three emails of the year-end drive, ready to send");
        tasklist.fill("sprintMetrics", "All three approved by the last day");
        tasklist.fill("sprintPlan", "First email (Ben)\nSecond email (Lena)\nThird email (Ben)");
        tasklist.screenshot("sprint-02-plan");
        tasklist.complete();
    }

    private void standUp(Tasklist tasklist) {
        show(tasklist, "execution-owner", "Hold the stand-up");
        tasklist.shows("First email (Ben)");
        tasklist.fill("note", "First email drafted; second next; nothing in the way.");
        tasklist.screenshot("sprint-03-stand-up");
        tasklist.complete();
    }

    private void correct(Tasklist tasklist) {
        show(tasklist, "strategist", "Check the course half-way");
        tasklist.choose("checkedInitiative", "No");
        tasklist.choose("checkedMetrics", "Yes");
        tasklist.choose("checkedBlockers", "Yes");
        tasklist.choose("checkedScope", "No");
        tasklist.choose("decision", "Correct the course");
        tasklist.fill("reason", "Two emails, not three: the match ends on December 20.");
        tasklist.screenshot("sprint-04-mid-sprint");
        tasklist.complete();
    }

    private void work(Tasklist tasklist) {
        show(tasklist, "execution-owner", "Work on the sprint");
        tasklist.shows("Two emails, not three: the match ends on December 20.");
        tasklist.fill("workLink", "https://work.example.org/year-end-drive");
        tasklist.fill("finishedWork", "First email");
        tasklist.screenshot("sprint-05-work");
        tasklist.complete();
    }

    private void review(Tasklist tasklist) {
        show(tasklist, "strategist", "Review the sprint");
        tasklist.shows("First email");
        tasklist.choose("decision", "Finish it before the launch");
        tasklist.fill("reason", "Second email");
        tasklist.screenshot("sprint-06-review");
        tasklist.complete();
    }

    private void handIn(Tasklist tasklist) {
        show(tasklist, "execution-owner", "Hand in the work");
        assertThat(tasklist.input("openIssues").inputValue()).isEqualTo("Second email");
        assertThat(tasklist.input("workLink").inputValue()).isEqualTo("https://work.example.org/year-end-drive");
        tasklist.fill("openIssues", "");
        tasklist.choose("expertApplies", "No");
        tasklist.choose("legalNeeded", "No");
        tasklist.screenshot("sprint-07-hand-in");
        tasklist.complete();
    }

    private void decide(Tasklist tasklist, String role, String task, String answer) {
        show(tasklist, role, task);
        tasklist.choose("decision", answer);
        tasklist.complete();
    }

    private void show(Tasklist tasklist, String role, String task) {
        login(tasklist, role);
        tasklist.openTask(open(task));
    }

    private String open(String task) {
        var open = tasks.createTaskQuery()
                .processInstanceBusinessKey(KEY)
                .taskName(task + ": " + CAMPAIGN)
                .singleResult();
        assertThat(open).as(task).isNotNull();
        return open.getId();
    }

    private void comes(String timer) {
        var sprint = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(KEY)
                .rootProcessInstances()
                .singleResult();
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(sprint.getId())
                .activityId(timer)
                .singleResult()
                .getId());
    }

    private void login(Tasklist tasklist, String role) {
        tasklist.login(people.named(role), People.PASSWORD);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
