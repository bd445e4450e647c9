package dev.baton.security;

import static dev.baton.harness.People.ADMIN;
import static dev.baton.harness.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the engine's REST would fail on, by Basic and as the web apps send it. */
@ServiceTest
class StrictJsonFilterTests {

    private static final String START = "/process-definition/key/transfer/start";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                                        | not valid JSON
            {} {}                                                    | more than one
            {"businessKey": "a", "businessKey": "b"}                 | "businessKey" is there twice
            {"businessKey": "a\\u0000b"}                             | U+0000
            {"businessKey": "\\ud800"}                               | half a character
            {"variables": {"a": {"value": 1e999999}}}                | "variables.a.value" is a number
            {"variables": {"a": {"value": "x", "type": "Xml"}}}      | of a type that Baton does not keep
            {"variables": {"a": {"value": "x", "type": "File"}}}     | without valueInfo
            {"variables": {"a": {"value": "x", "type": ""}}}         | A variable cannot be read
            {"variables": {"a": {"value": "x", "type": "Object", "valueInfo": {"objectTypeName": []}}}} | A variable cannot be read
            {"variables": "text"}                                    | "variables" is a JSON object
            {"variables": {"team": {"value": "{}", "type": "Json", "valueInfo": {"transient": true}}}} | keeps every variable
            {"variables": {"team": {"value": "{}", "valueInfo": {"tr\\u0061nsient": "x"}}}}  | keeps every variable
            """)
    void nonsenseIsRefusedWithASentence(String body, String sentence) {
        var basic = Visitor.basic(port, ADMIN, PASSWORD).post("/engine-rest" + START, body);
        var signedIn = Visitor.signedIn(port, ADMIN, PASSWORD).post(Visitor.SESSION_API + START, body);

        for (var answer : List.of(basic, signedIn)) {
            assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(400);
            assertThat(answer.body().replace("\\\"", "\"")).contains(sentence);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            message | {"messageName": "m", "correlationKeys": {"a": {"value": "x", "type": "Object"}}} | A variable cannot be read, or not be compared
            message | {"messageName": "m", "correlationKeys": {"a": {"value": "", "type": "Bytes"}}}   | does not keep
            task?maxResults=9 | {"processVariables": [{"operator": "eq", "value": "x"}]}             | name is null
            task?maxResults=9 | {"orQueries": [{"assigneeExpression": "${"}]} | expression of this query cannot be read
            """)
    void aQuestionThatCannotBeAskedIsRefusedWithASentence(String address, String body, String sentence) {
        var answer = Visitor.basic(port, ADMIN, PASSWORD).post("/engine-rest/" + address, body);

        assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
    }

    @Test
    void aBodyIsAtMostAMegabyteAndAVariableAsLongAsItsColumn() {
        var admin = Visitor.basic(port, ADMIN, PASSWORD);
        assertThat(admin.post("/engine-rest" + START, "\"" + "x".repeat(1_100_000) + "\"")
                        .statusCode())
                .isEqualTo(413);
        var note = "{\"businessKey\":\"strict\",\"variables\":{\"note\":{\"value\":\"%s\"}}}";
        var answer = admin.post("/engine-rest" + START, note.formatted("x".repeat(4001)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("'note' is longer than 4,000 characters");
    }

    @Test
    void aQueryAsksForALimitedNumberOfThings() {
        var bombs = List.of(
                "{\"orQueries\":[" + "{\"name\":\"x\"},".repeat(20_000) + "{}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"name\":\"x\"}]}]}",
                "{\"processVariables\":[" + "{\"name\":\"x\",\"operator\":\"eq\",\"value\":1},".repeat(200)
                        + "{\"name\":\"y\",\"operator\":\"eq\",\"value\":1}]}",
                "{\"taskIdIn\":[" + "\"a\",".repeat(60_000) + "\"b\"]}");
        for (var bomb : bombs) {
            for (var address : List.of("/task?maxResults=1", "/task/count", "/filter/1/list?maxResults=1")) {
                assertRefused(Visitor.basic(port, ADMIN, PASSWORD).post("/engine-rest" + address, bomb));
                assertRefused(Visitor.signedIn(port, ADMIN, PASSWORD).post(Visitor.SESSION_API + address, bomb));
            }
        }
        assertRefused(Visitor.basic(port, ADMIN, PASSWORD)
                .get("/engine-rest/task?maxResults=1&assigneeIn=" + "a,".repeat(600) + "b"));
    }

    private static void assertRefused(java.net.http.HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).containsAnyOf("several times", "one list");
    }

    @Test
    void aBodyIsAsDeepAsADocumentAndWhatIsAroundIt() {
        var admin = Visitor.basic(port, ADMIN, PASSWORD);
        assertThat(admin.post("/engine-rest/task?maxResults=1", nested(34)).body())
                .doesNotContain("nested too deeply");
        assertThat(admin.post("/engine-rest/task?maxResults=1", nested(35)).body())
                .contains("nested too deeply: at most 34 levels fit");
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
    }

    @Test
    void anAddressWithACharacterThatNobodyKeepsIsRefused() {
        var admin = Visitor.basic(port, ADMIN, PASSWORD);
        assertThat(admin.get("/engine-rest/task?maxResults=1&name=a%07b").statusCode())
                .isEqualTo(400);
        assertThat(admin.get("/engine-rest/process-instance/nowhere/variables/x")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anEmptyBodyAndTheQuestionWhatAnAddressTakesAreAnswered() {
        var admin = Visitor.basic(port, ADMIN, PASSWORD);
        assertThat(admin.send("POST", "/engine-rest/task?maxResults=1", "").statusCode())
                .isEqualTo(400);
        assertThat(admin.send("OPTIONS", "/engine-rest/task", "").body()).doesNotContain("wadl");
    }
}
