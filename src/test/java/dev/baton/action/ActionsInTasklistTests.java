package dev.baton.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.baton.browser.BrowserTest;
import dev.baton.browser.Tasklist;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.SingleTransfer;
import dev.baton.journal.Journal;
import dev.baton.packages.DeployedContracts;
import dev.baton.spokendecision.SpokenDecision;
import dev.baton.spokendecision.SpokenDecisions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do with a running handoff, as they do it in Tasklist. */
@BrowserTest
class ActionsInTasklistTests {

    private static final String WORDING = "We launch without the second teaser.";

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private SpokenDecisions decisions;

    @Autowired
    private DeployedContracts contracts;

    @BeforeEach
    void start() {
        people.named("ruth", "final-approver");
        people.named("cleo", "creative");
        new SingleTransfer(handoff, contracts).toQualityCheck();
    }

    @Test
    void aDecisionIsEnteredDisputedCorrectedAndConfirmed(Tasklist tasklist) {
        login(tasklist, "strategist");
        tasklist.openStart("Handoff action");
        tasklist.screenshot("action-01-start");
        tasklist.fill("handoff", handoff.key());
        tasklist.choose("action", "Enter a spoken decision");
        tasklist.fill("wording", WORDING);
        tasklist.pick("spokenWith", "cleo");
        tasklist.fill("spokenOn", LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC));
        tasklist.fill("about", "creativeBrief.primaryMessage");
        tasklist.screenshot("action-02-decision");
        tasklist.start();

        login(tasklist, "cleo");
        open(tasklist, "confirm_decision");
        tasklist.shows("strategist writes that the two of you decided on");
        tasklist.shows(WORDING);
        tasklist.shows("About “The one message” in the creative brief");
        tasklist.choose("decision", "No, it was different");
        tasklist.fill("reason", "Only the third teaser goes.");
        tasklist.screenshot("action-03-confirm");
        tasklist.complete();

        login(tasklist, "strategist");
        open(tasklist, "correct_decision");
        tasklist.shows("cleo remembers it differently");
        tasklist.choose("decision", "Ask again, with the words below");
        tasklist.fill("wording", "We launch without the third teaser.");
        tasklist.screenshot("action-04-correct");
        tasklist.complete();

        login(tasklist, "cleo");
        open(tasklist, "confirm_decision");
        tasklist.choose("decision", "Yes, this is what we agreed");
        tasklist.complete();
        assertThat(decisions.holding(handoff.key()))
                .extracting(SpokenDecision::wording)
                .containsExactly("We launch without the third teaser.");

        login(tasklist, "quality-owner");
        open(tasklist, "review_quality");
        tasklist.page().getByText("Description").first().click();
        PlaywrightAssertions.assertThat(tasklist.page()
                        .getByText("We launch without the third teaser.")
                        .first())
                .isVisible();
        tasklist.screenshot("action-05-description");
    }

    @Test
    void aRoleIsHandedToSomebodyElse(Tasklist tasklist) {
        people.named("noor", "quality-owner");
        login(tasklist, "strategist");
        tasklist.openStart("Handoff action");
        tasklist.fill("handoff", handoff.key());
        tasklist.choose("action", "Change what was agreed");
        tasklist.select("teamRole", "Quality owner");
        tasklist.pick("teamMember", "noor");
        tasklist.fill("changeReason", "Noor is back.");
        tasklist.screenshot("action-08-facts");
        tasklist.start();

        assertThat(journal.find(handoff.key()).orElseThrow().team()).containsEntry("quality-owner", "noor");
        assertThat(handoff.task("review_quality").getAssignee()).isEqualTo("noor");
    }

    @Test
    void aHandoffIsStopped(Tasklist tasklist) {
        login(tasklist, "strategist");
        tasklist.openStart("Handoff action");
        tasklist.fill("handoff", handoff.key() + "x");
        tasklist.choose("action", "Stop the handoff");
        tasklist.fill("stopReason", "The client has postponed the campaign.");
        tasklist.screenshot("action-06-stop");
        assertThat(tasklist.refusedStart()).contains("Did you mean " + handoff.key());
        tasklist.screenshot("action-07-wrong-id");
        tasklist.fill("handoff", handoff.key());
        tasklist.start();

        assertThat(journal.find(handoff.key()).orElseThrow().outcome()).isEqualTo("cancelled");
        assertThat(handoff.tasks()).isEmpty();
    }

    private void login(Tasklist tasklist, String who) {
        tasklist.login(people.named(who), People.PASSWORD);
    }

    private void open(Tasklist tasklist, String task) {
        tasklist.openTask(handoff.task(task).getId());
    }
}
