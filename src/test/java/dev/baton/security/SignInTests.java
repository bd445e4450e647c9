package dev.baton.security;

import static dev.baton.harness.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;

@ServiceTest
class SignInTests {

    private static final String COUNT_TASKS = Visitor.SESSION_API + "/task/count";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient database;

    @Autowired
    Provisioning provisioning;

    @Autowired
    ListableBeanFactory beans;

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
    void withoutAProviderThereIsNoOtherWayIn() {
        assertThat(Visitor.stranger(port)
                        .get("/camunda/app/welcome/scripts/provider.js")
                        .body())
                .contains("export default null");
        for (var path : new String[] {"/oauth2/authorization/company", "/login/oauth2/code/company?code=x&state=y"}) {
            assertThat(Visitor.stranger(port).get(path).statusCode()).isEqualTo(401);
        }
        assertThat(Visitor.stranger(port)
                        .with("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30.")
                        .get("/api/handoffs")
                        .body())
                .contains("unknown, over or revoked");
        assertThat(beans.getBeansOfType(ClientRegistrationRepository.class)).isEmpty();
        assertThat(beans.getBeansOfType(JwtDecoder.class)).isEmpty();
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
    void aNewPasswordEndsEverySessionAtOnce() {
        var here = Visitor.signedIn(port, person, PASSWORD);
        var there = Visitor.signedIn(port, person, PASSWORD);
        assertThat(here.put(
                                Visitor.SESSION_API + "/user/" + person + "/credentials",
                                "{\"password\":\"%1$s-2\",\"authenticatedUserPassword\":\"%1$s\"}".formatted(PASSWORD))
                        .statusCode())
                .isEqualTo(204);
        assertEnded(here);
        assertEnded(there);
        assertThat(Visitor.signedIn(port, person, PASSWORD + "-2")
                        .get(COUNT_TASKS)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRoleThatWasTakenAwayEndsTheSession() {
        identity.createMembership(person, "creative");
        var signedIn = Visitor.signedIn(port, person, PASSWORD);
        identity.deleteMembership(person, "creative");
        assertEnded(signedIn);
    }

    @Test
    void aRoleThatWasGivenDoesNotEndTheSession() {
        var signedIn = Visitor.signedIn(port, person, PASSWORD);
        identity.createMembership(person, "creative");
        assertThat(signedIn.get(COUNT_TASKS).statusCode()).isEqualTo(200);
    }

    /** Another node leaves no trace here but in the database. */
    @Test
    void whatAnotherNodeTookAwayEndsTheSessionToo() {
        var signedIn = Visitor.signedIn(port, person, PASSWORD);
        database.sql("delete from ACT_ID_MEMBERSHIP where USER_ID_ = ?")
                .param(person)
                .update();
        assertEnded(signedIn);
    }

    @Test
    void whatAnotherNodeTookAwayIsGoneForBasicWithinTwoSeconds() {
        assertThat(right().statusCode()).isEqualTo(200);
        database.sql("update ACT_ID_USER set PWD_ = null where ID_ = ?")
                .param(person)
                .update();
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            while (right().statusCode() == 200) {
                Thread.onSpinWait();
            }
        });
    }

    @Test
    void nobodyDeletesTheirOwnAccount() {
        assertThat(Visitor.basic(port, person, PASSWORD)
                        .delete("/engine-rest/user/" + person)
                        .statusCode())
                .isEqualTo(403);
        assertThat(Visitor.basic(port, People.ADMIN, PASSWORD)
                        .delete("/engine-rest/user/" + People.ADMIN)
                        .statusCode())
                .isEqualTo(403);
        assertThat(identity.createUserQuery().userIdIn(person, People.ADMIN).count())
                .isEqualTo(2);
    }

    @Test
    void grantsOfEarlierVersionsOnTheOwnAccountBecomeReadAndUpdate() {
        assertThat(ownGrant()).isEqualTo(6);
        database.sql("update ACT_RU_AUTHORIZATION set PERMS_ = 2147483647 where USER_ID_ = ? and RESOURCE_TYPE_ = 1")
                .param(person)
                .update();
        provisioning.provision();
        assertThat(ownGrant()).isEqualTo(6);
    }

    private int ownGrant() {
        return database.sql("select PERMS_ from ACT_RU_AUTHORIZATION where USER_ID_ = ? and RESOURCE_TYPE_ = 1")
                .param(person)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    private static void assertEnded(Visitor signedIn) {
        assertThat(signedIn.get(COUNT_TASKS).statusCode()).isEqualTo(401);
        assertThat(signedIn.get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(404);
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
