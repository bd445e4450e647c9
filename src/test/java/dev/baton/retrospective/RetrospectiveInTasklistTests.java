package dev.baton.retrospective;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.baton.browser.BrowserTest;
import dev.baton.browser.Tasklist;
import dev.baton.harness.People;
import dev.baton.journal.Journal;
import dev.baton.packages.DeployedContracts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People look back in Tasklist: each rates alone, then the ratings stand side by side over nine questions. */
@BrowserTest
class RetrospectiveInTasklistTests {

    private static final String CAMPAIGN = "Spring appeal in the browser";
    private static final String KEY = "spring-appeal-in-the-browser";

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private DeployedContracts contracts;

    @Test
    void eachRatesAloneAndTheRetrospectiveShowsThemSideBySide(Tasklist tasklist) {
        start(tasklist);
        rate(tasklist, "strategist", "Rate the intent as sender", "9", "The match came first, as the brief wanted it.");
        rate(tasklist, "stakeholder", "Rate the brand alignment", "7", "The tone is ours, the picture is not.");
        rateInPlaceOfTheReceiver(tasklist);
        hold(tasklist);

        assertThat(journal.find(KEY).orElseThrow().outcome()).isEqualTo("retrospective-held");
        assertThat(journal.events(KEY).stream()
                        .filter(event -> event.is(Rated.class))
                        .map(event -> event.detail().get("value")))
                .containsExactly(9, 7, 6);
    }

    private void start(Tasklist tasklist) {
        tasklist.login(people.named("strategist"), People.PASSWORD);
        people.named("ruth", "final-approver");
        tasklist.openStart("Retrospective");
        tasklist.fill("campaign", CAMPAIGN);
        tasklist.fill("launchedOn", LocalDate.now(ZoneOffset.UTC));
        tasklist.pick("raci_accountable", "ruth");
        tasklist.screenshot("30-start-retrospective");
        tasklist.start();
    }

    private void rate(Tasklist tasklist, String role, String task, String value, String why) {
        open(tasklist, role, task);
        tasklist.fill("rating_value", value);
        tasklist.fill("rating_why", why);
        tasklist.screenshot("31-rate-as-" + role);
        tasklist.complete();
    }

    private void rateInPlaceOfTheReceiver(Tasklist tasklist) {
        fire("rate_asReceiver", "timer_rateAsReceiver48h");
        open(tasklist, "ruth", "Decide in the reviewer's place");
        tasklist.check("rating_cannotRate");
        PlaywrightAssertions.assertThat(tasklist.input("rating_value")).isHidden();
        tasklist.fill("rating_reason", "Ben has left the company.");
        tasklist.screenshot("32-nobody-can-rate");
        tasklist.input("rating_cannotRate").uncheck();
        PlaywrightAssertions.assertThat(tasklist.input("rating_reason")).isHidden();
        tasklist.fill("rating_value", "6");
        tasklist.screenshot("32-in-place-of-the-receiver");
        tasklist.complete();
    }

    private void hold(Tasklist tasklist) {
        open(tasklist, "execution-owner", "Hold the retrospective");
        tasklist.shows("a gap of 3 between the two sides");
        tasklist.shows("The tone is ours, the picture is not.");
        tasklist.screenshot("33-hold-the-retrospective");
        contracts
                .catalog()
                .formView("retrospective", contracts.catalog().example("retrospective"))
                .properties()
                .forEach(answer -> tasklist.fill(
                        "retrospective_" + answer.getKey(), answer.getValue().asText()));
        tasklist.fill("retrospective_nextCampaign", "TBD");
        tasklist.complete();

        open(tasklist, "execution-owner", "Hold the retrospective");
        tasklist.shows("One thing is still open");
        tasklist.shows("a gap of 3 between the two sides");
        tasklist.fill("retrospective_nextCampaign", "Send the matched gift first, on a Tuesday.");
        tasklist.screenshot("34-one-question-is-still-open");
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

    private void fire(String task, String timer) {
        var open = tasks.createTaskQuery()
                .processInstanceBusinessKey(KEY)
                .taskDefinitionKey(task)
                .singleResult();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(open.getProcessInstanceId())
                .activityId(timer)
                .singleResult()
                .getId());
    }
}
