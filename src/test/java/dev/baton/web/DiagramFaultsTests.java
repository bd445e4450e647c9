package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.harness.BrokenDiagrams;
import dev.baton.harness.OneDatabase;
import dev.baton.harness.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fault of a diagram that shows only when it runs is a sentence for people and an incident for operations. */
@ServiceTest
@OneDatabase
class DiagramFaultsTests extends ApiTests {

    private static final String KEY = "autumn-model";

    private static final String TASK =
            "<bpmn:userTask id='first' name='Look at it' camunda:candidateGroups='strategist' />"
                    + "<bpmn:sequenceFlow id='on' sourceRef='first' targetRef='second' />";

    private static final String GATEWAY =
            "<bpmn:exclusiveGateway id='second' name='Work it out' /><bpmn:endEvent id='never' />"
                    + "<bpmn:endEvent id='end' /><bpmn:sequenceFlow id='out' sourceRef='second' targetRef='end'>"
                    + "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>${campaign == 'Spring'}</bpmn:conditionExpression>"
                    + "</bpmn:sequenceFlow>";

    private static final String END = "<bpmn:sequenceFlow id='out' sourceRef='second' targetRef='end' />"
            + "<bpmn:endEvent id='end' name='Done' />";

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    private final String handoff = Requests.newKey();
    private BrokenDiagrams broken;

    @BeforeEach
    void diagrams() {
        broken = new BrokenDiagrams(engine, jdbc);
        people.named("olga", "operations");
    }

    @AfterEach
    void away() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .list()
                .forEach(one -> runtime.deleteProcessInstance(one.getId(), "end of the test"));
        broken.close();
    }

    private void start() {
        runtime.startProcessInstanceByKey(KEY, handoff, Map.of("campaign", "Autumn", "complexity", "simple"));
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
    }

    private Integrator.Answer complete() {
        return as("olga").post("/engine-rest/task/%s/complete".formatted(task().getId()), "{}");
    }

    private List<Incident> incidents() {
        return runtime.createIncidentQuery().incidentType("diagramFault").list();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "<bpmn:serviceTask id='second' name='Work it out' camunda:expression='${nosuch}' />",
                        "uses \"nosuch\""),
                Arguments.of(
                        "<bpmn:serviceTask id='second' name='Work it out' camunda:expression='${campaign.nosuch}' />",
                        "does not have"),
                Arguments.of(
                        "<bpmn:serviceTask id='second' name='Work it out' camunda:expression='${campaign.nosuch()}' />",
                        "calls something that does not exist"),
                Arguments.of(
                        "<bpmn:serviceTask id='second' name='Work it out' camunda:delegateExpression='${nosuch}' />",
                        "uses \"nosuch\""),
                Arguments.of(
                        "<bpmn:serviceTask id='second' name='Work it out' camunda:delegateExpression='${campaign}' />",
                        "does not do work"),
                Arguments.of(
                        "<bpmn:serviceTask id='second' name='Work it out' camunda:delegateExpression='${contextGate}' />",
                        "no contract is named"),
                Arguments.of(
                        "<bpmn:serviceTask id='second' name='Work it out' camunda:delegateExpression='${contextGate}'><bpmn:extensionElements>"
                                + "<camunda:inputOutput><camunda:inputParameter name='contract'>nosuch</camunda:inputParameter>"
                                + "</camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>",
                        "is no contract"),
                Arguments.of(
                        "<bpmn:callActivity id='second' name='Work it out' calledElement='nosuch' />",
                        "not deployed (key 'nosuch')"),
                Arguments.of(
                        "<bpmn:callActivity id='second' name='Work it out' calledElement='transfer'"
                                + " camunda:calledElementBinding='version' camunda:calledElementVersion='99' />",
                        "version = '99'"),
                Arguments.of(
                        "<bpmn:callActivity id='second' name='Work it out' calledElement='${nosuch}' />",
                        "uses \"nosuch\""),
                Arguments.of(
                        "<bpmn:businessRuleTask id='second' name='Work it out' camunda:decisionRef='nosuch' />",
                        "asks a decision table that is not deployed (key 'nosuch')"),
                Arguments.of(
                        "<bpmn:userTask id='second' name='Work it out' camunda:formRef='nosuch' camunda:formRefBinding='latest' />",
                        "\"nosuch\""),
                Arguments.of(
                        "<bpmn:userTask id='second' name='Work it out' camunda:formRef='${nosuch}' camunda:formRefBinding='latest' />",
                        "uses \"nosuch\""),
                Arguments.of(
                        "<bpmn:userTask id='second' name='Work it out' camunda:candidateGroups='nosuch' />",
                        "no role is called"),
                Arguments.of(
                        "<bpmn:userTask id='second' name='Work it out' camunda:dueDate='someday' />", "\"someday\""),
                Arguments.of(
                        "<bpmn:userTask id='second' name='Work it out' /><bpmn:boundaryEvent id='timer' attachedToRef='second'>"
                                + "<bpmn:timerEventDefinition><bpmn:timeDuration>${campaign}</bpmn:timeDuration></bpmn:timerEventDefinition>"
                                + "</bpmn:boundaryEvent>",
                        "\"Autumn\""),
                Arguments.of(
                        GATEWAY
                                + "<bpmn:sequenceFlow id='no' sourceRef='second' targetRef='never'>"
                                + "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>${campaign == 'Winter'}</bpmn:conditionExpression>"
                                + "</bpmn:sequenceFlow>",
                        "none of its exits fits"),
                Arguments.of(
                        GATEWAY
                                + "<bpmn:sequenceFlow id='no' sourceRef='second' targetRef='never'>"
                                + "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>${campaign}</bpmn:conditionExpression>"
                                + "</bpmn:sequenceFlow>",
                        "neither true nor false"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whoeverMeetsAFaultReadsWhereItIsAndOperationsReadTheSame(String second, String what) {
        var version = broken.deploy(KEY, TASK + second + (second.startsWith(GATEWAY) ? "" : END))
                .getVersion();
        start();

        var answer = complete();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("message"))
                .startsWith("\"Autumn model\" (autumn-model, version %d) cannot go on at \"Work it out\" (second): "
                        .formatted(version))
                .containsIgnoringCase(what)
                .contains("Nothing of yours is lost: the task is open as it was")
                .endsWith("Operations have been told what to correct.")
                .doesNotContain("Exception", "org.camunda");
        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.getIncidentMessage()).contains(" To correct: ");
            assertThat(answer.text("message"))
                    .startsWith(incident.getIncidentMessage().replaceFirst(" To correct: .*", ""));
            assertThat(incident.getExecutionId()).isEqualTo(task().getExecutionId());
            assertThat(incident.getActivityId()).isEqualTo("first");
            assertThat(incident.getFailedActivityId()).isEqualTo("second");
        });
    }

    @Test
    void theSameFaultIsToldOnceAndResolvedWhenTheStepSucceeds() {
        broken.deploy(KEY, TASK + "<bpmn:serviceTask id='second' camunda:expression='${nosuch}' />" + END);
        start();
        complete();
        complete();
        assertThat(incidents()).hasSize(1);

        runtime.setVariable(task().getProcessInstanceId(), "nosuch", "here");
        assertThat(complete().status()).isEqualTo(204);

        assertThat(incidents()).isEmpty();
    }

    @Test
    void aStartThatFailsIsToldAtTheDiagram() {
        broken.deploy(
                KEY,
                "<bpmn:serviceTask id='first' name='Work it out' camunda:expression='${nosuch}' />"
                        + "<bpmn:sequenceFlow id='out' sourceRef='first' targetRef='end' /><bpmn:endEvent id='end' />");

        var answer = as("admin")
                .post(
                        "/engine-rest/process-definition/key/%s/start".formatted(KEY),
                        "{\"businessKey\": \"%s\", \"variables\": {\"campaign\": {\"value\": \"Autumn\"}, \"complexity\": {\"value\": \"simple\"}}}"
                                .formatted(handoff));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("message")).contains("(autumn-model, version ", "(first)", "Nothing of yours is lost");
        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.getProcessDefinitionId()).isNotNull();
            assertThat(incident.getFailedActivityId()).isEqualTo("first");
        });
    }

    @Test
    void aJobThatCannotSucceedIsTriedEverLaterAndThenAnIncident() {
        broken.deploy(
                KEY,
                TASK
                        + "<bpmn:serviceTask id='second' name='Work it out' camunda:asyncBefore='true' camunda:expression='${nosuch}' />"
                        + END);
        start();
        complete();
        var waits = new ArrayList<Long>();
        for (var tries = 4; tries >= 0; tries--) {
            var job = management.createJobQuery().processDefinitionKey(KEY).singleResult();
            assertThatThrownBy(() -> management.executeJob(job.getId()));
            var failed = management.createJobQuery().processDefinitionKey(KEY).singleResult();
            assertThat(failed.getRetries()).isEqualTo(tries);
            assertThat(failed.getExceptionMessage())
                    .startsWith("\"Autumn model\" (autumn-model, version ")
                    .contains(") cannot go on at \"Work it out\" (second): ")
                    .contains("To correct: ");
            waits.add(java.time.Duration.between(
                            dev.baton.harness.Scenario.now(),
                            failed.getDuedate().toInstant())
                    .toMinutes());
        }
        assertThat(waits.subList(0, 4)).isSorted().last().isEqualTo(59L);
        assertThat(runtime.createIncidentQuery().incidentType("failedJob").list())
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentMessage()).contains("(second)", "To correct: "));
    }

    @Test
    void anEscalationOfATaskThatIsNoReviewDoesNotTryForEver() {
        broken.deploy(
                KEY,
                "<bpmn:userTask id='first' name='Look at it' /><bpmn:boundaryEvent id='timer' attachedToRef='first'>"
                        + "<bpmn:timerEventDefinition><bpmn:timeDate>${deadline.hours(48)}</bpmn:timeDate>"
                        + "</bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                        + "<bpmn:sequenceFlow id='silent' sourceRef='timer' targetRef='second' />"
                        + "<bpmn:callActivity id='second' name='Escalate' calledElement='escalation'><bpmn:extensionElements>"
                        + "<camunda:in businessKey='#{execution.processBusinessKey}' /></bpmn:extensionElements></bpmn:callActivity>");
        start();
        var job = management.createJobQuery().processDefinitionKey(KEY).singleResult();

        assertThatThrownBy(() -> management.executeJob(job.getId()));

        var failed = management.createJobQuery().processDefinitionKey(KEY).singleResult();
        assertThat(failed.getRetries()).isEqualTo(4);
        assertThat(failed.getExceptionMessage())
                .contains(
                        "at \"Escalate\" (second): the timer that leads to it belongs to the task \"first\", which has no property");
    }

    @Test
    void aFormThatIsGoneIsASentenceInTheTaskThatShowsIt() {
        var forms = engine.getRepositoryService()
                .createDeployment()
                .addString("passing.form", "{\"id\": \"passing\", \"type\": \"default\", \"components\": []}")
                .deploy();
        broken.deploy(
                KEY,
                "<bpmn:userTask id='first' name='Look at it' camunda:formRef='passing' camunda:formRefBinding='latest' />");
        start();
        jdbc.sql("delete from ACT_RE_CAMFORMDEF where DEPLOYMENT_ID_ = :id") // no rule lets it go
                .param("id", forms.getId())
                .update();

        var answer = as("admin").get("/engine-rest/task/%s/deployed-form".formatted(task().getId()));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("message")).contains("\"Look at it\" (first): its form \"passing\" is not deployed");
        assertThat(incidents()).hasSize(1);
    }
}
