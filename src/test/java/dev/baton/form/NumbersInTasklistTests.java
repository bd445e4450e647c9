package dev.baton.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.browser.BrowserTest;
import dev.baton.browser.Browsers;
import dev.baton.browser.Tasklist;
import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Scenario;
import dev.baton.harness.Walk;
import dev.baton.packages.DeployedContracts;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "3,5" is three and a half where people write it so, and never thirty-five. */
@BrowserTest
class NumbersInTasklistTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private RuntimeService runtime;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        people.named("creative");
    }

    @Test
    void aCommaBeginsTheFractionInAGermanBrowser(Browsers browsers) {
        var tasklist = browsers.open("Europe/Berlin", "de-DE");
        tasklist.login(people.named("creative"), People.PASSWORD);
        openApproval(tasklist, "Dreieinhalb");
        tasklist.fill("shareDone", "3,5");
        assertThat(tasklist.input("shareDone")).hasAttribute("inputmode", "decimal");
        assertThat(tasklist.input("shareDone")).hasValue("3,5");
        tasklist.start();

        assertThat(runtime.createVariableInstanceQuery()
                        .variableName("shareDone")
                        .processInstanceIdIn(runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey("dreieinhalb")
                                .processDefinitionKey("approval")
                                .singleResult()
                                .getId())
                        .singleResult()
                        .getValue())
                .isEqualTo(3.5);
    }

    @Test
    void whereAWholeNumberIsAskedAFractionIsRefusedAndTheTextStays(Browsers browsers) {
        new Walk(handoff, contracts).toWork();
        var tasklist = browsers.open("Europe/Berlin", "de-DE");
        tasklist.login(people.named("execution-owner"), People.PASSWORD);
        tasklist.openTask(handoff.task("work_quarter").getId());
        tasklist.choose("progressAligned", "Yes");
        tasklist.choose("progressOnTime", "Yes");
        tasklist.fill("workLink", "https://work.example.org/year-end-drive");

        tasklist.fill("shareDone", "3,5");
        assertThat(tasklist.refusal()).contains("How much is done?").contains("leave the fraction out");
        assertThat(tasklist.input("shareDone")).hasValue("3,5");
        tasklist.screenshot("number-refused");
        tasklist.dismissNotice();
        tasklist.fill("shareDone", "35");
        tasklist.complete();

        assertThat(runtime.getVariable(handoff.process(ProcessKeys.PHASED_WORK).getId(), "shareDone"))
                .isEqualTo(35);
    }

    private void openApproval(Tasklist tasklist, String campaign) {
        tasklist.openStart("Approval");
        tasklist.fill("campaign", campaign);
        tasklist.fill("approvalSubject", "The poster, version 2");
        tasklist.fill("workLink", "https://work.example.org/poster-v2");
        tasklist.fill("approvalCriteria", "Families come in on a weekday.");
        tasklist.select("creatorRole", "Creative");
        tasklist.choose("expertApplies", "No");
        tasklist.choose("legalNeeded", "No");
        tasklist.pick("raci_accountable", "ruth");
        tasklist.pick("team_creative", people.named("creative"));
    }
}
