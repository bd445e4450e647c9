package dev.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import dev.baton.harness.Approval;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasklist shows people what they may use, and what it shows works. */
@BrowserTest
class ControlsTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private TaskService tasks;

    private String task = "";

    @BeforeEach
    void start() {
        people.named("ruth", "final-approver");
        new Approval(handoff).start(Map.of());
        task = handoff.task("review_self").getId();
    }

    @Test
    void whoClaimedATaskOfTheirGroupGivesItBack(Tasklist tasklist) {
        tasklist.login(people.named("creative"), People.PASSWORD);
        tasklist.openTask(task);
        assertThat(assignee()).isEqualTo("creative");

        tasklist.page().locator(".unclaim").click();
        assertThat(tasklist.page().locator("[ng-click='claim()']")).isVisible();
        assertThat(assignee()).isNull();

        assertThat(meta(tasklist, "Set due date")).isHidden();
        assertThat(meta(tasklist, "Set follow-up date")).isHidden();
        assertThat(tasklist.page().locator(".instance-link")).isHidden();
        tasklist.screenshot("controls-of-a-creative");
    }

    @Test
    void operationsSetTheDatesOfATask(Tasklist tasklist) {
        tasklist.login(people.named("operations"), People.PASSWORD);
        tasklist.lookAtTask(task);
        assertThat(tasklist.page().locator(".instance-link")).isVisible();
        var before = handoff.task("review_self").getDueDate();
        setToNow(tasklist, "followup-date");
        setToNow(tasklist, "due-date");

        assertThat(handoff.task("review_self").getFollowUpDate()).isNotNull();
        assertThat(handoff.task("review_self").getDueDate()).isNotEqualTo(before);
        tasklist.screenshot("controls-of-operations");
    }

    @Test
    void theFirstListHoldsWhatOneCanDoAndListsAndProcessesSayMore(Tasklist tasklist) {
        tasklist.page().setViewportSize(1280, 800);
        tasklist.login(people.named("creative"), People.PASSWORD);
        var lists = tasklist.page().locator(".task-filter .name");

        assertThat(lists.first()).containsText("What I can do now");
        assertThat(tasklist.page().locator(".tasks-list .task").first()).containsText("Review your own work");
        assertThat(lists.nth(1).locator("a")).hasAttribute("data-count", "0");
        assertThat(lists.nth(2).locator("a")).hasAttribute("data-count", "1");
        assertThat(tasklist.page().getByText("All open tasks")).hasCount(0);
        tasklist.page().getByText("Start process").first().click();
        assertThat(tasklist.page().locator(".available-processes li").first())
                .containsText("Finished work is approved in order");
        tasklist.screenshot("lists-of-a-creative");

        tasklist.login(people.named("manager"), People.PASSWORD);
        tasklist.page().waitForLoadState(LoadState.NETWORKIDLE);
        tasklist.page().getByText("All open tasks").click();
        assertThat(tasklist.page().locator(".tasks-list .task").first()).containsText("Review your own work");
    }

    private static void setToNow(Tasklist tasklist, String date) {
        tasklist.page().locator(".meta ." + date).click();
        tasklist.page()
                .waitForResponse(
                        answer -> answer.request().method().equals("PUT"),
                        () -> tasklist.page()
                                .locator(".glyphicon-ok:visible")
                                .first()
                                .click());
    }

    private String assignee() {
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }

    private static Locator meta(Tasklist tasklist, String words) {
        return tasklist.page().locator(".meta").getByText(words);
    }
}
