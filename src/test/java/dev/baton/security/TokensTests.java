package dev.baton.security;

import static dev.baton.harness.People.ADMIN;
import static dev.baton.harness.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class TokensTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    Scenario time;

    private String person = "";
    private Visitor maria;

    @BeforeEach
    void hire() {
        person = people.hire("p" + UUID.randomUUID().toString().substring(0, 8), "strategist", "operations");
        maria = Visitor.basic(port, person, PASSWORD);
    }

    @Test
    void aTokenOpensBothDoorsForIntegratorsAndNoPage() throws IOException {
        var script = bearer(secret(create("strategist")));
        assertThat(script.get("/api/handoffs").statusCode()).isEqualTo(200);
        assertThat(script.get("/engine-rest/task/count").statusCode()).isEqualTo(200);
        assertThat(script.get(Visitor.SESSION_API + "/task/count").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenHasTheRolesThatWereNamedAndNoOthers() throws IOException {
        var deployments = "/engine-rest/deployment/count";
        var operations = bearer(secret(create("operations")));
        var strategist = bearer(secret(create("strategist")));
        assertThat(operations.get("/engine-rest/job/count").body())
                .isEqualTo(maria.get("/engine-rest/job/count").body());
        var diagram = "<definitions/>";
        assertThat(strategist.deploy("x.bpmn", diagram).statusCode()).isEqualTo(403);
        assertThat(operations.deploy("x.bpmn", diagram).statusCode()).isEqualTo(400);
        assertThat(operations.get(deployments).statusCode()).isEqualTo(200);
    }

    @Test
    void theSecretIsShownOnceAndStoredNowhere() throws IOException {
        var made = create("strategist");
        var secret = secret(made);
        assertThat(secret).startsWith("baton_").hasSizeGreaterThan(40);
        assertThat(maria.get("/api/tokens").body())
                .contains(made.path("id").asText())
                .doesNotContain(secret);
        assertThat(database.sql("select * from baton_token")
                        .query()
                        .listOfRows()
                        .toString())
                .doesNotContain(secret);
    }

    @Test
    void aTokenEndsWhenItIsRevoked() throws IOException {
        var made = create("strategist");
        var script = bearer(secret(made));
        assertThat(script.get("/api/handoffs").statusCode()).isEqualTo(200);
        assertThat(maria.delete("/api/tokens/" + made.path("id").asText()).statusCode())
                .isEqualTo(204);
        var refused = script.get("/api/handoffs");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
        assertThat(refused.body()).contains("unknown, over or revoked");
    }

    @Test
    void aTokenEndsOnItsDay() throws IOException {
        var script = bearer(secret(create("strategist")));
        assertThat(script.get("/api/handoffs").statusCode()).isEqualTo(200);
        time.pass(Duration.ofDays(31));
        assertThat(script.get("/api/handoffs").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenEndsWithItsLastRoleAndWithItsPerson() throws IOException {
        var strategist = bearer(secret(create("strategist")));
        var operations = bearer(secret(create("operations")));
        assertThat(strategist.get("/api/handoffs").statusCode()).isEqualTo(200);
        identity.deleteMembership(person, "strategist");
        assertThat(strategist.get("/api/handoffs").statusCode()).isEqualTo(401);
        assertThat(operations.get("/api/handoffs").statusCode()).isEqualTo(200);
        identity.deleteUser(person);
        assertThat(operations.get("/api/handoffs").statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverGetsTheNameOfADeletedPersonDoesNotGetTheTokens() throws IOException {
        var script = bearer(secret(create("strategist")));
        identity.deleteUser(person);
        people.hire(person, "strategist");
        assertThat(script.get("/api/handoffs").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenMakesNoTokensAndChangesNobody() throws IOException {
        var admin = bearer(secret(JSON.readTree(Visitor.basic(port, ADMIN, PASSWORD)
                .post("/api/tokens", request("camunda-admin", 30))
                .body())));
        assertThat(admin.post("/api/tokens", request("camunda-admin", 30)).statusCode())
                .isEqualTo(403);
        assertThat(admin.get("/api/tokens").statusCode()).isEqualTo(403);
        assertThat(admin.put("/engine-rest/group/camunda-admin/members/" + person, "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.delete("/engine-rest/user/" + person).statusCode()).isEqualTo(403);
        assertThat(admin.put(
                                "/engine-rest/user/" + person + "/credentials",
                                "{\"password\":\"%1$s\",\"authenticatedUserPassword\":\"%1$s\"}".formatted(PASSWORD))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void administratorsSeeAndRevokeTheTokensOfOthersAndNobodyElseDoes() throws IOException {
        var made = create("strategist");
        var path = "/api/tokens/" + made.path("id").asText();
        var colleague = Visitor.basic(
                port, people.hire("q" + UUID.randomUUID().toString().substring(0, 8), "strategist"), PASSWORD);
        assertThat(colleague.get("/api/tokens").body())
                .doesNotContain(made.path("id").asText());
        assertThat(colleague.delete(path).statusCode()).isEqualTo(404);
        var admin = Visitor.basic(port, ADMIN, PASSWORD);
        assertThat(admin.get("/api/tokens").body()).contains(made.path("id").asText());
        assertThat(admin.delete(path).statusCode()).isEqualTo(204);
    }

    @Test
    void administratorsMakeTokensForTechnicalUsers() throws IOException {
        var forOther = request("strategist", 30).replace("{", "{\"person\":\"" + person + "\",");
        assertThat(Visitor.basic(port, ADMIN, PASSWORD)
                        .post("/api/tokens", forOther)
                        .statusCode())
                .isEqualTo(201);
        var other = people.hire("q" + UUID.randomUUID().toString().substring(0, 8), "strategist");
        assertThat(Visitor.basic(port, other, PASSWORD)
                        .post("/api/tokens", forOther)
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"camunda-admin,30,roles", "strategist,0,expires", "strategist,400,expires", "nonsense,30,roles"})
    void aTokenIsNoWayToMoreThanThePersonHas(String role, int days, String field) throws IOException {
        var refused = maria.post("/api/tokens", request(role, days));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(refused.body()).at("/errors/0/field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"baton_", "baton_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "x", "eyJhbGciOiJub25lIn0.e30."})
    void aWrongTokenIsRefusedAndCountsAgainstNobody(String secret) {
        for (var attempt = 0; attempt < 30; attempt++) {
            assertThat(bearer(secret).get("/api/handoffs").statusCode()).isEqualTo(401);
        }
        assertThat(maria.get("/api/handoffs").statusCode()).isEqualTo(200);
    }

    private JsonNode create(String role) throws IOException {
        var made = maria.post("/api/tokens", request(role, 30));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return JSON.readTree(made.body());
    }

    private String request(String role, int days) {
        return "{\"name\":\"crm-import\",\"roles\":[\"%s\"],\"expires\":\"%s\"}"
                .formatted(role, clock.instant().plus(Duration.ofDays(days)));
    }

    private static String secret(JsonNode made) {
        return made.path("secret").asText();
    }

    private Visitor bearer(String secret) {
        return Visitor.stranger(port).with("Authorization", "Bearer " + secret);
    }
}
