package dev.baton.security;

import static dev.baton.harness.People.ADMIN;
import static dev.baton.harness.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.ServiceTest;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class EndpointAccessTests {

    private static final String INTRUDER = """
            {"profile":{"id":"intruder","firstName":"I","lastName":"N"},"credentials":{"password":"Quiet-harbour-27-lanterns"}}""";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @AfterEach
    void nobodyBrokeIn() {
        assertThat(identity.createUserQuery().userId("intruder").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest",
                "/engine-rest/engine",
                "/engine-rest/task?maxResults=1",
                "/engine-rest/engine/default/task?maxResults=1",
                "/engine-rest/version",
                "/api",
                "/api/handoffs",
                "/api/nothing",
                "/camunda/api/engine/engine/default/task?maxResults=1",
                "/camunda/api/cockpit/plugin/base/default/process-definition",
                "/camunda/api/tasklist/plugin/x/default/y",
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/swagger-ui/index.html",
                "/actuator",
                "/actuator/env",
                "/error",
                "/",
                "/Engine-Rest/task",
                "/nowhere"
            })
    void aStrangerGetsNothing(String path) {
        assertThat(Visitor.stranger(port).get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void aStrangersBrowserIsSentToTheLoginPage() {
        var answer = Visitor.stranger(port).with("Accept", "text/html").get("/swagger-ui/index.html");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/camunda/app/tasklist/default/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/tasklist/default/",
                "/camunda/app/tasklist/styles/baton.svg",
                "/camunda/app/tasklist/locales/en.json",
                "/camunda/lib/runtime.js",
                "/camunda/api/engine/engine/",
                "/actuator/health"
            })
    void theLoginPageAndHealthAnswerEveryone(String path) {
        assertThat(Visitor.stranger(port).get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void healthKeepsItsDetailsToItself() {
        assertThat(Visitor.stranger(port).get("/actuator/health").body()).doesNotContain("components", "db");
    }

    @Test
    void theWrongPasswordAndTheUnknownPersonGetTheSameAnswer() {
        var wrong = Visitor.basic(port, ADMIN, "wrong").get("/engine-rest/engine");
        var unknown = Visitor.basic(port, "nobody", "wrong").get("/engine-rest/engine");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
    }

    @Test
    void theRightPasswordComesIn() {
        assertThat(Visitor.basic(port, ADMIN, PASSWORD)
                        .get("/engine-rest/engine")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Visitor.basic(port, ADMIN, PASSWORD).get("/v3/api-docs").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theEnginesRestKeepsNoSession() {
        var answer = Visitor.basic(port, ADMIN, PASSWORD).get("/engine-rest/engine");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda//api/admin/setup/default/user/create",
                "//camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin;x=y/setup/default/user/create",
                "/camunda/api/admin/setup;/default/user/create",
                "/camunda/api/admin/x/../setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/%2e/setup/default/user/create",
                "/camunda/api/admin/auth/%2e%2e/setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/%61dmin/setup/default/user/create",
                "/%63amunda/api/admin/setup/default/user/create",
                "/camunda/api/admin%2fsetup/default/user/create",
                "/camunda/api/admin%252fsetup/default/user/create",
                "/camunda/api/admin/auth/user/default/login/../../../../setup/default/user/create",
                "/camunda/app/../api/admin/setup/default/user/create"
            })
    void nobodyMakesAnAdministratorWithoutALogin(String path) {
        var answer = Visitor.stranger(port).post(path, INTRUDER);
        assertThat(answer.statusCode()).isIn(400, 401, 403);
        assertThat(Visitor.signedIn(port, ADMIN, PASSWORD).post(path, INTRUDER).statusCode())
                .isIn(400, 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/%65ngine/engine/default/user/create",
                "/camunda/api/engine/%65ngine/default/user/create",
                "/camunda/api/engine/engine/default/user/%63reate",
                "/camunda/api/engine/engine//default/user/create",
                "/camunda/app/../api/engine/engine/default/user/create",
                "/camunda/app/;/../api/engine/engine/default/user/create",
                "/engine-rest/%75ser/create",
                "/%65ngine-rest/user/create",
                "/engine-rest/;x=y/user/create",
                "/engine-rest//user/create",
                "/engine-rest/user/create/",
                "/engine-rest/user/create"
            })
    void noSpellingOfAPathWalksPastTheDoor(String path) {
        assertThat(Visitor.stranger(port).post(path, INTRUDER).statusCode()).isIn(400, 401, 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/identity/verify",
                "/engine-rest/engine/default/identity/verify",
                "/engine-rest/telemetry/configuration",
                "/engine-rest/case-instance/1/variables/x",
                "/engine-rest/history/case-instance"
            })
    void someCallsAreSwitchedOffForEveryone(String path) {
        assertThat(Visitor.basic(port, ADMIN, PASSWORD)
                        .post(path, "{\"username\":\"admin\",\"password\":\"guess\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aBrowserSentByAnotherSiteChangesNothing() {
        var sent = Visitor.basic(port, ADMIN, PASSWORD).with("Sec-Fetch-Site", "cross-site");
        assertThat(sent.post("/engine-rest/user/create", INTRUDER).statusCode()).isEqualTo(403);
        sent = Visitor.basic(port, ADMIN, PASSWORD).with("Origin", "https://evil.example");
        assertThat(sent.post("/engine-rest/user/create", INTRUDER).statusCode()).isEqualTo(403);
        sent = Visitor.basic(port, ADMIN, PASSWORD).with("Origin", "null");
        assertThat(sent.post("/api/handoffs", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void aBrowserOnBatonsOwnPageMayChangeThings() {
        var own = Visitor.basic(port, ADMIN, PASSWORD).with("Origin", "http://127.0.0.1:" + port);
        assertThat(own.post("/engine-rest/task/count", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void aBrowserKeepsScriptsButNoAnswers() {
        var script = Visitor.stranger(port).get("/camunda/lib/runtime.js").headers();
        assertThat(script.firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(script.firstValue("Last-Modified")).isPresent();
        assertThat(Visitor.basic(port, ADMIN, PASSWORD)
                        .get("/v3/api-docs")
                        .headers()
                        .firstValue("Cache-Control"))
                .hasValueSatisfying(keeping -> assertThat(keeping).contains("no-store"));
    }

    @Test
    void whoComesWithoutAPathGoesToTasklist() {
        var front = Visitor.signedIn(port, ADMIN, PASSWORD).get("/");
        assertThat(front.statusCode()).isEqualTo(302);
        assertThat(front.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/camunda/app/tasklist/default/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/camunda/app/tasklist/default/", "/engine-rest/engine", "/api/nothing", "/actuator/health"})
    void everyAnswerCarriesTheSecureHeaders(String path) {
        var headers = Visitor.basic(port, ADMIN, PASSWORD).get(path).headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'"));
        assertThat(headers.firstValue("Server")).isEmpty();
    }
}
