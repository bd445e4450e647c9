package dev.baton.security;

import static dev.baton.harness.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everybody looks everywhere for what one side has rated, while the other side has not answered yet. */
@ServiceTest
class BlindRatingsTests {

    /** What must not be found: another word for each test, because a journal forgets nothing. */
    private final String why = "quokka-" + UUID.randomUUID();

    private final String rating = """
            {"variables": {"rating": {"type": "Json", "value": "{\\"value\\": 3, \\"why\\": \\"%s\\"}"}}}""".formatted(why);

    @LocalServerPort
    int port;

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcTemplate database;

    private String instance = "";

    @BeforeEach
    void start() {
        people.named("ruth", "final-approver");
        instance = handoff.start(
                        "strategist",
                        "retrospective",
                        Map.of(
                                "campaign",
                                "Spring appeal",
                                "launchedOn",
                                LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC)
                                        .toString(),
                                "raci",
                                Map.of("accountable", "ruth")))
                .getId();
    }

    static Stream<String> everybody() {
        return Stream.of(
                "strategist", "execution-owner", "stakeholder", "manager", "ruth", "operations", "partner", "admin");
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void nobodyFindsWhatTheSenderRated(String who) {
        assertThat(answer("strategist", "rate_asSender", rating).statusCode()).isEqualTo(204);

        for (var visitor : List.of(basic(who), signedIn(who))) {
            for (var place : places()) {
                assertThat(visitor.get(place).body())
                        .as("%s GET %s", who, place)
                        .doesNotContain(why);
            }
        }
    }

    @Test
    void theReceiversTaskIsReadInFullAndHoldsNothingOfTheSender() {
        assertThat(answer("strategist", "rate_asSender", rating).statusCode()).isEqualTo(204);
        var task = handoff.task("rate_asReceiver").getId();
        tasks.setAssignee(task, people.named("execution-owner"));

        var variables =
                basic("execution-owner").get("/engine-rest/task/" + task + "/variables?deserializeValues=false");
        assertThat(variables.statusCode()).isEqualTo(200);
        assertThat(json(variables).at("/rating/value").asText()).isEqualTo("{}");
        assertThat(json(variables).has("ratings")).isFalse();
    }

    @Test
    void theOnlyTableThatKnowsIsTheJournal() {
        var given = answer("strategist", "rate_asSender", rating);
        assertThat(given.statusCode()).as(given.body()).isEqualTo(204);

        assertThat(tablesThatHold(why)).containsExactly("baton_journal");
    }

    @Test
    void aRefusedAnswerLeavesNothingBehind() {
        var eleven = rating.replace("\\\"value\\\": 3", "\\\"value\\\": 11");
        assertThat(answer("strategist", "rate_asSender", eleven).statusCode()).isEqualTo(400);

        assertThat(tablesThatHold(why)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"String", "Object", "Bytes", "File", "Integer"})
    void aRatingOfATypeThatLeavesACopyIsRefused(String type) {
        var asOther = """
                {"variables": {"rating": {"type": "%s", "value": "%s", "valueInfo": {"filename": "x",
                 "objectTypeName": "java.lang.String", "serializationDataFormat": "application/json"}}}}""".formatted(type, why);

        assertThat(answer("strategist", "rate_asSender", asOther).statusCode()).isBetween(400, 499);
        assertThat(tablesThatHold(why)).isEmpty();
        assertThat(handoff.task("rate_asSender")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"strategist", "operations", "admin"})
    void aRatingCannotBeLeftLyingAbout(String who) {
        var task = handoff.task("rate_asSender");
        tasks.setAssignee(task.getId(), people.named(who));
        var value = """
                {"type": "Json", "value": "{\\"value\\": 3, \\"why\\": \\"%s\\"}"}""".formatted(why);
        var modification = "{\"modifications\": {\"rating\": " + value + "}}";
        var of = "/engine-rest/task/" + task.getId();
        var visitor = basic(who);

        for (var place : List.of(
                of + "/variables",
                of + "/localVariables",
                "/engine-rest/process-instance/" + instance + "/variables",
                "/engine-rest/execution/" + task.getExecutionId() + "/localVariables")) {
            assertThat(visitor.put(place + "/rating", value).statusCode())
                    .as("PUT " + place)
                    .isGreaterThanOrEqualTo(400);
            assertThat(visitor.post(place, modification).statusCode())
                    .as("POST " + place)
                    .isGreaterThanOrEqualTo(400);
        }
        for (var call : List.of("/resolve", "/bpmnError", "/bpmnEscalation")) {
            visitor.post(of + call, rating.replaceFirst("\\{", "{\"errorCode\": \"1\", \"escalationCode\": \"1\", "));
        }
        assertThat(tablesThatHold(why)).isEmpty();
    }

    @Test
    void aDelegatedTaskTakesNoRatingThatWouldLieThereUntilItIsCompleted() {
        var task = handoff.task("rate_asSender").getId();
        tasks.setAssignee(task, people.named("strategist"));
        tasks.delegateTask(task, people.named("manager"));

        assertThat(basic("manager")
                        .post("/engine-rest/task/" + task + "/submit-form", rating)
                        .statusCode())
                .isEqualTo(400);
        assertThat(tablesThatHold(why)).isEmpty();
    }

    @Test
    void everybodyReadsBothOnceBothSidesHaveAnswered() {
        assertThat(answer("strategist", "rate_asSender", rating).statusCode()).isEqualTo(204);
        assertThat(answer("execution-owner", "rate_asReceiver", rating.replace("3", "8"))
                        .statusCode())
                .isEqualTo(204);

        var rated = new ArrayList<String>();
        json(basic("manager").get("/api/handoffs/" + handoff.key() + "/journal"))
                .path("items")
                .forEach(event -> {
                    if (event.path("kind").asText().equals("rated")) {
                        rated.add(event.at("/detail/rater").asText()
                                + event.at("/detail/value").asInt());
                    }
                });
        assertThat(rated).containsExactly("sender3", "receiver8");
    }

    @Test
    void aStakeholderTakesTheOfferedRatingAndNothingElse() {
        var stakeholder = basic("stakeholder");
        var offered = handoff.task("rate_brand").getId();
        var others = handoff.task("rate_asSender").getId();
        var me = "{\"userId\": \"%s\"}".formatted(people.named("stakeholder"));

        assertThat(stakeholder
                        .post("/engine-rest/task/" + others + "/claim", me)
                        .statusCode())
                .isEqualTo(403);
        assertThat(stakeholder
                        .post("/engine-rest/task/" + offered + "/claim", me)
                        .statusCode())
                .isEqualTo(204);
        assertThat(stakeholder
                        .post("/engine-rest/task/" + offered + "/submit-form", rating)
                        .statusCode())
                .isEqualTo(204);
    }

    /** Everything that a person could read about a running retrospective. */
    private List<String> places() {
        var places = new ArrayList<String>();
        var api = "/api/handoffs/" + handoff.key();
        places.addAll(List.of(
                api,
                api + "/journal",
                api + "/packages",
                api + "/packages/retrospective",
                "/api/tasks",
                "/api/handoffs"));
        for (var engine : List.of("/engine-rest", Visitor.SESSION_API)) {
            var of = "?processInstanceId=" + instance + "&maxResults=500&deserializeValues=false";
            for (var kind : List.of(
                    "variable-instance",
                    "activity-instance",
                    "task",
                    "detail",
                    "user-operation",
                    "identity-link-log",
                    "process-instance",
                    "incident",
                    "job-log")) {
                places.add(engine + "/history/" + kind + of);
            }
            places.add(engine + "/variable-instance?processInstanceIdIn=" + instance
                    + "&maxResults=500&deserializeValues=false");
            places.add(
                    engine + "/history/variable-instance?variableName=rating&maxResults=500&deserializeValues=false");
            places.add(engine + "/process-instance/" + instance + "/variables?deserializeValues=false");
            places.add(engine + "/process-instance/" + instance + "/activity-instances");
            places.add(engine + "/process-instance/" + instance + "/comment");
            places.add(engine + "/task" + of);
            places.add(engine + "/execution" + of);
            places.add(engine + "/job" + of);
            for (Task task : handoff.tasks()) {
                var one = engine + "/task/" + task.getId();
                Stream.of(
                                "",
                                "/variables?deserializeValues=false",
                                "/localVariables?deserializeValues=false",
                                "/form-variables?deserializeValues=false",
                                "/comment",
                                "/attachment")
                        .forEach(part -> places.add(one + part));
                places.add(engine + "/execution/" + task.getExecutionId() + "/localVariables?deserializeValues=false");
            }
        }
        return places;
    }

    /** Table by table and column by column, texts and bytes. */
    private List<String> tablesThatHold(String text) {
        var columns = database.queryForList("""
                select table_name as t, column_name as c from information_schema.columns
                where lower(table_schema) = 'public' and (lower(data_type) like '%char%' or lower(data_type) like '%text%'
                  or lower(data_type) like '%large object%' or lower(data_type) like '%binary%' or lower(data_type) = 'bytea')""");
        assertThat(columns).hasSizeGreaterThan(300);
        return columns.stream()
                .filter(column -> holds(String.valueOf(column.get("t")), String.valueOf(column.get("c")), text))
                .map(column -> String.valueOf(column.get("t")).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private boolean holds(String table, String column, String text) {
        return database.query(
                "select \"%2$s\" from \"%1$s\" where \"%2$s\" is not null".formatted(table, column), rows -> {
                    while (rows.next()) {
                        if (new String(rows.getBytes(1), StandardCharsets.UTF_8).contains(text)) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    private HttpResponse<String> answer(String who, String task, String body) {
        var id = handoff.task(task).getId();
        var visitor = basic(who);
        visitor.post("/engine-rest/task/" + id + "/claim", "{\"userId\": \"%s\"}".formatted(people.named(who)));
        return visitor.post("/engine-rest/task/" + id + "/submit-form", body);
    }

    private Visitor basic(String who) {
        return Visitor.basic(port, people.named(who), PASSWORD);
    }

    private Visitor signedIn(String who) {
        return Visitor.signedIn(port, people.named(who), PASSWORD);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
