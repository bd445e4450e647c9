package dev.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.People;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasklist works for the tests, and the page object works for Tasklist. */
@BrowserTest
class TasklistTests {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @Test
    void anAdministratorSeesTasklistAfterLoggingIn(Tasklist tasklist) {
        tasklist.typeLogin(People.ADMIN, People.PASSWORD);

        assertThat(tasklist.page().locator("[cam-widget-header]")).containsText("Admin");
        tasklist.screenshot("administrator-in-tasklist");
    }

    @Test
    void aRefusalIsReadOnTheScreen(Tasklist tasklist) {
        deploy();
        runtime.startProcessInstanceByKey("harness-form", Map.of("campaign", "Autumn sale"));
        var filter = filters.newTaskFilter("Forms of the harness");
        filter.setQuery(tasks.createTaskQuery().processDefinitionKey("harness-form"));
        filters.saveFilter(filter);
        tasklist.login(People.ADMIN, People.PASSWORD);
        tasklist.openTask("Forms of the harness", "Answer the form");

        tasks.complete(tasks.createTaskQuery()
                .processDefinitionKey("harness-form")
                .singleResult()
                .getId());

        assertThat(tasklist.refusal()).isNotBlank();
        tasklist.screenshot("a-refusal");
        filters.deleteFilter(filter.getId());
    }

    @Test
    void whatAPersonFillsInArrives(Tasklist tasklist) {
        deploy();
        tasklist.login(People.ADMIN, People.PASSWORD);
        tasklist.openStart("Harness form");
        tasklist.fill("campaign", "Spring sale");
        tasklist.start();
        var task = tasks.createTaskQuery().processDefinitionKey("harness-form").singleResult();

        var launch = LocalDate.now(ZoneOffset.UTC).plusMonths(1);
        tasklist.openTask(task.getId());
        tasklist.fill("survey_objective", "200 sign-ups\nby May");
        tasklist.fill("hours", "7");
        tasklist.fill("launchDate", launch);
        tasklist.choose("decision", "I have what I need");
        tasklist.fill("survey_offer", "A trial");
        tasklist.select("campaignType", "A web page");
        tasklist.check("approvalsGiven");
        tasklist.screenshot("a-filled-form");
        tasklist.complete();

        var answers = runtime.getVariables(task.getProcessInstanceId());
        assertThat(answers)
                .containsEntry("campaign", "Spring sale")
                .containsEntry("shown", "Spring sale")
                .containsEntry("hours", 7)
                .containsEntry("launchDate", launch.toString())
                .containsEntry("decision", "approved")
                .containsEntry("campaignType", "web")
                .containsEntry("approvalsGiven", true);
        assertThat(answers.get("survey")).asString().contains("\"200 sign-ups\\nby May\"", "\"A trial\"");
    }

    @Test
    void whatAPersonTypesStaysThoughTheFormIsDrawnAgain(Tasklist tasklist) {
        deploy();
        tasklist.login(People.ADMIN, People.PASSWORD);
        tasklist.openStart("Harness form");

        tasklist.input("campaign").fill("Winter sale");
        tasklist.page().evaluate("""
                async () => {
                  const {formAround} = await import('/camunda/app/tasklist/scripts/forms.js');
                  formAround(document.querySelector('.fjs-form')).form._setState({});
                }""");
        tasklist.start();

        var started = runtime.createProcessInstanceQuery()
                .processDefinitionKey("harness-form")
                .singleResult();
        assertThat(runtime.getVariable(started.getId(), "campaign")).isEqualTo("Winter sale");
        runtime.deleteProcessInstance(started.getId(), "The test is over.");
    }

    private void deploy() {
        repository
                .createDeployment()
                .addClasspathResource("harness/harness-form.bpmn")
                .addClasspathResource("harness/harness-form.form")
                .deploy();
    }
}
