package dev.baton.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.browser.BrowserTest;
import dev.baton.browser.Tasklist;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.SingleTransfer;
import dev.baton.harness.TableChanges;
import dev.baton.packages.ContextStore;
import dev.baton.packages.DeployedContracts;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A row that operations add to the requirements table is a field in Tasklist, in tasks that are open already too. */
@BrowserTest
class RowInTasklistTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ContextStore context;

    private String deployment = "";

    @AfterEach
    void takeBack() {
        TableChanges.takeBack(repository, List.of(deployment));
    }

    @Test
    void oneMoreRowIsOneMoreFieldWithItsLabelItsWhyAndItsExample(Tasklist tasklist) {
        people.named("ruth", "final-approver");
        var transfer = new SingleTransfer(handoff, contracts);
        var brief = transfer.brief();
        brief.remove("primaryMessage");
        transfer.startWith(brief);
        deployment = repository
                .createDeployment()
                .name("operations")
                .addString(
                        "requirements.dmn",
                        TableChanges.withRow(TableChanges.requirements(), SingleTransfer.PACKAGE, "toneOfVoice"))
                .deploy()
                .getId();

        tasklist.login(people.named("strategist"), People.PASSWORD);
        tasklist.openTask("My groups", "Complete the documents");
        tasklist.shows("Label of toneOfVoice");
        tasklist.shows("Why toneOfVoice is asked. Example: A good toneOfVoice answer.");
        tasklist.screenshot("row-01-new-field");
        tasklist.fill("creativeBrief_toneOfVoice", "Warm, never loud.");
        tasklist.fill("creativeBrief_primaryMessage", "You cook less and sell more.");
        tasklist.complete();

        assertThat(handoff.task("review_quality")).isNotNull();
        assertThat(context.latest(handoff.key(), SingleTransfer.PACKAGE)
                        .orElseThrow()
                        .document()
                        .path("toneOfVoice")
                        .asText())
                .isEqualTo("Warm, never loud.");
        people.named("quality-owner");
        tasklist.login(people.named("quality-owner"), People.PASSWORD);
        tasklist.openTask("My groups", "Check the substance");
        tasklist.shows("Warm, never loud.");
        tasklist.screenshot("row-02-shown-to-the-reviewer");
    }
}
