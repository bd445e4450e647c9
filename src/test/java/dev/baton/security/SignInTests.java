package dev.baton.security;

import static dev.baton.harness.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class SignInTests {

    private static final String COUNT_TASKS = Visitor.SESSION_API + "/task/count";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    IdentityService identity;

    private String person = "";

    @BeforeEach
    void hire() {
        person = people.hire("p" + UUID.randomUUID().toString().substring(0, 8), "strategist");
    }

    @Test
    void signingInOpensTheWebAppsAndBatonsOwnPages() {
        var signedIn = Visitor.signedIn(port, person, PASSWORD);
        assertThat(signedIn.get(COUNT_TASKS).statusCode()).isEqualTo(200);
        assertThat(signedIn.get("/v3/api-docs").statusCode()).isEqualTo(200);
        assertThat(signedIn.get("/swagger-ui/index.html").statusCode()).isEqualTo(200);
    }

    @Test
    void theSessionOpensNeitherTheEnginesRestNorTheApi() {
        var signedIn = Visitor.signedIn(port, person, PASSWORD);
        assertThat(signedIn.get("/engine-rest/engine").statusCode()).isEqualTo(401);
        assertThat(signedIn.get("/api/tasks").statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSessionForEveryPage() {
        var signedIn = Visitor.signedIn(port, person, PASSWORD);
        assertThat(signedIn.post("/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(signedIn.get(COUNT_TASKS).statusCode()).isEqualTo(401);
        assertThat(signedIn.get("/v3/api-docs").statusCode()).isEqualTo(401);
    }

    @Test
    void aPersonWhoWasRemovedIsOutAtTheNextClick() {
        var signedIn = Visitor.signedIn(port, person, PASSWORD);
        identity.deleteUser(person);
        assertThat(signedIn.get(COUNT_TASKS).statusCode()).isEqualTo(401);
        assertThat(signedIn.get("/v3/api-docs").statusCode()).isEqualTo(401);
    }

    @Test
    void theWebAppsRefuseAChangeWithoutTheirToken() {
        var signedIn = Visitor.signedIn(port, person, PASSWORD).without("X-XSRF-TOKEN");
        assertThat(signedIn.post(COUNT_TASKS, "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        var cookie =
                Visitor.stranger(port).get("/camunda/app/tasklist/default/").headers().allValues("Set-Cookie").stream()
                        .filter(one -> one.startsWith("JSESSIONID"))
                        .findFirst();
        assertThat(cookie).hasValueSatisfying(one -> assertThat(one).contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void whoWasRemovedIsOutAtTheNextCall() {
        assertThat(right().statusCode()).isEqualTo(200);
        identity.deleteUser(person);
        assertThat(right().statusCode()).isEqualTo(401);
    }

    @Test
    void anOldPasswordIsWrongAtTheNextCall() {
        assertThat(right().statusCode()).isEqualTo(200);
        var user = identity.createUserQuery().userId(person).singleResult();
        user.setPassword(PASSWORD + "-2");
        identity.saveUser(user);
        assertThat(right().statusCode()).isEqualTo(401);
    }

    @Test
    void anotherPasswordIsWrongAlsoRightAfterTheRightOne() {
        assertThat(right().statusCode()).isEqualTo(200);
        assertThat(wrong().statusCode()).isEqualTo(401);
    }

    @Test
    void aRoleThatWasTakenAwayIsGoneAtTheNextCall() {
        var strategist = Visitor.basic(port, person, PASSWORD);
        assertThat(strategist.get("/api/handoffs").statusCode()).isEqualTo(200);
        assertThat(strategist
                        .post("/api/contracts/strategy-to-creative/check", "{\"packages\": {}}")
                        .statusCode())
                .isEqualTo(200);
        identity.deleteMembership(person, "strategist");
        identity.createMembership(person, "stakeholder");
        assertThat(strategist.post("/api/handoffs", "{}").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> wrong() {
        return Visitor.basic(port, person, "wrong").get("/engine-rest/engine");
    }

    private HttpResponse<String> right() {
        return Visitor.basic(port, person, PASSWORD).get("/engine-rest/engine");
    }
}
