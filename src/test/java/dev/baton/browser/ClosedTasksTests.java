package dev.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.Brief;
import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Scenario;
import dev.baton.harness.Walk;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose task is gone while they look at it hears why, loses no text, and reads how the handoff ended. */
@BrowserTest
class ClosedTasksTests {

    private static final String OBJECTIVE = "strategyBrief_objective";

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Test
    void whoseHandoffIsStoppedIsToldAndKeepsTheTextAndReadsHowItEnded(Tasklist tasklist) {
        people.named("ruth", "final-approver");
        handoff.start("strategist", Walk.MODEL, Brief.facts());
        tasklist.login(people.named("strategist"), People.PASSWORD);
        tasklist.openTask(handoff.task("write_documents").getId());
        tasklist.fill(OBJECTIVE, "400 sign-ups by May");
        handoff.startAs(
                "ruth",
                ProcessKeys.ACTION,
                handoff.key(),
                Map.of("action", "stop", "stopReason", "The client has postponed it."));

        tasklist.page().evaluate("() => window.dispatchEvent(new Event('focus'))");
        assertThat(tasklist.page().locator(".baton-closed")).containsText("was cancelled by ruth: \"The client has");
        assertThat(tasklist.input(OBJECTIVE)).hasValue("400 sign-ups by May");
        tasklist.screenshot("task-is-gone");

        tasklist.openTask(handoff.notices().get(0).getId());
        var lost = tasklist.page().locator(".baton-closed-draft");
        assertThat(lost).containsText("400 sign-ups by May");
        tasklist.shows("The reason: “The client has postponed it.”");
        tasklist.screenshot("read-how-it-ended");
        lost.getByText("Throw it away").click();
        assertThat(lost).hasCount(0);
        tasklist.complete();
        assertThat(tasklist.page().locator(".no-task")).isVisible();
        assertThat(handoff.notices()).isEmpty();
        assertThat(tasklist.page()
                        .evaluate("() => Object.keys(localStorage).some(key => key.startsWith('baton-draft:'))"))
                .isEqualTo(false);
    }
}
