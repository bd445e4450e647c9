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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the matrix of roles cannot say in one cell. */
@ServiceTest
class RoleGrantsTests {

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
    }

    @AfterEach
    void undeploy() {
        repository.createDeploymentQuery().deploymentName(PROCESS + ".bpmn").list().stream()
                .map(one -> one.getId())
                .forEach(id -> repository.deleteDeployment(id, true));
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
        assertThat(basic(strategist).post(create, twice).statusCode()).isEqualTo(400);
        assertThat(tasks.getProcessInstanceComments(foreignHandoff)).isEmpty();
        var own = "{\"message\":\"hello\",\"processInstanceId\":\"" + handoff + "\"}";
        assertThat(basic(strategist).post(create, own).statusCode()).isEqualTo(200);
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
    void aPartnerCommentsOnTheirOwnTaskUnderTheirName() {
        var signedIn = Visitor.signedIn(port, partner, PASSWORD);
        var comment = "/task/" + task + "/comment";
        assertThat(basic(partner)
                        .post("/engine-rest" + comment + "/create", "{\"message\":\"Which logo?\"}")
                        .body())
                .contains("Which logo?", partner, handoff);
        assertThat(signedIn.post(Visitor.SESSION_API + comment + "/create", "{\"message\":\"The old one?\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(signedIn.get(Visitor.SESSION_API + comment).body()).contains("Which logo?", "The old one?");
        assertThat(basic(partner)
                        .post("/engine-rest" + comment + "/create", "{\"message\":\" \"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(tasks.getTaskComments(task)).hasSize(2);
    }

    @Test
    void aWeakPasswordAndASecondMembershipAreRefusedWithASentence() {
        var admin = Visitor.basic(port, ADMIN, PASSWORD);
        var weak = admin.post(
                "/engine-rest/user/create", "{\"profile\":{\"id\":\"weak\"},\"credentials\":{\"password\":\"weak\"}}");
        assertThat(weak.statusCode()).isEqualTo(400);
        assertThat(weak.body()).contains("at least 10 characters");
        assertThat(identity.createUserQuery().userId("weak").count()).isZero();
        var again = admin.put("/engine-rest/group/partner/members/" + partner, "{}");
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("there already");
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
