package dev.baton.security;

import static dev.baton.harness.People.ADMIN;
import static dev.baton.harness.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.harness.OneDatabase;
import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each attack would create a file; the first test shows that it does, on an engine as it comes. */
@ServiceTest
@OneDatabase
class SandboxTests {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    RepositoryService repository;

    @Autowired
    FilterService filters;

    @TempDir
    Path folder;

    private String person = "";
    private Path marker = Path.of("");

    @BeforeEach
    void prepare() {
        person = people.hire("p" + UUID.randomUUID().toString().substring(0, 8), "strategist");
        marker = folder.resolve("it-ran");
    }

    @Test
    void theAttackIsRealOnAnEngineAsItComes() {
        var bare = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                .setProcessEngineName("bare")
                .setJdbcUrl("jdbc:h2:mem:bare")
                .buildProcessEngine();
        try {
            bare.getTaskService().saveTask(bare.getTaskService().newTask());
            assertThatThrownBy(() -> bare.getTaskService()
                            .createTaskQuery()
                            .or()
                            .taskAssigneeExpression(attack())
                            .endOr()
                            .list())
                    .isNotNull();
            Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> Files.exists(marker));
        } finally {
            bare.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}",
                "{\"assigneeExpression\":\"%s\"}",
                "{\"orQueries\":[{\"candidateGroupsExpression\":\"%s\"}]}",
                "{\"orQueries\":[{\"dueBeforeExpression\":\"%s\"}]}",
                "{\"orQueries\":[{\"processInstanceBusinessKeyLikeExpression\":\"%s\"}]}"
            })
    void anExpressionInATaskQueryIsRefused(String query) {
        var body = query.formatted(attack());
        var basic = Visitor.basic(port, person, PASSWORD);
        var signedIn = Visitor.signedIn(port, person, PASSWORD);
        assertRefused(basic.post("/engine-rest/task?maxResults=1", body));
        assertRefused(basic.post("/engine-rest/task/count", body));
        assertRefused(basic.post("/engine-rest/engine/default/task?maxResults=1", body));
        assertRefused(signedIn.post(Visitor.SESSION_API + "/task?maxResults=1", body));
        assertRefused(signedIn.post(Visitor.SESSION_API + "/task/count", body));
        assertNothingRan();
    }

    @Test
    void anExpressionInAStoredFilterIsRefused() {
        var admin = Visitor.basic(port, ADMIN, PASSWORD);
        var before = filters.createFilterQuery().count();
        var created = admin.post(
                "/engine-rest/filter/create",
                "{\"resourceType\":\"Task\",\"name\":\"evil\",\"query\":{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}}"
                        .formatted(attack()));
        if (created.statusCode() == 200) {
            var id = filters.createFilterQuery()
                    .filterName("evil")
                    .singleResult()
                    .getId();
            assertRefused(admin.get("/engine-rest/filter/" + id + "/count"));
            assertRefused(admin.get("/engine-rest/filter/" + id + "/list?maxResults=1"));
            assertRefused(
                    Visitor.signedIn(port, ADMIN, PASSWORD).get(Visitor.SESSION_API + "/filter/" + id + "/count"));
            filters.deleteFilter(id);
        }
        assertThat(filters.createFilterQuery().count()).isEqualTo(before);
        assertNothingRan();
    }

    @Test
    void anExpressionThatExtendsAFilterIsRefused() {
        var mine = filters.createFilterQuery()
                .filterName("My tasks")
                .singleResult()
                .getId();
        var body = "{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}".formatted(attack());
        assertRefused(Visitor.basic(port, person, PASSWORD).post("/engine-rest/filter/" + mine + "/count", body));
        assertRefused(Visitor.signedIn(port, person, PASSWORD)
                .post(Visitor.SESSION_API + "/filter/" + mine + "/list?maxResults=1", body));
        assertNothingRan();
    }

    @Test
    void aScriptIsNotDeployedWhateverItsLanguage() {
        assertNotDeployed(
                "<bpmn:scriptTask id='evil' scriptFormat='juel'><bpmn:script>%s</bpmn:script></bpmn:scriptTask>"
                        .formatted(attack()));
        assertNotDeployed(
                "<bpmn:scriptTask id='evil' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask>");
    }

    @Test
    void aShellTaskIsNotDeployed() {
        assertNotDeployed("""
                <bpmn:serviceTask id='evil' camunda:type='shell'><bpmn:extensionElements>
                <camunda:field name='command'><camunda:string>touch</camunda:string></camunda:field>
                <camunda:field name='arg1'><camunda:string>%s</camunda:string></camunda:field>
                </bpmn:extensionElements></bpmn:serviceTask>""".formatted(marker));
    }

    @Test
    void aForeignClassIsNotDeployed() {
        assertNotDeployed("<bpmn:serviceTask id='evil' camunda:class='org.example.Evil'/>");
        assertNotDeployed("""
                <bpmn:serviceTask id='evil' camunda:class='org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior'>
                <bpmn:extensionElements><camunda:field name='command' stringValue='touch'/>
                <camunda:field name='arg1' stringValue='%s'/></bpmn:extensionElements></bpmn:serviceTask>""".formatted(marker));
    }

    @Test
    void anExpressionThatReachesForClassesDoesNotRun() {
        assertNotDeployedOrNotRun("<bpmn:serviceTask id='evil' camunda:expression=\"%s\"/>".formatted(attack()));
        assertNotDeployedOrNotRun("<bpmn:serviceTask id='evil' camunda:expression=\"${dataSource.connection}\"/>");
    }

    @Test
    void aDoctypeIsNotRead() {
        var secret = folder.resolve("secret");
        var diagram = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY leak SYSTEM '" + secret.toUri() + "'>]>"
                + process("<bpmn:userTask id='evil' name='&leak;'/>").substring("<?xml version='1.0'?>".length());
        assertNotDeployedFile(diagram);
        assertThat(Visitor.basic(port, ADMIN, PASSWORD).deploy("attack.bpmn", diagram))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
                .satisfies(answer -> assertThat(answer.body()).contains("DOCTYPE", "remove that line"));
    }

    @Test
    void aJavaObjectIsNotDeserialized() {
        var admin = Visitor.basic(port, ADMIN, PASSWORD);
        assertThat(admin.deploy("plain.bpmn", process("<bpmn:userTask id='evil'/>"))
                        .statusCode())
                .isEqualTo(200);
        var started = admin.post("/engine-rest/process-definition/key/attack/start", """
                {"variables":{"gift":{"type":"Object","value":"rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==",
                "valueInfo":{"objectTypeName":"java.util.HashMap","serializationDataFormat":"application/x-java-serialized-object"}}}}""");
        assertThat(started.statusCode()).isBetween(400, 500);
        started = admin.post("/engine-rest/process-definition/key/attack/start", """
                {"variables":{"gift":{"type":"Object","value":"{\\"file\\":\\"x\\"}",
                "valueInfo":{"objectTypeName":"javax.swing.JEditorPane","serializationDataFormat":"application/json"}}}}""");
        if (started.statusCode() == 200) {
            var id = started.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
            var read = admin.get("/engine-rest/process-instance/" + id + "/variables/gift?deserializeValue=true");
            assertThat(read.statusCode()).isBetween(400, 500);
        }
        undeploy();
    }

    private void assertNotDeployed(String element) {
        assertNotDeployedFile(process(element));
    }

    private void assertNotDeployedFile(String diagram) {
        var answer = Visitor.basic(port, ADMIN, PASSWORD).deploy("attack.bpmn", diagram);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 500);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("attack")
                        .count())
                .isZero();
        assertNothingRan();
    }

    private void assertNotDeployedOrNotRun(String element) {
        var admin = Visitor.basic(port, ADMIN, PASSWORD);
        if (admin.deploy("attack.bpmn", process(element)).statusCode() == 200) {
            assertRefused(admin.post("/engine-rest/process-definition/key/attack/start", "{\"businessKey\":\"a\"}"));
            undeploy();
        }
        assertNothingRan();
    }

    private void undeploy() {
        repository.createProcessDefinitionQuery().processDefinitionKey("attack").list().stream()
                .map(definition -> definition.getDeploymentId())
                .distinct()
                .forEach(id -> repository.deleteDeployment(id, true));
    }

    private static String process(String element) {
        return """
                <?xml version='1.0'?><bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'
                 xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='attack'>
                <bpmn:process id='attack' isExecutable='true' camunda:historyTimeToLive='P1D'>
                <bpmn:startEvent id='start'/><bpmn:sequenceFlow id='f1' sourceRef='start' targetRef='evil'/>
                %s
                <bpmn:sequenceFlow id='f2' sourceRef='evil' targetRef='end'/><bpmn:endEvent id='end'/>
                </bpmn:process></bpmn:definitions>""".formatted(element);
    }

    private String attack() {
        return "${''.getClass().forName('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('touch %s')}"
                .formatted(marker);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    }

    /** A process that was started would need a moment: look again for half a second. */
    private void assertNothingRan() {
        Awaitility.await()
                .during(300, TimeUnit.MILLISECONDS)
                .atMost(2, TimeUnit.SECONDS)
                .until(() -> !Files.exists(marker));
    }
}
