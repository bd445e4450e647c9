package dev.baton.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.baton.browser.BrowserTest;
import dev.baton.browser.Tasklist;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.Walk;
import dev.baton.packages.ContextStore;
import dev.baton.packages.DeployedContracts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A question at the receiver, its accepted answer, and how both come into the brief and into sight. */
@BrowserTest
class OverviewInTasklistTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private ContextStore context;

    @Test
    void anAcceptedAnswerIsPutIntoItsFieldByAClickAndTheReviewerSeesWhatChanged(Tasklist tasklist) {
        people.named("ruth", "final-approver");
        new Walk(handoff, contracts).toReceiver();
        handoff.complete(
                "execution-owner",
                "receive_handoff",
                Map.of(
                        "decision", "clarify",
                        "clarificationField", "strategyBrief.offer",
                        "clarificationQuestion", "Until when is the gift matched?"));
        handoff.complete("strategist", "answer_clarification", Map.of("clarificationAnswer", "Until December 20."));
        handoff.complete("execution-owner", "receive_handoff", Walk.acceptance());
        handoff.complete("execution-owner", "review_kickoff", Map.of("decision", "changes", "reason", "The offer"));

        tasklist.login(people.named("strategist"), People.PASSWORD);
        tasklist.openTask(handoff.task("complete_documents").getId());
        tasklist.shows("Asked: Until when is the gift matched?");
        var put = tasklist.page().getByText("Put it into the field");
        put.scrollIntoViewIfNeeded();
        tasklist.screenshot("overview-01-answer");
        put.click();
        PlaywrightAssertions.assertThat(put).isHidden();
        tasklist.complete();

        assertThat(context.latest(handoff.key(), "strategyBrief")
                        .orElseThrow()
                        .document()
                        .path("offer")
                        .asText())
                .endsWith("\nUntil December 20.");
        tasklist.login(people.named("manager"), People.PASSWORD);
        tasklist.openTask(handoff.task("review_brief").getId());
        tasklist.shows("The handoff so far");
        tasklist.shows("“Offer” in the strategy brief, by strategist");
        tasklist.screenshot("overview-02-reviewer");
    }
}
