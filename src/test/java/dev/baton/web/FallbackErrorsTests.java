package dev.baton.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the web server or the firewall turns away before an endpoint sees it. */
class FallbackErrorsTests extends ApiTests {

    @ParameterizedTest
    @ValueSource(strings = {"/api//handoffs", "/api/handoffs;x=y", "/api/handoffs/%61"})
    void anAddressThatCanBeReadInTwoWaysIsNamedAsSuch(String path) {
        var answer = as("strategist").get(path);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("type")).isEqualTo("urn:baton:problem:invalid");
        assertThat(answer.text("detail")).contains("can be read in two ways");
    }

    @Test
    void aHeaderThatIsTooLongIsNotTakenForAnAddress() {
        var answer = as("strategist").get("/api/handoffs", "X-Long", "x".repeat(20_000));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("type")).isEqualTo("urn:baton:problem:invalid");
        assertThat(answer.text("detail")).contains("short headers").doesNotContain("two ways");
    }

    @ParameterizedTest
    @CsvSource({"501, HTTP/1.1, Transfer-Encoding: pigeon", "505, HTTP/3.0, Accept: */*"})
    void whatTheWebServerDoesNotSpeakIsNotBatonsFault(int status, String protocol, String header) throws IOException {
        var answer = raw("POST /api/handoffs %s\r\nHost: localhost\r\nConnection: close\r\n%s\r\n\r\n"
                .formatted(protocol, header));

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json", "\"about:blank\"", "\"status\":" + status)
                .contains("send HTTP/1.1")
                .doesNotContain("fault");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
