package dev.baton.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.Modeler;
import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.ServiceTest;
import dev.baton.web.Integrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody needs is not deleted, whichever door is tried; an older content comes back by deploying it. */
@ServiceTest
class DeletingTests {

    private static final Path PROCESSES = Path.of("processes");

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void takeBack() {
        deployments.forEach(id -> {
            if (repository.createDeploymentQuery().deploymentId(id).count() > 0) {
                repository.deleteDeployment(id, true);
            }
        });
    }

    @Test
    void anOlderContentDeployedAgainIsInForceAgain() {
        var first = ForeignProcess.diagram("going-back", "One");
        assertThat(deploy("mine", "going-back.bpmn", first).status()).isEqualTo(200);
        assertThat(deploy("another name", "going-back.bpmn", ForeignProcess.diagram("going-back", "Two"))
                        .status())
                .isEqualTo(200);

        var back = deploy("mine", "going-back.bpmn", first);

        assertThat(back.status()).as(back.toString()).isEqualTo(200);
        assertThat(back.json().path("deployedProcessDefinitions")).hasSize(1);
        assertThat(newest("going-back").getVersion()).isEqualTo(3);
        assertThat(newest("going-back").getName()).isEqualTo("One");
    }

    @Test
    void anOlderTableOrFormDeployedAgainIsInForceAgain() throws IOException {
        var form = Files.readString(PROCESSES.resolve("forms/report-progress.form"));
        var shorter = form.replaceFirst("\"text\": \"", "\"text\": \"Soon: ");
        assertThat(shorter).isNotEqualTo(form);
        deploy("mine", "report-progress.form", form);
        deploy("yours", "report-progress.form", shorter);

        var back = deploy("mine", "report-progress.form", form);

        assertThat(back.status()).as(back.toString()).isEqualTo(200);
        assertThat(back.text("id")).isNotEmpty().isEqualTo(deployments.get(2)).isNotEqualTo(deployments.get(0));
    }

    @Test
    void whatIsInForceAlreadyIsNotDeployedAgain() {
        var diagram = ForeignProcess.diagram("twice", "One");
        var first = deploy("mine", "twice.bpmn", diagram);

        var again = deploy("mine", "twice.bpmn", diagram);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(newest("twice").getVersion()).isEqualTo(1);
    }

    @Test
    void whatRunsIsNotDeletedAndTheAnswerNamesIt() {
        var deployment = deploy("mine", "running.bpmn", ForeignProcess.diagram("running", "Runs"));
        runtime.startProcessInstanceByKey("running", "spring-campaign");

        var refused = delete("operations", deployment.text("id"), "");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("message"))
                .isEqualTo(
                        "Not deleted. Version 1 of the process running runs in spring-campaign: let what runs end, or"
                                + " migrate it, first.");
        assertThat(delete(People.ADMIN, deployment.text("id"), "?cascade=true").status())
                .isEqualTo(204);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("running")
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?cascade=true", "?cascade=true&skipCustomListeners=true", "?cascade=true&skipIoMappings=true"})
    void onlyAdministratorsDeleteWithCascade(String how) {
        var deployment = deploy("mine", "cascading.bpmn", ForeignProcess.diagram("cascading", "Runs"));

        var refused = delete("operations", deployment.text("id"), how);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("message")).contains("Only administrators delete with cascade");
        assertThat(delete("operations", deployment.text("id"), "").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contracts", "requirements", "words", "review-policy"})
    void aTableInForceIsNeverDeletedNotEvenWithCascade(String table) throws IOException {
        var content = Files.readString(PROCESSES.resolve("decisions/" + table + ".dmn"));
        var mine = repository
                .createDeployment()
                .addString(table + ".dmn", content)
                .deploy()
                .getId();

        for (var how : List.of("", "?cascade=true")) {
            var refused = delete(People.ADMIN, mine, how);
            assertThat(refused.status()).as(how).isEqualTo(400);
            assertThat(refused.text("message")).contains("of the table " + table + " is in force");
        }

        repository.createDeployment().addString(table + ".dmn", content).deploy();
        assertThat(delete("operations", mine, "").status()).isEqualTo(204);
    }

    @Test
    void whatADiagramInForceRefersToIsNotDeleted() {
        var called = deploy("called", "called-part.bpmn", ForeignProcess.diagram("called-part", "Part"));
        deployments.clear();
        deploy("caller", "calling.bpmn", ForeignProcess.calling("calling", "called-part"));
        deployments.add(called.text("id"));

        for (var who : Map.of("operations", "", People.ADMIN, "?cascade=true").entrySet()) {
            var refused = delete(who.getKey(), called.text("id"), who.getValue());
            assertThat(refused.status()).as(who.toString()).isEqualTo(400);
            assertThat(refused.text("message"))
                    .isEqualTo(
                            "Not deleted. Version 1 of the process called-part is what “Call it” of the process calling"
                                    + " (version 1) needs: deploy what should take its place.");
        }
    }

    @Test
    void aCalledVersionMayGoOnceANewerOneTakesItsPlace() {
        var old = deploy("called", "called-part.bpmn", ForeignProcess.diagram("called-part", "Part"));
        deploy("called", "called-part.bpmn", ForeignProcess.diagram("called-part", "Better part"));
        deploy("caller", "calling.bpmn", ForeignProcess.calling("calling", "called-part"));
        deployments.add(0, deployments.remove(2));

        assertThat(delete("operations", old.text("id"), "").status()).isEqualTo(204);
    }

    @Test
    void whatShippedDiagramsShowIsNotDeleted() throws IOException {
        var form = Files.readString(PROCESSES.resolve("forms/review-legal.form"));
        var mine = deploy("mine", "review-legal.form", form + " ").text("id");

        var refused = delete("operations", mine, "");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.text("message"))
                .contains("of the form review-legal is what “")
                .contains("of the process approval");
        assertThat(delete(People.ADMIN, mine, "?cascade=true").status())
                .as("the older version takes its place")
                .isEqualTo(204);
    }

    @Test
    void theWaysToDeleteAProcessAreTheSame() {
        deploy("mine", "running.bpmn", ForeignProcess.diagram("running", "Runs"));
        runtime.startProcessInstanceByKey("running", "spring-campaign");
        var id = newest("running").getId();

        for (var way : List.of("/process-definition/" + id, "/process-definition/key/running")) {
            var refused = as(People.ADMIN).send("DELETE", "/engine-rest" + way, null);
            assertThat(refused.status()).as(way).isEqualTo(400);
            assertThat(refused.text("message")).contains("runs in spring-campaign");
        }
        var needed =
                as(People.ADMIN).send("DELETE", "/engine-rest/process-definition/key/escalation?cascade=true", null);
        assertThat(needed.status()).as(needed.toString()).isEqualTo(400);
        assertThat(needed.text("message")).contains("of the process escalation is what “");
    }

    @ParameterizedTest
    @ValueSource(strings = {ProcessKeys.ACTION, ProcessKeys.END_NOTICE})
    void whatBatonStartsItselfIsNotDeleted(String process) {
        var refused = as(People.ADMIN)
                .send("DELETE", "/engine-rest/process-definition/key/%s?cascade=true".formatted(process), null);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.text("message")).contains("is how people").contains("deploy what should take its place");
    }

    private Integrator.Answer deploy(String name, String file, String content) {
        var answer = Modeler.deploy(as("operations"), name, Map.of(file, content));
        if (answer.status() == 200) {
            deployments.add(answer.text("id"));
        }
        return answer;
    }

    private Integrator.Answer delete(String who, String deployment, String how) {
        return as(who).send("DELETE", "/engine-rest/deployment/" + deployment + how, null);
    }

    private org.camunda.bpm.engine.repository.ProcessDefinition newest(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    private Integrator as(String who) {
        return new Integrator(port, people.named(who));
    }
}
