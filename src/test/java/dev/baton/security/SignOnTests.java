package dev.baton.security;

import static dev.baton.harness.People.ADMIN;
import static dev.baton.harness.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.harness.OneDatabase;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
@OneDatabase
@ExtendWith(OutputCaptureExtension.class)
class SignOnTests extends BesideProvider {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COUNT_TASKS = Visitor.SESSION_API + "/task/count";
    private static final String START = "/oauth2/authorization/contoso";

    @Autowired
    People people;

    @Autowired
    IdentityService identity;

    @Autowired
    Scenario time;

    @Autowired
    JdbcClient database;

    private final String name = newName();

    @Test
    void whoComesBackFromTheProviderWorksInTasklist() {
        var browser = Visitor.stranger(port);
        var home = signIn(browser, knows(name, "planners", "unknown"), "");
        assertThat(home.statusCode()).isEqualTo(302);
        assertThat(locationOf(home)).endsWith(TASKLIST);
        assertThat(browser.get(COUNT_TASKS).statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body()).contains(name, "tasklist");
        assertThat(browser.get("/v3/api-docs").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsNewGetsAnAccountWithNameAddressAndRolesAndWithoutAPassword() {
        signIn(Visitor.stranger(port), knows(name, "planners", "builders"), "");
        var user = identity.createUserQuery().userId(name).singleResult();
        assertThat(user.getFirstName()).isEqualTo("Maria");
        assertThat(user.getLastName()).isEqualTo("Keller");
        assertThat(user.getEmail()).isEqualTo(name + "@example.org");
        assertThat(user.getPassword()).isNull();
        assertThat(roles(name)).containsExactlyInAnyOrder("strategist", "execution-owner");
        assertThat(Visitor.stranger(port).login(name, "").statusCode()).isEqualTo(401);
    }

    @Test
    void whatTheProviderDoesNotSayStaysAsItIs() {
        var subject = knows(name, "planners");
        knows(subject, Map.of("preferred_username", name, "groups", List.of("planners")));
        signIn(Visitor.stranger(port), subject, "");
        var user = identity.createUserQuery().userId(name).singleResult();
        assertThat(user.getFirstName()).isEqualTo(name);
        user.setLastName("Known here");
        identity.saveUser(user);
        signIn(Visitor.stranger(port), subject, "");
        assertThat(identity.createUserQuery().userId(name).singleResult().getLastName())
                .isEqualTo("Known here");
    }

    @Test
    void anAddressThatTheProviderDoesNotVouchForIsNotTaken() {
        var claims = claims(name, "planners");
        claims.put("email_verified", false);
        var subject = knows(name, "planners");
        knows(subject, claims);
        signIn(Visitor.stranger(port), subject, "");
        assertThat(identity.createUserQuery().userId(name).singleResult().getEmail())
                .isEmpty();
    }

    @Test
    void theSessionIsAnotherOneThanBefore() {
        var browser = Visitor.stranger(port);
        browser.get(TASKLIST);
        var before = browser.session();
        signIn(browser, knows(name, "planners"), "");
        assertThat(before).isNotEmpty();
        assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(browser.get(COUNT_TASKS).statusCode()).isEqualTo(200);
    }

    @Test
    void theCookieComesAlongFromAnotherSiteAndIsOutOfReachOfScripts() {
        var started = Visitor.stranger(port).get(START);
        assertThat(started.headers().allValues("Set-Cookie"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("JSESSIONID").contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void theProviderIsAskedWithStateNonceAndProofKey() {
        assertThat(locationOf(Visitor.stranger(port).get(START)))
                .startsWith(PROVIDER.issuer() + "/")
                .contains("state=", "nonce=", "code_challenge=", "code_challenge_method=S256", "scope=openid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/app/cockpit/default/#/processes?x=1", "/swagger-ui/index.html"})
    void whoAskedForAPageComesBackToIt(String page) {
        assertThat(locationOf(signIn(Visitor.stranger(port), knows(name, "planners"), page)))
                .isEqualTo("http://127.0.0.1:" + port + page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "/\t/evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/x\r\nSet-Cookie: a=b",
                "evil.example"
            })
    void nobodyIsSentToAnotherSite(String page) {
        assertThat(locationOf(signIn(Visitor.stranger(port), knows(name, "planners"), page)))
                .isEqualTo("http://127.0.0.1:" + port + TASKLIST);
    }

    @Test
    void rolesFollowTheGroupsAtEachSignIn() {
        var subject = knows(name, "planners", "makers");
        var before = Visitor.stranger(port);
        signIn(before, subject, "");
        knows(subject, claims(name, "makers", "admins"));
        assertThat(before.get(COUNT_TASKS).statusCode()).isEqualTo(200);
        signIn(Visitor.stranger(port), subject, "");
        assertThat(roles(name)).containsExactlyInAnyOrder("execution-owner", "camunda-admin");
        assertThat(before.get(COUNT_TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void whoHasNoRoleIsRefusedAndGetsNoAccount() {
        var browser = Visitor.stranger(port);
        signIn(browser, knows(name, "accounting"), "");
        assertThat(refusal(browser)).contains("ask your administrator for one of the groups", "planners");
        assertThat(browser.get(COUNT_TASKS).statusCode()).isEqualTo(401);
        assertThat(identity.createUserQuery().userId(name).count()).isZero();
    }

    @Test
    void whoHasLostTheLastRoleHasNoneHereEither() {
        var subject = knows(name, "planners");
        var before = Visitor.stranger(port);
        signIn(before, subject, "");
        knows(subject, claims(name));
        signIn(Visitor.stranger(port), subject, "");
        assertThat(roles(name)).isEmpty();
        assertThat(before.get(COUNT_TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionEndsAfterItsTimeWhateverIsDoneWithIt() {
        var browser = Visitor.stranger(port);
        signIn(browser, knows(name, "planners"), "");
        time.pass(Duration.ofHours(7).plusMinutes(59));
        assertThat(browser.get(COUNT_TASKS).statusCode()).isEqualTo(200);
        time.pass(Duration.ofMinutes(2));
        assertThat(browser.get(COUNT_TASKS).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAccountThatWasHereBeforeIsTakenOverByNobody(boolean hasPassword, CapturedOutput output) {
        people.hire(name, "creative");
        if (!hasPassword) {
            var technical = identity.newUser(name + "-2");
            identity.saveUser(technical);
        }
        var id = hasPassword ? name : name + "-2";
        var browser = Visitor.stranger(port);
        var subject = knows(id, "admins");
        signIn(browser, subject, "");
        assertThat(refusal(browser)).contains(id + " belongs to somebody else");
        assertThat(output).contains(subject, "baton.sign-in.links.[" + id + "]");
        assertThat(browser.get(COUNT_TASKS).statusCode()).isEqualTo(401);
        assertThat(roles(id)).doesNotContain("camunda-admin");
    }

    @Test
    void upperAndLowerCaseAreOneName() {
        people.hire(name, "creative");
        var browser = Visitor.stranger(port);
        signIn(browser, knows(name.toUpperCase(Locale.ROOT), "planners"), "");
        assertThat(refusal(browser)).contains("belongs to somebody else");
    }

    @Test
    void aLinkedAccountIsItsSubjectsAndNobodyElses() {
        if (identity.createUserQuery().userId("linda.k").count() == 0) {
            people.hire("linda.k", "creative");
        }
        var browser = Visitor.stranger(port);
        signIn(browser, knows("linda.k", "planners"), "");
        assertThat(refusal(browser)).contains("belongs to somebody else");
        knows("subject-of-linda", claims("whatever", "planners"));
        signIn(browser, "subject-of-linda", "");
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body()).contains("\"linda.k\"");
        assertThat(roles("linda.k")).containsExactly("strategist");
        assertThat(Visitor.stranger(port).login("linda.k", PASSWORD).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLinkHoldsTheNameBeforeThereIsAnAccountAndAgainstWhoHadIt() {
        var browser = Visitor.stranger(port);
        signIn(browser, knows("frank.f", "planners"), "");
        assertThat(refusal(browser)).contains("belongs to somebody else");
        var former = knows("frank", "planners");
        database.sql("insert into baton_sign_on (issuer, subject, person, account_deleted)"
                        + " values (?, ?, 'frank.f', false)")
                .params(PROVIDER.issuer(), former)
                .update();
        signIn(browser, former, "");
        assertThat(refusal(browser)).contains("belongs to somebody else");
        assertThat(identity.createUserQuery().userId("frank.f").count()).isZero();
    }

    @Test
    void whoIsRenamedKeepsTheAccountAndWhoGetsTheNameDoesNot() {
        var maria = knows(name, "planners");
        signIn(Visitor.stranger(port), maria, "");
        knows(maria, claims(name + "-married", "planners"));
        var renamed = Visitor.stranger(port);
        signIn(renamed, maria, "");
        assertThat(renamed.get("/camunda/api/admin/auth/user/default").body()).contains('"' + name + '"');

        var browser = Visitor.stranger(port);
        signIn(browser, knows(name, "planners"), "");
        assertThat(refusal(browser)).contains("belongs to somebody else");
    }

    @Test
    void aDeletedAccountComesBackForItsPersonAndForNobodyElse() {
        var maria = knows(name, "planners");
        signIn(Visitor.stranger(port), maria, "");
        identity.deleteUser(name);
        var browser = Visitor.stranger(port);
        signIn(browser, knows(name, "planners"), "");
        assertThat(refusal(browser)).contains("belongs to somebody else");
        signIn(browser, maria, "");
        assertThat(browser.get(COUNT_TASKS).statusCode()).isEqualTo(200);
        signIn(browser, maria, "");
        assertThat(browser.get(COUNT_TASKS).statusCode()).isEqualTo(200);
    }

    @Test
    void whoWasDeletedDoesNotGetTheAccountThatTookTheName() {
        var maria = knows(name, "planners");
        signIn(Visitor.stranger(port), maria, "");
        identity.deleteUser(name);
        people.hire(name, "creative");
        var browser = Visitor.stranger(port);
        signIn(browser, maria, "");
        assertThat(refusal(browser)).contains("belongs to somebody else");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "maria/x", "<script>", "*", "", "ünal"})
    void aNameThatIsNoIdIsRefused(String claimed) {
        var browser = Visitor.stranger(port);
        signIn(browser, knows(claimed, "planners"), "");
        assertThat(refusal(browser)).contains("preferred_username is no user id");
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        var browser = Visitor.stranger(port);
        signIn(browser, knows("a".repeat(65), "planners"), "");
        assertThat(refusal(browser)).contains("preferred_username is no user id");
    }

    static Stream<Consumer<Map<String, Object>>> lies() {
        return Stream.of(
                claims -> claims.put("iss", "http://localhost:1"),
                claims -> claims.put("aud", List.of("another-client")),
                claims -> {
                    claims.put("iat", Instant.now().minusSeconds(300));
                    claims.put("exp", Instant.now().minusSeconds(120));
                },
                claims -> claims.put("nonce", "of-another-sign-in"),
                claims -> claims.remove("nonce"),
                claims -> claims.put("azp", "another-client"));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void anIdTokenThatIsNotMeantForThisSignInProvesNobody(Consumer<Map<String, Object>> lie) {
        PROVIDER.liesInIdTokens(lie);
        var browser = Visitor.stranger(port);
        signIn(browser, knows(name, "planners"), "");
        assertThat(refusal(browser)).contains("proves nobody");
        assertThat(browser.get(COUNT_TASKS).statusCode()).isEqualTo(401);
        assertThat(identity.createUserQuery().userId(name).count()).isZero();
    }

    @Test
    void anIdTokenWithoutASignatureProvesNobody() {
        PROVIDER.signsNoIdTokens();
        var browser = Visitor.stranger(port);
        signIn(browser, knows(name, "planners"), "");
        assertThat(refusal(browser)).contains("proves nobody");
        assertThat(browser.get(COUNT_TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void anAnswerThatThisBrowserDidNotAskForSignsNobodyIn() {
        var mine = Visitor.stranger(port);
        var answer = atProvider(mine, knows(name, "planners"), "");
        var victim = Visitor.stranger(port);
        victim.get(START);
        victim.get(answer);
        assertThat(refusal(victim)).contains("begun elsewhere");
        assertThat(victim.get(COUNT_TASKS).statusCode()).isEqualTo(401);
        var changed = answer.replaceAll("state=[^&]+", "state=another");
        mine.get(changed);
        assertThat(mine.get(COUNT_TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void anotherSiteBeginsNoSignInAndTheWayBackFromTheProviderIsOpen() {
        var browser = Visitor.stranger(port).with("Sec-Fetch-Site", "cross-site");
        assertThat(locationOf(browser.get(START))).endsWith(TASKLIST);
        assertThat(refusal(browser)).contains("Another site");
        var answer = atProvider(browser.without("Sec-Fetch-Site"), knows(name, "planners"), "");
        browser.with("Sec-Fetch-Site", "cross-site").get(answer);
        assertThat(browser.get(COUNT_TASKS).statusCode()).isEqualTo(200);
        assertThat(browser.post(answer, "").statusCode()).isEqualTo(403);
    }

    @Test
    void whatTheProviderSaysIsShortAndNoScript() {
        var browser = Visitor.stranger(port);
        var state = locationOf(browser.get(START)).replaceAll(".*[?&]state=([^&]+).*", "$1");
        browser.get("/login/oauth2/code/contoso?error=access_denied&state=" + state + "&error_description="
                + encode("</script><b>no\r\n" + "x".repeat(5000)));
        var script = browser.get(SCRIPT);
        assertThat(script.body()).contains("Contoso has refused this sign-in").hasSizeLessThan(500);
        assertThat(script.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
        assertThat(script.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(browser.get(SCRIPT).body()).doesNotContain("refused");
    }

    @Test
    void signingOutNamesTheProvidersPageWhichSendsBackToTheLogin() {
        var browser = Visitor.stranger(port);
        signIn(browser, knows(name, "planners"), "");
        browser.token();
        var out = browser.post("/camunda/api/admin/auth/user/default/logout", "");
        assertThat(browser.get(COUNT_TASKS).statusCode()).isEqualTo(401);
        var page = out.headers().firstValue(WebAppLogoutFilter.SIGN_OUT).orElseThrow();
        assertThat(page).startsWith(PROVIDER.issuer() + "/connect/logout");
        assertThat(locationOf(browser.get(page))).isEqualTo("http://127.0.0.1:" + port + TASKLIST);
        assertThat(locationOf(browser.get(locationOf(browser.get(START))))).endsWith("/login");
    }

    @Test
    void whoSignedInWithAPasswordIsSentToNoProvider() {
        var browser = Visitor.signedIn(port, ADMIN, PASSWORD);
        assertThat(browser.post("/camunda/api/admin/auth/user/default/logout", "")
                        .headers()
                        .firstValue(WebAppLogoutFilter.SIGN_OUT))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whileTheProviderIsAwayPasswordsWorkAndWhoNeedsItReadsASentence(boolean cut) throws Exception {
        var browser = Visitor.stranger(port);
        var answer = atProvider(browser, knows(name, "planners"), "");
        if (cut) {
            PROVIDER.relay().cut();
        } else {
            PROVIDER.relay().fallSilent();
        }
        var begin = System.nanoTime();
        browser.get(answer);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
        assertThat(refusal(browser)).contains("Contoso does not answer", "whoever has a password");
        assertThat(Visitor.signedIn(port, ADMIN, PASSWORD).get(COUNT_TASKS).statusCode())
                .isEqualTo(200);
        var health = Visitor.stranger(port).get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("does not answer since");
        PROVIDER.relay().open();
        signIn(browser, knows(name, "planners"), "");
        assertThat(browser.get(COUNT_TASKS).statusCode()).isEqualTo(200);
        assertThat(Visitor.stranger(port).get("/actuator/health").body()).contains("no failure");
    }

    @Test
    void anAccessTokenOpensBothDoorsForIntegratorsWithTheRolesThatItAndThePersonHave() {
        var subject = knows(name, "planners", "makers");
        signIn(Visitor.stranger(port), subject, "");
        knows(subject, claims(name, "planners", "admins"));
        var script = bearer(PROVIDER.signed(PROVIDER.accessClaims(subject)));
        assertThat(script.get("/api/handoffs").statusCode()).isEqualTo(200);
        assertThat(script.get("/engine-rest/task/count").statusCode()).isEqualTo(200);
        assertThat(script.deploy("x.bpmn", "<definitions/>").statusCode()).isEqualTo(403);
        assertThat(script.get(COUNT_TASKS).statusCode()).isEqualTo(401);
        assertThat(roles(name)).containsExactlyInAnyOrder("strategist", "execution-owner");
        identity.deleteMembership(name, "strategist");
        assertThat(script.get("/api/handoffs").statusCode()).isEqualTo(401);
    }

    @Test
    void anAccessTokenMakesNoTokensAndChangesNobody() {
        var subject = knows(name, "admins");
        signIn(Visitor.stranger(port), subject, "");
        var admin = bearer(PROVIDER.signed(PROVIDER.accessClaims(subject)));
        assertThat(admin.get("/api/handoffs").statusCode()).isEqualTo(200);
        assertThat(admin.get("/api/tokens").statusCode()).isEqualTo(403);
        assertThat(admin.put("/engine-rest/group/strategist/members/" + name, "")
                        .statusCode())
                .isEqualTo(403);
    }

    static Stream<Function<Map<String, Object>, String>> badTokens() {
        return Stream.of(
                claims -> signed(claims, "iss", "http://localhost:1"),
                claims -> signed(claims, "aud", "another-api"),
                claims -> signed(claims, "aud", null),
                claims -> signed(claims, "exp", Date.from(Instant.now().minusSeconds(120))),
                claims -> signed(claims, "exp", null),
                claims -> signed(claims, "nbf", Date.from(Instant.now().plusSeconds(120))),
                claims -> signed(claims, "nonce", "of-an-id-token"),
                claims -> signed(claims, "typ", "ID"),
                claims -> PROVIDER.signedByAnother(claims),
                claims -> PROVIDER.signedWithThePublicKey(claims),
                LoopbackProvider::unsigned,
                claims -> PROVIDER.signed(claims) + "x",
                claims -> "not-a-token");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aTokenThatIsNotTheProvidersForBatonOpensNothing(Function<Map<String, Object>, String> bad) {
        var subject = knows(name, "planners");
        signIn(Visitor.stranger(port), subject, "");
        var claims = PROVIDER.accessClaims(subject);
        assertThat(bearer(PROVIDER.signed(claims)).get("/api/handoffs").statusCode())
                .isEqualTo(200);
        var refused = bearer(bad.apply(claims)).get("/api/handoffs");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
        assertThat(refused.body()).contains("signed access token of " + PROVIDER.issuer());
    }

    @Test
    void aTokenOfSomebodyWhoWasNeverHereMakesNoAccount() {
        var refused = bearer(PROVIDER.signed(PROVIDER.accessClaims(knows(name, "planners"))))
                .get("/api/handoffs");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("sign in at the web apps once");
        assertThat(identity.createUserQuery().userId(name).count()).isZero();
    }

    @Test
    void aTokenWhoseKeyCannotBeReadIsAskedToComeAgain() throws Exception {
        var subject = knows(name, "planners");
        signIn(Visitor.stranger(port), subject, "");
        var token = PROVIDER.signedByANewKey(PROVIDER.accessClaims(subject));
        PROVIDER.relay().cut();
        var answer = bearer(token).get("/api/handoffs");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("Contoso does not answer");
        assertThat(bearer(PROVIDER.signed(PROVIDER.accessClaims(subject)))
                        .get("/api/handoffs")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void batonsOwnTokensStillOpen() throws Exception {
        var made = Visitor.basic(port, ADMIN, PASSWORD)
                .post(
                        "/api/tokens",
                        "{\"name\":\"x\",\"roles\":[\"camunda-admin\"],\"expires\":\"%s\"}"
                                .formatted(Instant.now().plusSeconds(3600)));
        var secret = new ObjectMapper().readTree(made.body()).path("secret").asText();
        assertThat(bearer(secret).get("/api/handoffs").statusCode()).isEqualTo(200);
        PROVIDER.relay().cut();
        assertThat(bearer(secret).get("/api/handoffs").statusCode()).isEqualTo(200);
        assertThat(bearer("baton_unknown").get("/api/handoffs").body()).contains("unknown, over or revoked");
    }

    private static String signed(Map<String, Object> claims, String claim, @Nullable Object value) {
        claims.put(claim, value);
        return PROVIDER.signed(claims);
    }

    private Visitor bearer(String token) {
        return Visitor.stranger(port).with("Authorization", "Bearer " + token);
    }

    /** Begins at Baton, signs in at the provider, and gives back what Baton says to the answer. */
    private HttpResponse<String> signIn(Visitor browser, String subject, String page) {
        return browser.get(atProvider(browser, subject, page));
    }

    /** The address that the provider sends the browser back to. */
    private String atProvider(Visitor browser, String subject, String page) {
        var asked = locationOf(browser.get(page.isEmpty() ? START : START + "?to=" + encode(page)));
        var login = PROVIDER.issuer() + "/login";
        browser.forget("PROVIDER");
        browser.get(asked);
        var again = browser.submit(login, Map.of("username", subject, "password", LoopbackProvider.PASSWORD));
        return locationOf(browser.get(locationOf(again)));
    }

    private String refusal(Visitor browser) {
        return browser.get(SCRIPT).body();
    }

    private List<String> roles(String person) {
        return identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
    }

    private static String locationOf(HttpResponse<String> answer) {
        var location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
        return answer.uri().resolve(URI.create(location)).toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
