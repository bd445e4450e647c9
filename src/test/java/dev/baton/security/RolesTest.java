package dev.baton.security;

import static dev.baton.harness.People.ADMIN;
import static dev.baton.harness.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two handoffs of one small process: each partner works a task of its own, the strategists' one is offered to them. */
@ServiceTest
class RolesTest {

    private static final String PROCESS = "roles";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    private String partner = "";
    private String otherPartner = "";
    private String handoff = "";
    private String task = "";
    private String foreignHandoff = "";
    private String foreignTask = "";

    @BeforeEach
    void prepare() {
        assertThat(as("operations")
                        .deploy(PROCESS + ".bpmn", Bpmn.convertToString(diagram()))
                        .statusCode())
                .isEqualTo(200);
        partner = hire("partner");
        otherPartner = hire("partner");
        handoff = start(partner);
        task = taskOf(handoff);
        foreignHandoff = start(otherPartner);
        foreignTask = taskOf(foreignHandoff);
    }

    @AfterEach
    void undeploy() {
        repository.createDeploymentQuery().deploymentName(PROCESS + ".bpmn").list().stream()
                .map(one -> one.getId())
                .forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void aPartnerSeesItsOwnTaskAndNoOther() {
        var seen = basic(partner).get("/engine-rest/task?maxResults=100");
        assertThat(seen.body()).contains(task).doesNotContain(foreignTask);
        assertThat(basic(partner).get("/engine-rest/task/" + foreignTask).statusCode())
                .isEqualTo(404);
        assertThat(basic(partner)
                        .get("/engine-rest/task/" + foreignTask + "/variables")
                        .statusCode())
                .isIn(403, 404, 500);
        var signedIn = Visitor.signedIn(port, partner, PASSWORD);
        assertThat(signedIn.get(Visitor.SESSION_API + "/task?maxResults=100").body())
                .contains(task)
                .doesNotContain(foreignTask);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/process-instance?maxResults=100",
                "/process-definition?maxResults=100",
                "/deployment?maxResults=100",
                "/decision-definition?maxResults=100",
                "/history/process-instance?maxResults=100",
                "/history/task?maxResults=100",
                "/history/variable-instance?maxResults=100",
                "/history/activity-instance?maxResults=100",
                "/history/detail?maxResults=100",
                "/history/user-operation?maxResults=100",
                "/history/identity-link-log?maxResults=100",
                "/user?maxResults=100",
                "/group?maxResults=100",
                "/variable-instance?maxResults=100&variableName=none",
                "/execution?maxResults=100",
                "/external-task?maxResults=100",
                "/authorization?maxResults=100",
                "/batch?maxResults=100",
                "/job?maxResults=100",
                "/incident?maxResults=100",
                "/event-subscription?maxResults=100"
            })
    void aPartnerFindsNothingElseInTheEngine(String list) {
        var own = basic(partner).get("/engine-rest" + list);
        assertThat(own.statusCode()).isIn(200, 403);
        if (own.statusCode() == 200) {
            assertThat(own.body())
                    .doesNotContain(
                            foreignHandoff, foreignTask, otherPartner, "secretPlan", "documentation-first-handoff");
        }
    }

    @Test
    void aPartnerSeesNoHandoffOfOthers() {
        assertThat(basic(partner).get("/api/handoffs").body()).contains("\"total\":0");
        assertThat(basic(partner).get("/api/handoffs/x").statusCode()).isEqualTo(404);
        assertThat(basic(partner).get("/api/handoffs/x/journal").statusCode()).isEqualTo(404);
        assertThat(basic(partner).get("/api/kpis").statusCode()).isEqualTo(403);
    }

    @Test
    void aPartnerCannotStartOrDeploy() {
        assertThat(basic(partner)
                        .post("/engine-rest/process-definition/key/roles/start", "{\"businessKey\":\"x\"}")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(basic(partner)
                        .deploy("x.bpmn", Bpmn.convertToString(diagram()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("x")
                        .count())
                .isZero();
    }

    @Test
    void aPartnerCompletesItsOwnTask() {
        assertThat(basic(partner)
                        .post("/engine-rest/task/" + task + "/complete", "{}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(basic(partner)
                        .post("/engine-rest/task/" + foreignTask + "/complete", "{}")
                        .statusCode())
                .isBetween(400, 500);
        assertThat(tasks.createTaskQuery().taskId(foreignTask).count()).isEqualTo(1);
    }

    @Test
    void commentsAndAttachmentsBelongToThoseWhoSeeTheTask() {
        tasks.createComment(foreignTask, foreignHandoff, "secret remark");
        var note =
                tasks.createAttachment("text", foreignTask, foreignHandoff, "secret file", "", "https://example.org");
        for (var visitor : new Visitor[] {basic(partner), Visitor.signedIn(port, partner, PASSWORD)}) {
            var engine = visitor.get("/engine-rest/version").statusCode() == 200 ? "/engine-rest" : Visitor.SESSION_API;
            for (var path : new String[] {
                "/task/" + foreignTask + "/comment",
                "/task/" + foreignTask + "/comment/",
                "/task/" + foreignTask + "/attachment",
                "/task/" + foreignTask + "/attachment/" + note.getId(),
                "/task/" + foreignTask + "/attachment/" + note.getId() + "/data",
                "/process-instance/" + foreignHandoff + "/comment"
            }) {
                assertThat(visitor.get(engine + path).statusCode()).as(path).isEqualTo(403);
            }
            assertThat(visitor.post(engine + "/task/" + foreignTask + "/comment/create", "{\"message\":\"graffiti\"}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(visitor.delete(engine + "/task/" + foreignTask + "/attachment/" + note.getId())
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(tasks.getTaskComments(foreignTask)).hasSize(1);
        assertThat(tasks.getTaskAttachments(foreignTask)).hasSize(1);
        tasks.setAssignee(foreignTask, hire("strategist"));
        var holder = tasks.createTaskQuery().taskId(foreignTask).singleResult().getAssignee();
        assertThat(basic(holder)
                        .get("/engine-rest/task/" + foreignTask + "/comment")
                        .body())
                .contains("secret remark");
    }

    @Test
    void aCommentOnAnOwnTaskStaysWithTheHandoffOfThatTask() {
        var strategist = hire("strategist");
        tasks.setAssignee(task, strategist);
        var create = "/engine-rest/task/" + task + "/comment/create";
        var foreign = "{\"message\":\"graffiti\",\"processInstanceId\":\"" + foreignHandoff + "\"}";
        var twice = "{\"processInstanceId\":\"%s\",\"message\":\"graffiti\",\"processInstanceId\":\"%s\"}"
                .formatted(handoff, foreignHandoff);
        assertThat(basic(strategist).post(create, foreign).statusCode()).isEqualTo(403);
        assertThat(basic(strategist).post(create, twice).statusCode()).isEqualTo(403);
        assertThat(tasks.getProcessInstanceComments(foreignHandoff)).isEmpty();
        var own = "{\"message\":\"hello\",\"processInstanceId\":\"" + handoff + "\"}";
        assertThat(basic(strategist).post(create, own).statusCode()).isEqualTo(200);
    }

    @Test
    void aStakeholderSeesAndDoesNotDecide() {
        var stakeholder = hire("stakeholder");
        var basic = basic(stakeholder);
        assertThat(basic.get("/engine-rest/process-instance?maxResults=100").body())
                .contains(handoff);
        assertThat(basic.post("/engine-rest/task?maxResults=100", "{}").body()).contains(task);
        assertThat(basic.post("/engine-rest/task/" + task + "/complete", "{}").statusCode())
                .isEqualTo(403);
        assertThat(basic.post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"" + stakeholder + "\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(basic.put("/engine-rest/process-instance/" + handoff + "/variables/x", "{\"value\":1}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(basic.delete("/engine-rest/process-instance/" + handoff).statusCode())
                .isEqualTo(403);
        assertThat(basic.post("/api/handoffs", "{}").statusCode()).isEqualTo(403);
        var signedIn = Visitor.signedIn(port, stakeholder, PASSWORD);
        assertThat(signedIn.post(Visitor.SESSION_API + "/task/" + task + "/complete", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
        assertThat(runtime.getVariables(handoff)).doesNotContainKey("x");
    }

    @Test
    void aStakeholderAnswersATaskAssignedToThatPerson() {
        var stakeholder = hire("stakeholder");
        tasks.setAssignee(task, stakeholder);
        assertThat(basic(stakeholder)
                        .post("/engine-rest/task/" + task + "/complete", "{}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void theGroupsThatADiagramNamesMayStartItAndOnlyAtItsStart() {
        var strategist = hire("strategist");
        var start = "/engine-rest/process-definition/key/roles/start";
        var shortcut = """
                {"businessKey":"shortcut","startInstructions":[{"type":"startBeforeActivity","activityId":"end"}]}""";
        assertThat(basic(strategist).post(start, shortcut).statusCode()).isEqualTo(403);
        assertThat(basic(strategist)
                        .post(start, "{\"businessKey\":\"shortcut\",\"skipCustomListeners\":true}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("shortcut")
                        .count())
                .isZero();
        assertThat(basic(strategist)
                        .post(
                                start,
                                "{\"businessKey\":\"start-%s\",\"skipCustomListeners\":false,\"variables\":{\"assignee\":{\"value\":\"%s\"}}}"
                                        .formatted(strategist, strategist))
                        .statusCode())
                .isEqualTo(200);
        assertThat(basic(hire("sales"))
                        .post(start, "{\"businessKey\":\"sales\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTaskIsNotBrokenOffByAnError() {
        assertThat(basic(partner)
                        .post("/engine-rest/task/" + task + "/bpmnError", "{\"errorCode\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    @Test
    void operationsWatchAndRepairButHireNobody() {
        var operations = as("operations");
        assertThat(operations
                        .get("/engine-rest/process-instance?maxResults=100")
                        .body())
                .contains(handoff);
        assertThat(operations
                        .put("/engine-rest/process-instance/" + handoff + "/variables/note", "{\"value\":\"x\"}")
                        .statusCode())
                .isEqualTo(204);
        var hired = operations.post(
                "/engine-rest/user/create",
                "{\"profile\":{\"id\":\"friend\"},\"credentials\":{\"password\":\"" + PASSWORD + "\"}}");
        assertThat(hired.statusCode()).isEqualTo(403);
        assertThat(operations
                        .put("/engine-rest/group/camunda-admin/members/" + people.named("operations"), "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(identity.createUserQuery().userId("friend").count()).isZero();
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list())
                .noneMatch(user -> user.getId().equals(people.named("operations")));
        var signedIn = Visitor.signedIn(port, people.named("operations"), PASSWORD);
        assertThat(signedIn.get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics")
                        .statusCode())
                .isNotIn(401, 403);
    }

    @Test
    void cockpitsCallsAreForThoseWhoMayUseCockpit() {
        var signedIn = Visitor.signedIn(port, partner, PASSWORD);
        assertThat(signedIn.get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics")
                        .statusCode())
                .isEqualTo(403);
        assertThat(signedIn.get("/camunda/api/admin/plugin/x/default/y").statusCode())
                .isEqualTo(403);
    }

    @Test
    void anAdministratorMakesPeople() {
        var id = "n" + UUID.randomUUID().toString().substring(0, 8);
        var admin = Visitor.basic(port, ADMIN, PASSWORD);
        var weak = admin.post(
                "/engine-rest/user/create",
                "{\"profile\":{\"id\":\"" + id + "\"},\"credentials\":{\"password\":\"weak\"}}");
        assertThat(weak.statusCode()).isBetween(400, 500);
        assertThat(identity.createUserQuery().userId(id).count()).isZero();
        var strong = admin.post(
                "/engine-rest/user/create",
                "{\"profile\":{\"id\":\"" + id + "\"},\"credentials\":{\"password\":\"" + PASSWORD + "\"}}");
        assertThat(strong.statusCode()).isEqualTo(204);
    }

    private String start(String assignee) {
        return runtime.createProcessInstanceByKey(PROCESS)
                .businessKey("roles-" + UUID.randomUUID())
                .setVariable("assignee", assignee)
                .setVariable("secretPlan", "secretPlan")
                .execute()
                .getId();
    }

    private String taskOf(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private String hire(String role) {
        return people.hire("p" + UUID.randomUUID().toString().substring(0, 8), role);
    }

    private Visitor basic(String person) {
        return Visitor.basic(port, person, PASSWORD);
    }

    private Visitor as(String role) {
        return basic(people.named(role));
    }

    private static BpmnModelInstance diagram() {
        var diagram = Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("start")
                .userTask("work")
                .camundaAssignee("${assignee}")
                .endEvent("end")
                .done();
        Process process = diagram.getModelElementById(PROCESS);
        process.setCamundaCandidateStarterGroups("strategist");
        return diagram;
    }
}
