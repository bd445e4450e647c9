package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.OneDatabase;
import dev.baton.web.Integrator.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** Nonsense is answered with a problem that names the field and the remedy, never with a failure or our internals. */
@OneDatabase
class BadInputTests extends ApiTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {                                                     | body
                    {"model": }                                           | body
                    nonsense                                              | body
                    []                                                    | body
                    "text"                                                | body
                    5                                                     | body
                    null                                                  | body
                    {} {}                                                 | body
                    {"model": "transfer", "model": "transfer"}            | model
                    {"modell": "transfer"}                                | modell
                    {"model": 5}                                          | model
                    {"model": true}                                       | model
                    {"model": ["transfer"]}                               | model
                    {"model": null}                                       | model
                    {"model": ""}                                         | model
                    {"model": "sprint"}                                   | model
                    {"model": "escalation"}                               | model
                    {"model": "transfer", "team": []}                     | team
                    {"model": "transfer", "team": "maria"}                | team
                    {"model": "transfer", "raci": 5}                      | raci
                    {"model": "transfer", "packages": []}                 | packages
                    {"model": "transfer", "packages": {"dreams": {}}}     | packages.dreams
                    {"model": "transfer", "packages": {"strategyBrief": null}}  | packages.strategyBrief
                    {"model": "transfer", "packages": {"strategyBrief": []}}    | packages.strategyBrief
                    {"model": "transfer", "packages": {"strategyBrief": {"offer": "a\\u0000b"}}} | packages.strategyBrief.offer
                    {"model": "transfer", "packages": {"strategyBrief": {"offer": "\\ud800"}}}   | packages.strategyBrief.offer
                    {"model": "transfer", "packages": {"strategyBrief": {"": 1}}}                | packages.strategyBrief.
                    {"model": "transfer", "packages": {"strategyBrief": {"offer": 1e999}}}       | packages.strategyBrief.offer
                    {"model": "transfer", "packages": {"strategyBrief": {"offer": 1e-999999999}}} | packages.strategyBrief.offer
                    {"campaign": "Spring\\u0007"}                         | campaign
                    {"campaign": "Spring\\u202Ehcnual"}                   | campaign
                    {"campaign": "Spring\\u2066"}                         | campaign
                    {"model": "transfer", "campaign": "\\u200B \\u00A0\\uFEFF"} | campaign
                    """)
    void aBodyThatIsNonsenseNamesTheField(String body, String field) {
        var answer = as("strategist").post("/api/handoffs", body, "Idempotency-Key", Requests.newKey());

        assertIsAProblem(answer, 400);
        assertThat(answer.wrongFields()).as(answer.toString()).contains(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    businessKey    | ../../etc
                    businessKey    | two words
                    businessKey    | ключ
                    businessKey    | -starts-with-a-hyphen
                    campaign       | ''
                    complexity     | SIMPLE-ISH
                    executionParty | partner
                    campaignType   | skywriting
                    launchDate     | tomorrow
                    launchDate     | 2027-02-30
                    launchDate     | 31.12.2027
                    launchDate     | 1999-12-31
                    launchDate     | +12027-01-01
                    launchDate     | 20270315
                    needBy         | 2036-01-01
                    """)
    void aFieldThatIsNonsenseIsNamed(String field, String value) {
        var body = Requests.incomplete(Requests.newKey()).put(field, value);

        var answer = as("strategist").post("/api/handoffs", body.toString());

        assertIsAProblem(answer, 400);
        assertThat(answer.wrongFields()).as(answer.toString()).contains(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " JavaScript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "//work.example.org/x",
                "\\\\server\\share",
                "https://",
                "see Drive",
                "https://work.example.org/a b"
            })
    void whatIsOpenedByAClickIsAnAddressOfTheWeb(String link) {
        var body = Requests.approval(Requests.newKey());
        body.withObject("/answers").put("workLink", link);

        var answer = as("strategist").post("/api/handoffs", body.toString());

        assertIsAProblem(answer, 400);
        assertThat(answer.wrongFields()).containsExactly("answers.workLink");
        assertThat(answer.text("detail")).contains("beginning with https://");
    }

    @Test
    void textsThatAreFarTooLongAreNamed() {
        for (var field : new String[] {"businessKey", "campaign", "complexity", "campaignType", "launchDate"}) {
            var body = Requests.incomplete(Requests.newKey()).put(field, "x".repeat(5000));

            var answer = as("strategist").post("/api/handoffs", body.toString());

            assertIsAProblem(answer, 400);
            assertThat(answer.wrongFields()).as(answer.toString()).contains(field);
        }
    }

    @Test
    void aPackageThatIsTooLargeIsNamedAsItWasSent() {
        var body = Requests.incomplete(Requests.newKey());
        body.putObject("packages").putObject("strategyBrief").put("offer", "x".repeat(300_000));

        var answer = as("strategist").post("/api/handoffs", body.toString());

        assertIsAProblem(answer, 400);
        assertThat(answer.wrongFields()).as(answer.toString()).containsExactly("packages.strategyBrief");
    }

    @Test
    void aMissingKeyIsNamedWithTheRest() {
        var body = Requests.incomplete("unused");
        body.remove("businessKey");

        var answer = as("strategist").post("/api/handoffs", body.toString());

        assertIsAProblem(answer, 400);
        assertThat(answer.wrongFields()).containsExactly("businessKey");
    }

    @Test
    void aControlCharacterInANameIsRefused() {
        var body = "{\"packages\": {\"strategyBrief\": {\"off\\u0000er\": 1}}}";

        assertIsAProblem(as("strategist").post("/api/handoffs", body), 400);
    }

    @Test
    void tooDeepTooLargeAndNotUtf8AreRefused() {
        var deep = "{\"packages\": {\"strategyBrief\": " + "{\"a\":".repeat(40) + "1" + "}".repeat(40) + "}}";
        assertIsAProblem(as("strategist").post("/api/handoffs", deep), 400);
        assertIsAProblem(as("strategist").post("/api/handoffs", "[".repeat(100_000)), 400);
        assertIsAProblem(
                as("strategist").post("/api/handoffs", "{\"campaign\": \"" + "x".repeat(1_100_000) + "\"}"), 413);
        var latin = "{\"campaign\": \"f\u00fcr\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertIsAProblem(as("strategist").send("POST", "/api/handoffs", latin), 400);
    }

    @Test
    void aPackageOf32LevelsIsNotTooDeepAtTheStart() {
        var deepest = "{\"a\":".repeat(32) + "1" + "}".repeat(32);
        var body = "{\"packages\": {\"creativeBrief\": %s}}".formatted(deepest);

        var answer = as("strategist").post("/api/contracts/strategy-to-creative/check", body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void aMomentThatIsNoneSaysHowToWriteOne() {
        var answer = as("strategist").get("/api/handoffs?updatedSince=yesterday");

        assertIsAProblem(answer, 400);
        assertThat(answer.text("detail")).isEqualTo("\"updatedSince\" is a moment, such as 2027-03-31T09:00:00Z.");
    }

    @Test
    void aMisspeltPackageIsAnsweredWithTheOneThatIsMeant() {
        var body = Requests.incomplete(Requests.newKey());
        body.withObject("/packages").putObject("strategyBrif").put("offer", "10 %");

        var answer = as("strategist").post("/api/handoffs", body.toString());

        assertIsAProblem(answer, 400);
        assertThat(answer.text("detail"))
                .contains("There is no package \"strategyBrif\": did you mean \"strategyBrief\"?");
    }

    @Test
    void aBodyThatIsMissingOrNotJsonIsRefused() {
        assertIsAProblem(as("strategist").post("/api/handoffs", ""), 400);
        assertIsAProblem(as("strategist").send("POST", "/api/handoffs", null), 415);
        assertIsAProblem(
                as("strategist")
                        .post("/api/handoffs", "model=transfer", "Content-Type", "application/x-www-form-urlencoded"),
                415);
        assertIsAProblem(as("strategist").post("/api/handoffs", "<a/>", "Content-Type", "text/xml"), 415);
        assertIsAProblem(as("strategist").post("/api/handoffs", "{}", "Content-Type", "nonsense"), 415);
        assertIsAProblem(
                as("strategist")
                        .patch(
                                "/api/handoffs/nowhere/packages/strategyBrief",
                                "{\"offer\": \"10 %\"}",
                                "Content-Type",
                                "application/x-www-form-urlencoded"),
                415);
        assertIsAProblem(
                as("strategist").post("/api/handoffs", "{}", "Content-Type", "application/json;charset=klingon"), 415);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    status=asleep                 | status
                    stauts=draft                  | stauts
                    model=sprint                  | model
                    open=perhaps                  | open
                    page=-1                       | page
                    page=first                    | page
                    page=99999999999              | page
                    size=0                        | size
                    size=100000                   | size
                    sort=mood                     | sort
                    campaign=%00                  | campaign
                    person=a%00b                  | person
                    page=0&page=1                 | page
                    """)
    void aQueryThatIsNonsenseNamesTheParameter(String query, String parameter) {
        var answer = as("strategist").get("/api/handoffs?" + query);

        assertIsAProblem(answer, 400);
        assertThat(answer.wrongFields()).as(answer.toString()).containsExactly(parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "%25", "_", "%5C", "!", "%27%20or%201=1--", "%F0%9F%8E%84", "%ED%A0%80", "%zz", "a+b"})
    void whateverSomebodySearchesForFindsNothingOrSomethingButNeverFails(String text) {
        assertThat(as("strategist")
                        .get("/api/handoffs?campaign=" + text.replace("%zz", "%25zz"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/handoffs/no-such-handoff, 404",
        "GET, /api/handoffs/no-such-handoff/journal, 404",
        "GET, /api/handoffs/no-such-handoff/packages/strategyBrief, 404",
        "GET, /api/handoffs/%E2%98%83, 404",
        "GET, /api/nothing, 404",
        "DELETE, /api/nothing, 404",
        "GET, /api/handoffs/a%2Fb, 400",
        "GET, /api/handoffs/a%00b, 400",
        "GET, /api//handoffs, 400",
        "GET, /api/handoffs;x=y, 400",
        "DELETE, /api/handoffs, 405",
        "PUT, /api/handoffs/x, 405",
        "GET, /api/handoffs/x/cancel, 405",
        "GET, /api/handoffs/x/packages/strategyBrief/versions/first, 400",
        "GET, /api/handoffs/x/packages/strategyBrief/versions/99999999999, 400",
        "GET, /api/handoffs/x/packages/strategyBrief/diff?from=one, 400",
        "GET, /api/tasks?mine=true, 400"
    })
    void anAddressThatLeadsNowhereIsAProblemToo(String method, String path, int status) {
        assertIsAProblem(as("strategist").send(method, path, null), status);
    }

    @Test
    void onlyJsonIsAnswered() {
        var problem = MediaType.APPLICATION_PROBLEM_JSON_VALUE;
        assertIsAProblem(as("strategist").get("/api/models", "Accept", "text/html"), 406);
        assertIsAProblem(as("strategist").get("/api/models", "Accept", "nonsense"), 406);
        assertIsAProblem(
                as("strategist").post("/api/tasks/none", "{}", "Content-Type", "application/json", "Accept", problem),
                404);
        assertIsAProblem(as("strategist").send("DELETE", "/api/tokens/none", null, "Accept", problem), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": \"\"}", "{\"reason\": null}", "{\"reason\": 5}", "{\"why\": \"x\"}"})
    void cancellingTakesAReason(String body) {
        var handoff = started(Requests.incomplete(Requests.newKey()));

        assertIsAProblem(as("manager").post("/api/handoffs/" + handoff + "/cancel", body), 400);
        assertIsAProblem(
                as("manager")
                        .post("/api/handoffs/" + handoff + "/cancel", "{\"reason\": \"" + "x".repeat(5000) + "\"}"),
                400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "null", "\"x\"", "{\"offer\": \"\\u0000\"}", "{\"a\":1,\"a\":2}", "{"})
    void aPatchIsAnObject(String body) {
        var handoff = started(Requests.incomplete(Requests.newKey()));

        assertIsAProblem(
                as("strategist")
                        .patch("/api/handoffs/" + handoff + "/packages/strategyBrief", body, "If-Match", "\"1\""),
                400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"complexity\": \"odd\"}",
                "{\"complexity\": 5}",
                "{\"executionParty\": \"odd\"}",
                "{\"packages\": {\"dreams\": {}}}",
                "{\"packages\": {\"creativeBrief\": 5}}",
                "{\"packages\": 5}",
                "[]"
            })
    void aCheckOfNonsenseIsRefused(String body) {
        assertIsAProblem(as("strategist").post("/api/contracts/strategy-to-creative/check", body), 400);
    }

    @Test
    void strangeButValidPackagesAreJudgedNotRefused() {
        for (var value :
                new String[] {"[]", "{}", "5", "true", "null", "[[[]]]", "[null]", "{\"a\": {\"b\": []}}", "\"\\u2028\""
                }) {
            var brief = new StringBuilder();
            for (var field :
                    new String[] {"objective", "audience", "supportingMessages", "channelMix", "strategySummary"}) {
                brief.append(brief.isEmpty() ? "" : ",")
                        .append("\"")
                        .append(field)
                        .append("\":")
                        .append(value);
            }
            var packages = "{\"strategyBrief\":{" + brief + "},\"executionBrief\":{\"deliverables\":" + value
                    + ",\"milestones\":" + value + ",\"launchDate\":" + value
                    + "},\"successCriteria\":{\"quantitative\":"
                    + value + "}}";

            var answer = as("strategist")
                    .post("/api/contracts/strategy-to-execution/check", "{\"packages\":" + packages + "}");

            assertThat(answer.status()).as(value + ": " + answer).isEqualTo(200);
            var start = Requests.incomplete(Requests.newKey()).toString();
            var begun = as("strategist")
                    .post("/api/handoffs", start.replaceFirst("\"packages\":.*", "\"packages\":" + packages + "}"));
            assertThat(begun.status()).as(value + ": " + begun).isEqualTo(201);
        }
    }

    private static void assertIsAProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(answer.toString()).startsWith("application/problem+json");
        assertThat(answer.text("type")).startsWith("urn:baton:problem:");
        assertThat(answer.text("title")).isNotBlank();
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.toString())
                .doesNotContain("Exception", "jackson", "java.", "dev.baton", "org.", "SQL", "Deserializ");
    }
}
