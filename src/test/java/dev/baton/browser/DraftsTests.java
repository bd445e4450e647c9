package dev.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import dev.baton.harness.Brief;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.Walk;
import dev.baton.web.Integrator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody typed is there again, whatever happened to the page; and nobody else sees it. */
@BrowserTest
class DraftsTests {

    private static final String OBJECTIVE = "strategyBrief_objective";
    private static final String WHY_NOW = "strategyBrief_whyNow";
    private static final String STORED = "300 sign-ups by May";

    @LocalServerPort
    private int port;

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
    }

    @Test
    void typedTextComesBackToThePersonWhoTypedItUntilTheTaskIsDone(Browsers browsers) {
        var tasklist = browsers.open("Pacific/Auckland", "en-NZ");
        var task = write(tasklist);
        var objective = tasklist.input(OBJECTIVE);
        objective.fill("400 sign-ups by May");
        assertThat(note(tasklist)).hasText(Pattern.compile("Draft saved \\d\\d:\\d\\d.*"));
        objective.fill("500 sign-ups by May");

        tasklist.openTask(task);
        assertThat(objective).hasValue("500 sign-ups by May");
        assertThat(note(tasklist)).hasText(Pattern.compile("Your draft of \\d\\d:\\d\\d.* is back"));
        tasklist.screenshot("draft-is-back");

        tasklist.login(people.named("operations"), People.PASSWORD);
        tasklist.lookAtTask(task);
        assertThat(objective).hasValue(STORED);

        tasklist.login(people.named("strategist"), People.PASSWORD);
        tasklist.openTask(task);
        assertThat(objective).hasValue("500 sign-ups by May");
        tasklist.complete();
        assertThat(tasklist.page().locator(".no-task")).isVisible();
        assertThat(drafts(tasklist)).isZero();
    }

    @Test
    void aDraftIsDroppedOnDemandAndNeverReplacesNewerText(Tasklist tasklist) {
        var task = write(tasklist);
        tasklist.fill(OBJECTIVE, "400 sign-ups by May");
        tasklist.fill(WHY_NOW, "The season begins");
        var other = new Integrator(port, people.named("strategist"));
        var address = "/api/handoffs/" + handoff.key() + "/packages/strategyBrief";
        var answer = other.patch(address, "{\"objective\": \"350 sign-ups by May\"}", "If-Match", "\"1\"");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);

        tasklist.openTask(task);
        assertThat(tasklist.input(WHY_NOW)).hasValue("The season begins");
        assertThat(tasklist.input(OBJECTIVE)).hasValue("350 sign-ups by May");
        assertThat(newer(tasklist)).containsText("Your draft says “400 sign-ups by May”.");
        tasklist.screenshot("draft-and-newer-text");

        newer(tasklist).getByText("Use my draft").click();
        assertThat(tasklist.input(OBJECTIVE)).hasValue("400 sign-ups by May");
        assertThat(newer(tasklist)).isEmpty();

        tasklist.page().getByText("Start again from what is stored").click();
        assertThat(tasklist.input(OBJECTIVE)).hasValue("350 sign-ups by May");
        assertThat(tasklist.input(WHY_NOW)).isEmpty();
        assertThat(drafts(tasklist)).isZero();
    }

    @Test
    void aStartDialogThatWasClosedKeepsItsTextUntilItStarts(Tasklist tasklist) {
        tasklist.login(people.named("strategist"), People.PASSWORD);
        tasklist.openStart("Approval");
        tasklist.input("campaign").pressSequentially("Autumn menu");
        tasklist.page().keyboard().press("Escape");
        assertThat(tasklist.page().locator(".modal-content")).hasCount(0);

        tasklist.openStart("Transfer");
        assertThat(tasklist.input("campaign")).isEmpty();
        tasklist.page().mouse().click(5, 500);
        tasklist.openStart("Approval");
        assertThat(tasklist.input("campaign")).hasValue("Autumn menu");
        tasklist.screenshot("start-dialog-with-draft");
    }

    @Test
    void whoLeavesWithTextThatCouldNotBeKeptIsAsked(Tasklist tasklist) {
        write(tasklist);
        tasklist.page().evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }");
        var asked = new AtomicReference<String>();
        tasklist.page().onDialog((Dialog dialog) -> {
            asked.set(dialog.type());
            dialog.accept();
        });

        tasklist.input(OBJECTIVE).pressSequentially("!");
        tasklist.page().reload();

        assertThat(asked.get()).isEqualTo("beforeunload");
    }

    private String write(Tasklist tasklist) {
        var facts = new HashMap<>(Brief.facts());
        facts.put("strategyBrief", Map.of("objective", STORED));
        handoff.start("strategist", Walk.MODEL, facts);
        tasklist.login(people.named("strategist"), People.PASSWORD);
        var task = handoff.task("write_documents").getId();
        tasklist.openTask(task);
        return task;
    }

    private static Locator note(Tasklist tasklist) {
        return tasklist.page().locator(".baton-draft");
    }

    private static Locator newer(Tasklist tasklist) {
        return tasklist.page().locator(".baton-newer");
    }

    private static int drafts(Tasklist tasklist) {
        return (int) tasklist.page()
                .evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('baton-draft:')).length");
    }
}
