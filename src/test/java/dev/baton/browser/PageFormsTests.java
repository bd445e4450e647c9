package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import dev.baton.harness.BrokenDiagrams;
import dev.baton.harness.People;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever stands in a diagram that came past every rule, no script of it runs in the browser of whoever opens the task. */
@BrowserTest
class PageFormsTests {

    private static final String SCRIPT =
            "<form role=\"form\"><script cam-script type=\"text/form-script\">window.owned = true;</script>"
                    + "<script>window.owned = true;</script><img src=\"x\" onerror=\"window.owned = true\">"
                    + "<b>{{constructor.constructor('window.owned = true')()}}</b></form>";

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    private BrokenDiagrams diagrams;

    @BeforeEach
    void set() {
        diagrams = new BrokenDiagrams(engine, jdbc);
    }

    @AfterEach
    void remove() {
        diagrams.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda:formKey='embedded:deployment:e.html'>",
                "camunda:formKey='${&quot;embedd&quot;}ed:deployment:e.html'>",
                "camunda:formKey='EMBEDDED:deployment:e.html'>",
                "><bpmn:extensionElements><camunda:formData><camunda:formField id='x' type='string'"
                        + " label='{{constructor.constructor(&quot;window.owned = true&quot;)()}}' /></camunda:formData>"
                        + "</bpmn:extensionElements>"
            })
    void noScriptOfADiagramRunsInTheBrowserOfAnAdministrator(String page, Tasklist tasklist) {
        var process = diagrams.deploy(
                "page-form", "<bpmn:userTask id='first' name='Open me' %s</bpmn:userTask>".formatted(page));
        diagrams.add(process, "e.html", SCRIPT);
        runtime.startProcessInstanceById(
                process.getId(), "page-form-" + UUID.randomUUID(), Map.of("campaign", "Autumn sale"));
        var task = tasks.createTaskQuery()
                .processDefinitionKey("page-form")
                .singleResult()
                .getId();

        tasklist.login(People.ADMIN, People.PASSWORD);
        tasklist.lookAtTask(task);
        tasklist.page().getByText("Open me").first().waitFor();
        tasklist.page().waitForLoadState(LoadState.NETWORKIDLE);

        assertThat(owned(tasklist.page())).isFalse();
        assertThat(tasklist.page().content()).contains("Open me");
        tasklist.screenshot("page-form");
    }

    private static boolean owned(Page page) {
        return (boolean) page.evaluate("() => window.owned === true");
    }
}
