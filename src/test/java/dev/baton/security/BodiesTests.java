package dev.baton.security;

import static dev.baton.harness.People.ADMIN;
import static dev.baton.harness.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How much a request may hold, whoever reads it and however it says how long it is. */
@ServiceTest
class BodiesTests {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int MEBIBYTE = 1024 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    RepositoryService repository;

    @Autowired
    TaskService tasks;

    @ParameterizedTest
    @CsvSource({
        "/engine-rest/task/1/attachment/create, multipart/form-data; boundary=line",
        "/engine-rest/task/1/variables/team/data, multipart/form-data; boundary=line",
        "/engine-rest/message, application/json",
        "/engine-rest/message, text/plain",
        "/engine-rest/message, application/x-www-form-urlencoded",
        "/engine-rest/task?maxResults=1, application/octet-stream",
        "/api/handoffs, application/json",
        "/api/handoffs, multipart/form-data; boundary=line",
        "/api/models, text/plain"
    })
    void whatIsLargerThanAMebibyteIsRefusedUnread(String address, String type) throws IOException {
        var login = Wire.basic(ADMIN, PASSWORD);
        try (var announced = Wire.to(port);
                var counted = Wire.to(port)) {
            assertThat(announced
                            .head(
                                    "POST " + address,
                                    login,
                                    "Content-Type: " + type,
                                    "Content-Length: " + 150 * MEBIBYTE)
                            .hear(SOON))
                    .startsWith("HTTP/1.1 413")
                    .contains("Connection: close", "at most 1 MB");
            assertThat(counted.head("POST " + address, login, "Content-Type: " + type, "Transfer-Encoding: chunked")
                            .sayAsLongAsItIsTaken("10000\r\n" + "x".repeat(65_536) + "\r\n", 2000)
                            .hear(SOON))
                    .startsWith("HTTP/1.1 413")
                    .contains("at most 1 MB");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/deployment/create", "/engine-rest/engine/default/deployment/create/"})
    void filesAreReadOnlyOfThoseWhoDeploy(String address) throws IOException {
        try (var strategist = Wire.to(port);
                var stranger = Wire.to(port);
                var operations = Wire.to(port)) {
            var announced = "Content-Length: " + 5 * MEBIBYTE;
            assertThat(strategist
                            .head("POST " + address, Wire.basic(people.named("strategist"), PASSWORD), announced)
                            .hear(SOON))
                    .startsWith("HTTP/1.1 403")
                    .contains("ask operations");
            assertThat(stranger.head("POST " + address, announced).hear(SOON)).startsWith("HTTP/1.1 401");
            assertThat(operations
                            .head(
                                    "POST " + address,
                                    Wire.basic(people.named("operations"), PASSWORD),
                                    "Content-Length: " + 11 * MEBIBYTE)
                            .hear(SOON))
                    .startsWith("HTTP/1.1 413")
                    .contains("at most 10 MB");
        }
    }

    @Test
    void operationsDeployFilesOfSeveralMegabytes() {
        var operations = Visitor.basic(port, people.named("operations"), PASSWORD);
        var answer = operations.deploy("large.txt", "x".repeat(5 * MEBIBYTE));
        // Whatever becomes of the file: it was read, and not for its size refused.
        assertThat(answer.statusCode()).isNotIn(403, 413);
        repository
                .createDeploymentQuery()
                .deploymentName("large.txt")
                .list()
                .forEach(deployed -> repository.deleteDeployment(deployed.getId()));
    }

    @Test
    void aSenderThatAsksFirstIsNotToldToGoOn() throws IOException {
        try (var polite = Wire.to(port)) {
            assertThat(polite.head(
                                    "POST /api/handoffs",
                                    Wire.basic(ADMIN, PASSWORD),
                                    "Content-Type: application/json",
                                    "Expect: 100-continue",
                                    "Content-Length: " + 2 * MEBIBYTE)
                            .hear(SOON))
                    .startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void aBodyThatComesInPiecesIsReadWholeAndTheConnectionGoesOn() throws IOException {
        var headers = new String[] {
            Wire.basic(people.named("strategist"), PASSWORD),
            "Content-Type: application/json",
            "Transfer-Encoding: chunked"
        };
        var rest = "mSize\": 5, \"complexity\": \"medium\", \"budget\": \"moderate\", \"time\": \"flexible\"}";
        try (var wire = Wire.to(port)) {
            for (var round = 0; round < 2; round++) {
                wire.head("POST /api/model-selection", headers)
                        .say("5\r\n{\"tea")
                        .hear(Duration.ofMillis(100));
                assertThat(wire.say("\r\n%x\r\n%s\r\n0\r\n\r\n".formatted(rest.length(), rest))
                                .hear(SOON))
                        .startsWith("HTTP/1.1 200")
                        .doesNotContain("Connection: close");
            }
        }
    }

    @Test
    void aBodyThatBreaksOffIsSaidToDoSo() throws IOException {
        try (var wire = Wire.to(port)) {
            assertThat(wire.head(
                                    "POST /api/handoffs",
                                    Wire.basic(ADMIN, PASSWORD),
                                    "Content-Type: application/json",
                                    "Transfer-Encoding: chunked")
                            .say("nonsense\r\n")
                            .hear(SOON))
                    .startsWith("HTTP/1.1 400")
                    .contains("breaks off");
        }
    }

    @Test
    void anAttachmentIsALinkAndNothingElse() {
        var alone = tasks.newTask();
        tasks.saveTask(alone);
        var task = alone.getId();
        var admin = Visitor.basic(port, ADMIN, PASSWORD);
        var signedIn = Visitor.signedIn(port, ADMIN, PASSWORD);
        for (var root : new String[] {"/engine-rest", Visitor.SESSION_API}) {
            var who = root.equals("/engine-rest") ? admin : signedIn;
            var address = root + "/task/" + task + "/attachment/create";
            assertThat(attach(who, address, "content\"; filename=\"a.html", "<b>hello</b>"))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
                    .satisfies(answer -> assertThat(answer.body()).contains("keeps no files"));
            assertThat(attach(who, address, "url", "javascript:alert(1)").statusCode())
                    .isEqualTo(400);
            assertThat(attach(who, address, "url", "data:text/html,x").statusCode())
                    .isEqualTo(400);
            assertThat(attach(who, address, "url", "https://example.org/brief.pdf")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(tasks.getTaskAttachments(task))
                .hasSize(2)
                .allSatisfy(link -> assertThat(link.getUrl()).startsWith("https:"));
    }

    private static HttpResponse<String> attach(Visitor who, String address, String part, String value) {
        return who.multipart(address, Map.of("attachment-name", "A", part, value));
    }
}
