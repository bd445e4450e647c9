package dev.baton.transfer;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.baton.browser.BrowserTest;
import dev.baton.browser.Tasklist;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.SingleTransfer;
import dev.baton.packages.DeployedContracts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the receiver of a transfer reads in Tasklist. */
@BrowserTest
class TransferInTasklistTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private DeployedContracts contracts;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
    }

    @Test
    void whoConfirmsTheDateReadsWhichOneItIs(Tasklist tasklist) {
        var day = LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC).plusDays(10);
        new SingleTransfer(handoff, contracts).toReceiver(Map.of("needBy", day.toString()));

        accept(tasklist, "creative", "receive_handoff");
        tasklist.shows("Needed by " + day);
        tasklist.screenshot("transfer-01-needed-by");

        handoff.fireTimer("timer_receiveHandoff48h");
        accept(tasklist, "ruth", "decide_escalated");
        tasklist.shows("Needed by " + day);
    }

    @Test
    void nothingIsSaidOfADateThatNobodyGave(Tasklist tasklist) {
        new SingleTransfer(handoff, contracts).toReceiver();

        accept(tasklist, "creative", "receive_handoff");

        tasklist.shows("The date works for me");
        PlaywrightAssertions.assertThat(tasklist.page().getByText("Needed by")).hasCount(0);
    }

    private void accept(Tasklist tasklist, String who, String task) {
        tasklist.login(people.named(who), People.PASSWORD);
        tasklist.openTask(handoff.task(task).getId());
        tasklist.choose("decision", "I have what I need");
    }
}
