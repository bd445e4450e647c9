package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.browser.BrowserTest;
import dev.baton.browser.Tasklist;
import dev.baton.harness.People;
import dev.baton.journal.Journal;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An approval that somebody starts in Tasklist, for work that no handoff has brought. */
@BrowserTest
class ApprovalInTasklistTests {

    private static final String CAMPAIGN = "Autumn menu in the browser";
    private static final String KEY = "autumn-menu-in-the-browser";

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Test
    void theFinalApproverReadsWhoHasLookedAndWhoHasNot(Tasklist tasklist) {
        start(tasklist);
        reviewOwnWork(tasklist);
        fire("timer_reviewStrategicFit48h");
        readInPlaceOfTheManager(tasklist);
        fire("timer_decideEscalated48h");
        approve(tasklist);

        assertThat(journal.find(KEY).orElseThrow().outcome()).isEqualTo("approved");
    }

    private void start(Tasklist tasklist) {
        people.named("ruth", "final-approver");
        tasklist.login(people.named("creative"), People.PASSWORD);
        tasklist.openStart("Approval");
        tasklist.fill("campaign", CAMPAIGN);
        tasklist.fill("approvalSubject", "The poster, version 2");
        tasklist.fill("workLink", "https://work.example.org/poster-v2");
        tasklist.fill("approvalCriteria", "Families come in on a weekday.\nThe price is readable from two metres.");
        tasklist.select("creatorRole", "Creative");
        tasklist.fill("shareDone", "80");
        tasklist.choose("expertApplies", "No");
        tasklist.choose("legalNeeded", "No");
        tasklist.pick("raci_accountable", "ruth");
        tasklist.pick("team_creative", people.named("creative"));
        tasklist.screenshot("20-start-approval");
        tasklist.start();
    }

    private void reviewOwnWork(Tasklist tasklist) {
        open(tasklist, "creative", "Review your own work");
        tasklist.shows("The price is readable from two metres.");
        tasklist.choose("decision", "It is ready to show");
        List.of("checkedObjective", "checkedMessage", "checkedCriteria", "checkedBoundaries", "checkedDetails")
                .forEach(tasklist::check);
        tasklist.screenshot("21-review-your-own-work");
        tasklist.complete();
    }

    private void readInPlaceOfTheManager(Tasklist tasklist) {
        open(tasklist, "ruth", "Decide in the reviewer's place");
        tasklist.shows("Nobody answered “Check the strategic fit” within 48 hours");
        tasklist.shows("The poster, version 2");
        tasklist.screenshot("22-in-place-of-the-manager");
    }

    private void approve(Tasklist tasklist) {
        open(tasklist, "final-approver", "Give final approval");
        tasklist.shows("Not reviewed: nobody answered in time");
        tasklist.shows("Not needed, says who handed it in");
        tasklist.choose("decision", "Approve");
        tasklist.screenshot("23-give-final-approval");
        tasklist.complete();
    }

    private void open(Tasklist tasklist, String who, String task) {
        tasklist.login(people.named(who), People.PASSWORD);
        var open = tasks.createTaskQuery()
                .processInstanceBusinessKey(KEY)
                .taskName(task + ": " + CAMPAIGN)
                .singleResult();
        assertThat(open).as(task).isNotNull();
        tasklist.openTask(open.getId());
    }

    private void fire(String timer) {
        var open = tasks.createTaskQuery().processInstanceBusinessKey(KEY).singleResult();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(open.getProcessInstanceId())
                .activityId(timer)
                .singleResult()
                .getId());
    }
}
