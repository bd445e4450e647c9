package dev.baton.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.OneDatabase;
import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who may do what: every role at every call that matters, against the running server. Calls of the engine are made twice,
 * by Basic at {@code /engine-rest} and by a session as the web apps make them. Whoever is refused has changed nothing.
 *
 * <p>The answers: <b>yes</b>; <b>no</b> (403); <b>login</b> (401); <b>hidden</b> (404, as if it were not there);
 * <b>wrong</b> (400, not even for them). Of lists: <b>all</b>, <b>own</b> (what concerns the person and nothing else),
 * <b>none</b>.
 *
 * <p>Whose it is: <b>own</b> = the task is assigned to the person, the handoff names the person; <b>offered</b> = to the
 * person's role, nobody has taken it; <b>claimed</b> = offered to the role and taken by a colleague; <b>other</b> = of
 * another person in another role. A <b>guest</b> has an account and no role; <b>working</b> are the eleven roles that
 * carry handoffs inside the company.
 */
@OneDatabase
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleMatrixTests {

    private static final String TABLE = """
whose   | call                                                                         | nobody | guest  | working | operations | admin  | partner | stakeholder
# Tasks, at /engine-rest and in Tasklist
own     | GET /task/{task}                                                             | login  | yes    | yes     | yes        | yes    | yes     | yes
offered | GET /task/{task}                                                             | login  | hidden | yes     | yes        | yes    | yes     | yes
claimed | GET /task/{task}                                                             | login  | hidden | yes     | yes        | yes    | yes     | yes
other   | GET /task/{task}                                                             | login  | hidden | hidden (manager: yes)  | yes        | yes    | hidden  | yes
own     | FIND /task?maxResults=2000                                                   | login  | own    | own (manager: all)  | all        | all    | own     | all
own     | POST /task/{task}/complete {}                                                | login  | yes    | yes     | yes        | yes    | yes     | yes
offered | POST /task/{task}/complete {}                                                | login  | hidden | yes     | yes        | yes    | yes     | no
claimed | POST /task/{task}/complete {}                                                | login  | hidden | yes     | yes        | yes    | yes     | no
other   | POST /task/{task}/complete {}                                                | login  | hidden | no      | yes        | yes    | hidden  | no
own     | POST /task/{task}/submit-form {}                                             | login  | yes    | yes     | yes        | yes    | yes     | yes
offered | POST /task/{task}/submit-form {}                                             | login  | hidden | yes     | yes        | yes    | yes     | no
other   | POST /task/{task}/submit-form {}                                             | login  | hidden | no      | yes        | yes    | hidden  | no
offered | POST /task/{task}/claim {"userId":"{me}"}                                    | login  | hidden | yes     | yes        | yes    | yes     | yes
other   | POST /task/{task}/claim {"userId":"{me}"}                                    | login  | hidden | no      | wrong      | wrong  | hidden  | no
own     | POST /task/{task}/unclaim                                                    | login  | no     | yes     | yes        | yes    | no      | no
claimed | POST /task/{task}/unclaim                                                    | login  | hidden | no      | yes        | yes    | no      | no
other   | POST /task/{task}/unclaim                                                    | login  | hidden | no      | yes        | yes    | hidden  | no
own     | POST /task/{task}/delegate {"userId":"{colleague}"}                          | login  | no     | no      | yes        | yes    | no      | no
other   | POST /task/{task}/delegate {"userId":"{me}"}                                 | login  | hidden | no      | yes        | yes    | hidden  | no
own     | POST /task/{task}/assignee {"userId":"{colleague}"}                          | login  | no     | no      | yes        | yes    | no      | no
claimed | POST /task/{task}/assignee {"userId":"{me}"}                                 | login  | hidden | no      | yes        | yes    | no      | no
other   | POST /task/{task}/assignee {"userId":"{me}"}                                 | login  | hidden | no      | yes        | yes    | hidden  | no
own     | POST /task/{task}/identity-links {"userId":"{colleague}","type":"candidate"} | login  | no     | no      | yes        | yes    | no      | no
other   | POST /task/{task}/identity-links {"userId":"{me}","type":"candidate"}        | login  | hidden | no      | yes        | yes    | hidden  | no
own     | PUT /task/{task} {"name":"renamed"}                                          | login  | no     | no      | yes        | yes    | no      | no
other   | DELETE /task/{task}                                                          | login  | hidden | wrong   | wrong      | wrong  | hidden  | no
own     | POST /task/{task}/bpmnError {"errorCode":"x"}                                | login  | no     | no      | yes        | yes    | no      | no
own     | GET /task/{task}/form-variables                                              | login  | yes    | yes     | yes        | yes    | yes     | yes
other   | GET /task/{task}/form-variables                                              | login  | hidden | no (manager: yes)      | yes        | yes    | hidden  | yes
own     | GET /task/{task}/variables                                                   | login  | yes    | yes     | yes        | yes    | yes     | yes
other   | GET /task/{task}/variables                                                   | login  | hidden | no (manager: yes)      | yes        | yes    | hidden  | yes
own     | PUT /task/{task}/variables/note {"value":"x"}                                | login  | no     | no      | no         | yes    | no      | no
offered | PUT /task/{task}/variables/note {"value":"x"}                                | login  | hidden | no      | no         | yes    | no      | no
other   | PUT /task/{task}/variables/note {"value":"x"}                                | login  | hidden | no      | no         | yes    | hidden  | no
own     | PUT /task/{task}/localVariables/note {"value":"x"}                           | login  | no     | no      | no         | yes    | no      | no
other   | PUT /task/{task}/localVariables/note {"value":"x"}                           | login  | hidden | no      | no         | yes    | hidden  | no
own     | GET /task/{task}/comment                                                     | login  | yes    | yes     | yes        | yes    | yes     | yes
other   | GET /task/{task}/comment                                                     | login  | hidden | yes     | yes        | yes    | hidden  | yes
own     | POST /task/{task}/comment/create {"message":"hello"}                         | login  | yes    | yes     | yes        | yes    | yes     | no
offered | POST /task/{task}/comment/create {"message":"hello"}                         | login  | hidden | yes     | yes        | yes    | yes     | no
other   | POST /task/{task}/comment/create {"message":"hello"}                         | login  | hidden | no (manager: yes)      | yes        | yes    | hidden  | no
own     | GET /task/{task}/attachment                                                  | login  | hidden | yes     | yes        | yes    | hidden  | yes
other   | GET /task/{task}/attachment                                                  | login  | hidden | yes     | yes        | yes    | hidden  | yes
other   | GET /task/{task}/attachment/{attachment}                                     | login  | hidden | yes     | yes        | yes    | hidden  | yes
own     | DELETE /task/{task}/attachment/{attachment}                                  | login  | no     | no      | no         | no     | no      | no
other   | DELETE /task/{task}/attachment/{attachment}                                  | login  | hidden | no      | no         | no     | hidden  | no
own     | DELETE /task/{task}/comment                                                  | login  | hidden | yes     | yes        | yes    | hidden  | no
# Running handoffs in the engine
own     | FIND /process-instance?maxResults=2000                                       | login  | none   | none    | all        | all    | none    | all
own     | GET /process-instance/{instance}                                             | login  | hidden | hidden  | yes        | yes    | hidden  | yes
own     | GET /process-instance/{instance}/variables                                   | login  | hidden | no      | yes        | yes    | hidden  | yes
own     | PUT /process-instance/{instance}/variables/note {"value":"x"}                | login  | hidden | no      | yes        | yes    | hidden  | no
other   | PUT /process-instance/{instance}/variables/note {"value":"x"}                | login  | hidden | no      | yes        | yes    | hidden  | no
own     | DELETE /process-instance/{instance}                                          | login  | hidden | no      | no         | yes    | hidden  | no
other   | DELETE /process-instance/{instance}                                          | login  | hidden | no      | no         | yes    | hidden  | no
own     | PUT /process-instance/{instance}/suspended {"suspended":true}                | login  | hidden | no      | yes        | yes    | hidden  | no
own     | POST /process-instance/{instance}/modification {"instructions":[{"type":"startBeforeActivity","activityId":"end"}]} | login  | hidden | no      | yes        | yes    | hidden  | no
other   | GET /process-instance/{instance}/comment                                     | login  | hidden | yes     | yes        | yes    | hidden  | yes
own     | POST /message {"messageName":"matrix-go","businessKey":"{key}"}              | login  | hidden | no      | yes        | yes    | hidden  | no
own     | FIND /variable-instance?maxResults=2000                                      | login  | none   | none (manager: all)    | all        | all    | none    | all
own     | FIND /execution?maxResults=2000                                              | login  | none   | none    | all        | all    | none    | all
own     | FIND /event-subscription?maxResults=2000                                     | login  | none   | none    | all        | all    | none    | all
# History of this test alone, or the newest first: a list holds 2,000, and the tests before leave more
own     | FIND /history/process-instance?sortBy=startTime&sortOrder=desc&maxResults=2000 | login  | none   | all     | all        | all    | none    | all
own     | FIND /history/task?sortBy=startTime&sortOrder=desc&maxResults=2000 | login  | none   | all     | all        | all    | none    | all
own     | FIND /history/activity-instance?sortBy=startTime&sortOrder=desc&maxResults=2000 | login  | none   | all     | all        | all    | none    | all
own     | FIND /history/variable-instance?processDefinitionKey=matrix&variableName=assignee&maxResults=2000 | login  | none   | all     | all        | all    | none    | all
own     | FIND /history/user-operation?processDefinitionKey=matrix&sortBy=timestamp&sortOrder=desc&maxResults=2000 | login  | none   | all     | all        | all    | none    | all
own     | DELETE /history/process-instance/{instance}                                  | login  | hidden | no      | no         | hidden | hidden  | no
# Filters
-       | POST /filter/{filter}/list?maxResults=15 {}                                  | login  | yes    | yes     | yes        | yes    | yes     | yes
-       | POST /filter/{hiddenFilter}/list?maxResults=15 {}                            | login  | no     | yes     | yes        | yes    | no      | yes
-       | POST /filter/create {"resourceType":"Task","name":"{new}","query":{}}        | login  | no     | no      | no         | yes    | no      | no
-       | PUT /filter/{someFilter} {"resourceType":"Task","name":"{new}","query":{}}   | login  | no     | no      | no         | yes    | no      | no
-       | DELETE /filter/{someFilter}                                                  | login  | no     | no      | no         | yes    | no      | no
# Diagrams and deployments
-       | GET /process-definition/key/matrix                                           | login  | hidden | yes     | yes        | yes    | hidden  | yes
-       | GET /process-definition/key/matrix/xml                                       | login  | hidden | yes     | yes        | yes    | hidden  | yes
-       | DEPLOY /deployment/create                                                    | login  | no     | no      | yes        | yes    | no      | no
-       | DELETE /deployment/{deployment}                                              | login  | hidden | hidden  | yes        | yes    | hidden  | no
-       | GET /deployment?maxResults=9                                                 | login  | yes    | yes     | yes        | yes    | yes     | yes
-       | GET /api/deployments                                                         | login  | no     | no      | yes        | yes    | no      | no
-       | POST /process-definition/key/matrix/start {start work}                       | login  | hidden | no (strategist: yes) | yes        | yes    | hidden  | no
-       | POST /process-definition/key/escalation/start {"businessKey":"{new}"}        | login  | hidden | no      | wrong      | wrong  | hidden  | no
-       | POST /process-definition/key/matrix/start {"businessKey":"{new}","startInstructions":[{"type":"startBeforeActivity","activityId":"end"}]} | login  | hidden | no      | yes        | yes    | hidden  | no
-       | POST /process-definition/key/model-selection/start {"variables":{"teamSize":{"value":5},"partner":{"value":"neither"},"complexity":{"value":"medium"},"budget":{"value":"moderate"},"time":{"value":"flexible"}}} | login  | hidden | no (strategist, manager: yes) | yes        | yes    | hidden  | no
-       | PUT /process-definition/key/matrix/suspended {"suspended":true}              | login  | hidden | no      | yes        | yes    | hidden  | no
-       | PUT /process-definition/{definition}/history-time-to-live {"historyTimeToLive":1} | login  | hidden | no      | yes        | yes    | hidden  | no
-       | POST /decision-definition/key/review-policy/evaluate {"variables":{"review":{"value":"brief"}}} | login  | hidden | no      | yes        | yes    | hidden  | no
# People, groups, grants
-       | FIND /user?maxResults=2000                                                   | login  | own    | own     | own        | all    | own     | own
-       | PUT /user/{me}/profile {"id":"{me}","firstName":"New","lastName":"Name"}     | login  | yes    | yes     | yes        | yes    | yes     | yes
-       | PUT /user/{colleague}/profile {"id":"{colleague}","firstName":"New","lastName":"Name"} | login  | hidden | hidden  | hidden     | yes    | hidden  | no
-       | PUT /user/{me}/credentials {"password":"{password}","authenticatedUserPassword":"{password}"} | login  | yes    | yes     | yes        | yes    | yes     | yes
-       | PUT /user/{colleague}/credentials {"password":"{password}","authenticatedUserPassword":"{password}"} | login  | hidden | hidden  | hidden     | yes    | hidden  | no
-       | POST /user/create {"profile":{"id":"{new}"},"credentials":{"password":"{password}"}} | login  | hidden | no      | no         | yes    | hidden  | no
-       | DELETE /user/{leaver}                                                        | login  | hidden | no      | no         | yes    | hidden  | no
-       | DELETE /user/{me}                                                            | login  | no     | no      | no         | no     | no      | no
-       | PUT /group/camunda-admin/members/{me}                                        | login  | hidden | no      | no         | wrong  | hidden  | no
-       | PUT /group/manager/members/{leaver}                                          | login  | hidden | no      | no         | yes    | hidden  | no
-       | POST /group/create {"id":"{new}","name":"x","type":"WORKFLOW"}               | login  | hidden | no      | no         | yes    | hidden  | no
-       | DELETE /group/manager/members/{leaver}                                       | login  | hidden | no      | no         | yes    | hidden  | no
-       | FIND /authorization?maxResults=2000                                          | login  | none   | none    | none       | all    | none    | none
-       | POST /authorization/create {"type":1,"permissions":["ALL"],"userId":"{me}","resourceType":8,"resourceId":"{new}"} | login  | hidden | no      | no         | yes    | hidden  | no
# Machinery
-       | GET /job?maxResults=9                                                        | login  | yes    | yes     | yes        | yes    | yes     | yes
-       | GET /incident?maxResults=9                                                   | login  | yes    | yes     | yes        | yes    | yes     | yes
-       | GET /batch?maxResults=9                                                      | login  | yes    | yes     | yes        | yes    | yes     | yes
-       | POST /process-instance/delete {"processInstanceIds":["{instance}"],"deleteReason":"x"} | login  | hidden | no      | no         | yes    | hidden  | no
-       | GET /metrics                                                                 | no     | no     | no      | no         | no     | no      | no
-       | GET /telemetry/configuration                                                 | no     | no     | no      | no         | no     | no      | no
-       | GET /schema/log?maxResults=9                                                 | login  | yes    | yes     | yes        | yes    | yes     | yes
-       | GET /camunda/api/cockpit/plugin/base/default/process-definition/statistics?firstResult=0&maxResults=9 | login  | login  | no      | yes        | yes    | no      | no
-       | GET /camunda/api/admin/plugin/adminPlugins/default/x                         | login  | login  | no      | no         | hidden | no      | no
-       | GET /actuator/health                                                         | yes    | yes    | yes     | yes        | yes    | yes     | yes
-       | GET /actuator/env                                                            | login  | login  | hidden  | hidden     | hidden | hidden  | hidden
-       | GET /v3/api-docs                                                             | login  | yes    | yes     | yes        | yes    | yes     | yes
# The API for integrators
named   | FIND /api/handoffs?size=200                                                  | login  | own    | all     | all        | all    | own     | all
named   | GET /api/handoffs/{key}                                                      | login  | yes    | yes     | yes        | yes    | yes     | yes
foreign | GET /api/handoffs/{key}                                                      | login  | hidden | yes     | yes        | yes    | hidden  | yes
foreign | GET /api/handoffs/{key}/plan                                                 | login  | hidden | yes     | yes        | yes    | hidden  | yes
foreign | GET /api/handoffs/{key}/diagram.svg                                          | login  | hidden | yes     | yes        | yes    | hidden  | yes
named   | GET /api/handoffs/{key}/journal                                              | login  | yes    | yes     | yes        | yes    | yes     | yes
foreign | GET /api/handoffs/{key}/journal                                              | login  | hidden | yes     | yes        | yes    | hidden  | yes
named   | GET /api/handoffs/{key}/packages                                             | login  | yes    | yes     | yes        | yes    | yes     | yes
foreign | GET /api/handoffs/{key}/packages                                             | login  | hidden | yes     | yes        | yes    | hidden  | yes
named   | GET /api/handoffs/{key}/packages/strategyBrief                               | login  | yes    | yes     | yes        | yes    | yes     | yes
foreign | GET /api/handoffs/{key}/packages/strategyBrief                               | login  | hidden | yes     | yes        | yes    | hidden  | yes
foreign | GET /api/handoffs/{key}/packages/strategyBrief/versions                      | login  | hidden | yes     | yes        | yes    | hidden  | yes
foreign | GET /api/handoffs/{key}/packages/strategyBrief/versions/1                    | login  | hidden | yes     | yes        | yes    | hidden  | yes
foreign | GET /api/handoffs/{key}/packages/strategyBrief/diff                          | login  | hidden | yes     | yes        | yes    | hidden  | yes
named   | PATCH /api/handoffs/{key}/packages/strategyBrief {"offer":"new"}             | login  | no     | yes     | yes        | yes    | no      | no
held    | PATCH /api/handoffs/{key}/packages/strategyBrief {"offer":"new"}             | login  | no     | yes     | yes        | yes    | no      | no
foreign | PATCH /api/handoffs/{key}/packages/strategyBrief {"offer":"new"}             | login  | hidden | yes     | yes        | yes    | hidden  | no
named   | PATCH /api/handoffs/{key} {"reason":"New list.","campaignType":"email"}      | login  | no     | yes     | yes        | yes    | no      | no
foreign | PATCH /api/handoffs/{key} {"reason":"New list.","campaignType":"email"}      | login  | hidden | no (manager: yes) | yes        | yes    | hidden  | no
named   | POST /api/handoffs/{key}/deadlines {"task":"x","due":"2027-12-01T00:00:00Z","reason":"x"} | login  | no     | no (manager: wrong) | wrong      | wrong  | no      | no
foreign | POST /api/handoffs/{key}/deadlines {"task":"x","due":"2027-12-01T00:00:00Z","reason":"x"} | login  | hidden | no (manager: wrong) | wrong      | wrong  | hidden  | no
named   | POST /api/handoffs/{key}/cancel {"reason":"Postponed."}                      | login  | no     | yes     | yes        | yes    | no      | no
named   | POST /api/handoffs/{key}/questions {"question":"x"}                          | login  | no     | wrong   | wrong      | wrong  | wrong   | no
named   | POST /api/handoffs/{key}/reviews {"question":"x"}                            | login  | no     | wrong   | wrong      | wrong  | wrong   | no
named   | POST /api/handoffs/{key}/strategy-changes {"reason":"x"}                     | login  | no     | wrong   | wrong      | wrong  | no      | no
# Who has a role of the diagram that the team leaves open takes part
foreign | POST /api/handoffs/{key}/questions {"question":"x"}                          | login  | hidden | no (execution-owner, production, manager, subject-matter-expert, legal, final-approver: wrong) | wrong      | wrong  | hidden  | no
foreign | POST /api/handoffs/{key}/cancel {"reason":"Postponed."}                      | login  | hidden | no (manager: yes) | yes        | yes    | hidden  | no
-       | POST /api/handoffs {start}                                                   | login  | no     | no (strategist, manager: yes) | yes        | yes    | no      | no
own     | FIND /api/tasks                                                              | login  | own    | own     | own        | own    | own     | own
named   | FIND /api/events?handoff={key}                                               | login  | own    | own     | own        | own    | own     | own
foreign | GET /api/events?handoff={key}                                                | login  | hidden | yes     | yes        | yes    | hidden  | yes
own     | GET /api/tasks/{task}                                                        | login  | yes    | yes     | yes        | yes    | yes     | yes
offered | GET /api/tasks/{task}                                                        | login  | hidden | yes     | yes        | yes    | yes     | yes
other   | GET /api/tasks/{task}                                                        | login  | hidden | hidden (manager: yes)  | yes        | yes    | hidden  | yes
own     | POST /api/tasks/{task} {}                                                    | login  | yes    | yes     | yes        | yes    | yes     | yes
offered | POST /api/tasks/{task} {}                                                    | login  | hidden | yes     | yes        | yes    | yes     | no
other   | POST /api/tasks/{task} {}                                                    | login  | hidden | hidden (manager: no)  | yes        | yes    | hidden  | no
-       | GET /api/people/{me}/deputies                                                | login  | yes    | yes     | yes        | yes    | yes     | yes
-       | GET /api/people/ruth/deputies                                                | login  | hidden | yes     | yes        | yes    | hidden  | hidden
-       | POST /api/people/{me}/deputies {"deputy":"ruth"}                             | login  | no     | wrong   | wrong      | wrong  | no      | no
-       | POST /api/people/ruth/deputies {"deputy":"{me}"}                             | login  | hidden | no (manager: wrong) | wrong      | wrong  | hidden  | no
-       | DELETE /api/people/ruth/deputies/2020-01-01                                  | login  | hidden | no (manager: hidden) | hidden     | hidden | hidden  | no
-       | GET /api/models                                                              | login  | yes    | yes     | yes        | yes    | yes     | yes
-       | GET /api/models/sprint-handoff/diagram.svg                                   | login  | yes    | yes     | yes        | yes    | no      | yes
-       | GET /api/contracts                                                           | login  | yes    | yes     | yes        | yes    | yes     | yes
-       | POST /api/contracts/strategy-to-execution/check {"packages":{}}              | login  | yes    | yes     | yes        | yes    | yes     | yes
-       | POST /api/model-selection {"teamSize":5,"complexity":"medium","budget":"moderate","time":"flexible"} | login  | yes    | yes     | yes        | yes    | yes     | yes
-       | POST /api/plans {"model":"documentation-first-handoff","launchDate":"2031-03-03"} | login  | yes    | yes     | yes        | yes    | yes     | yes
-       | GET /api/kpis                                                                | login  | hidden | hidden  | hidden     | hidden | no      | hidden
""";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, List<RoleStage.Walker>> columns = new LinkedHashMap<>();
    private RoleStage stage;

    static Stream<RoleTable.Row> rows() {
        return RoleTable.read(TABLE).stream();
    }

    @BeforeAll
    void hire() {
        stage = new RoleStage(engine, jdbc, people, port);
        stage.open();
        columns.put("nobody", List.of(stage.nobody()));
        columns.put("guest", List.of(stage.somebody("guest")));
        columns.put("working", Roles.WORKING.stream().map(stage::somebody).toList());
        columns.put("operations", List.of(stage.somebody(Roles.OPERATIONS)));
        columns.put("admin", List.of(stage.somebody(Roles.ADMINISTRATOR)));
        columns.put("partner", List.of(stage.somebody(Roles.PARTNER)));
        columns.put("stakeholder", List.of(stage.somebody(Roles.STAKEHOLDER)));
    }

    @AfterAll
    void leave() {
        stage.close();
    }

    @AfterEach
    void goOn() {
        stage.goOn();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRoleIsAnsweredAsTheTableSays(RoleTable.Row row) {
        var surprises = new ArrayList<String>();
        columns.forEach((column, walkers) -> {
            for (var walker : walkers) {
                for (var way : walker.ways(row)) {
                    surprises.addAll(walk(row, column, walker, way));
                }
            }
        });
        assertThat(surprises).as(row.toString()).isEmpty();
    }

    private List<String> walk(RoleTable.Row row, String column, RoleStage.Walker walker, RoleStage.Way way) {
        var expected = row.expected(column, walker.role());
        var scene = stage.scene(row, walker);
        var mayChange = row.reads() || expected.equals("yes");
        var before = mayChange ? "" : stage.state(row, scene);
        var answer = scene.call(row, way);
        var found = Answer.of(row, scene, answer);
        var surprises = new ArrayList<String>();
        if (!found.equals(expected)) {
            surprises.add("%s: %s instead of %s: %s %s"
                    .formatted(walker.role(), found, expected, answer.statusCode(), shortened(answer)));
        }
        if (!mayChange && !before.equals(stage.state(row, scene))) {
            surprises.add("%s was refused, and still changed something: %s, now %s"
                    .formatted(walker.role(), before, stage.state(row, scene)));
        }
        return surprises;
    }

    private static String shortened(HttpResponse<String> answer) {
        return answer.body().length() > 200 ? answer.body().substring(0, 200) : answer.body();
    }

    /** What came back, in the words of the table. */
    private static final class Answer {

        static String of(RoleTable.Row row, RoleStage.Scene scene, HttpResponse<String> answer) {
            return switch (answer.statusCode()) {
                case 200, 201, 204 -> row.method().equals("FIND") ? list(scene, answer.body()) : "yes";
                case 400 -> "wrong";
                case 401 -> "login";
                case 403 -> "no";
                case 404 -> "hidden";
                default -> "status " + answer.statusCode();
            };
        }

        private static String list(RoleStage.Scene scene, String body) {
            if (scene.foreignMarks().stream().anyMatch(body::contains)) {
                return "all";
            }
            return scene.ownMarks().stream().anyMatch(body::contains) ? "own" : "none";
        }
    }
}
