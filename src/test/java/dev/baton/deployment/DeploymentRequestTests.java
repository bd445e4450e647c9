package dev.baton.deployment;

import static dev.baton.deployment.Edits.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import dev.baton.shared.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What operations are answered when they send files, as Modeler and scripts do. */
@ServiceTest
class DeploymentRequestTests {

    private static final String BOUNDARY = "----files";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private RepositoryService repository;

    private record Answer(int status, JsonNode body) {}

    @BeforeEach
    void somebodyWhoDeploys() {
        people.named("olga", "operations");
        people.named("mia", "strategist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/deployment/create", "/engine-rest/engine/default/deployment/create"})
    void aBrokenFileIsRefusedWithEverythingThatIsWrong(String path) throws Exception {
        var before = repository.createDeploymentQuery().count();
        var broken = all(
                        within("timer_reviewQuality48h", "hours(48)", "hours(72)"),
                        literal("\"quality-owner\"", "\"quality-ower\""))
                .apply(read(TRANSFER));

        var answer = send("olga", path, Map.of("transfer.bpmn", bytes(broken)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("message").asText())
                .contains("transfer.bpmn, timer_reviewQuality48h: “48 h” leaves “Check the substance” 72 hours")
                .contains("[review-deadline]")
                .contains("transfer.bpmn, review_quality: “Check the substance” belongs to “quality-ower”")
                .contains("[reference]");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aTenantIsRefused() throws Exception {
        var answer = send(
                "olga",
                "/engine-rest/deployment/create",
                Map.of("transfer.bpmn", bytes(read(TRANSFER)), "tenant-id", bytes("acme")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("message").asText()).contains("leave the tenant id empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<?xml version=\"1.0\"?><bpmn:definitions", "{", "\u0000", "<html></html>"})
    void whatCannotBeReadIsAnsweredWithASentence(String content) throws Exception {
        for (var file : new String[] {"transfer.bpmn", "contracts.dmn", "quality-check.form"}) {
            var answer = send("olga", "/engine-rest/deployment/create", Map.of(file, bytes(content)));

            assertThat(answer.status()).as(file).isEqualTo(400);
            assertThat(answer.body().path("message").asText())
                    .as(file)
                    .contains("* " + file + ": ")
                    .doesNotContain("Exception");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "review-brief-broken-rules.form | has the pattern “[a-z”",
                "review-brief-filepicker.form   | filepicker"
            })
    void aFormThatOnceBrokeItsTasksIsRefused(String file, String why) throws Exception {
        var form = Files.readAllBytes(Path.of("src/test/resources/examples/cases", file));

        var answer = send("olga", "/engine-rest/deployment/create", Map.of("review-brief.form", form));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("message").asText()).contains(why).contains("review-brief.form");
    }

    @Test
    void aCheckSaysTheSameAndDeploysNothing() throws Exception {
        var before = repository.createDeploymentQuery().count();
        var broken = within("timer_reviewQuality48h", "hours(48)", "hours(72)").apply(read(TRANSFER));

        var refused = send("olga", "/api/deployments/check", Map.of("transfer.bpmn", bytes(broken)));
        var fine = send("olga", "/api/deployments/check", Map.of("transfer.bpmn", bytes(read(TRANSFER))));

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body().path("deployable").asBoolean()).isFalse();
        assertThat(refused.body().path("violations")).singleElement().satisfies(violation -> {
            assertThat(violation.path("rule").asText()).isEqualTo("review-deadline");
            assertThat(violation.path("severity").asText()).isEqualTo("error");
            assertThat(violation.path("file").asText()).isEqualTo("transfer.bpmn");
            assertThat(violation.path("element").asText()).isEqualTo("timer_reviewQuality48h");
        });
        assertThat(fine.body().path("deployable").asBoolean()).isTrue();
        assertThat(fine.body().path("violations")).isEmpty();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aCheckWithoutFilesOrWithOtherFieldsSaysWhatToSend() throws Exception {
        var nothing = send("olga", "/api/deployments/check", Map.of("deployment-name", bytes("x")));
        var other = send("olga", "/api/deployments/check", Map.of("colour", bytes("x")));

        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.body().path("errors").path(0).path("field").asText()).isEqualTo("files");
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.body().path("errors").path(0).path("field").asText()).isEqualTo("colour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=other", "text/plain"})
    void aBodyThatIsNoMultipartSaysSo(String type) throws Exception {
        var login = Base64.getEncoder().encodeToString(bytes("olga:" + People.PASSWORD));
        for (var path : new String[] {"/api/deployments/check", "/api/handoffs"}) {
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                                    .header("Authorization", "Basic " + login)
                                    .header("Content-Type", type)
                                    .POST(BodyPublishers.ofString("no parts"))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(400, 415);
        }
    }

    @Test
    void whoMayNotDeployMayNotCheck() throws Exception {
        assertThat(send("mia", "/api/deployments/check", Map.of("transfer.bpmn", bytes(read(TRANSFER))))
                        .status())
                .isEqualTo(403);
    }

    private Answer send(String person, String path, Map<String, byte[]> parts)
            throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        for (var part : parts.entrySet()) {
            var isFile = part.getKey().contains(".");
            body.writeBytes(bytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
                    .formatted(BOUNDARY, part.getKey(), isFile ? "; filename=\"%s\"".formatted(part.getKey()) : "")));
            body.writeBytes(part.getValue());
            body.writeBytes(bytes("\r\n"));
        }
        body.writeBytes(bytes("--%s--\r\n".formatted(BOUNDARY)));
        var login = Base64.getEncoder().encodeToString(bytes(person + ":" + People.PASSWORD));
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                                .header("Authorization", "Basic " + login)
                                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        BodyHandlers.ofString());
        return new Answer(answer.statusCode(), Json.parse(answer.body()));
    }
}
