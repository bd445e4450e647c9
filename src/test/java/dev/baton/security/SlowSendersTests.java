package dev.baton.security;

import static dev.baton.harness.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.OneDatabase;
import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Five hundred connections that announce a body and do not send it harm nobody else, at their own address either. */
@ServiceTest
@OneDatabase
class SlowSendersTests {

    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";
    private static final int CONNECTIONS = 500;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    private final List<Wire> wires = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (var wire : wires) {
            wire.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/handoffs, false, Content-Length: 100, ''",
        "/engine-rest/deployment/create, false, Content-Length: 5000000, ''",
        "/camunda/api/admin/auth/user/default/login/tasklist, false, Content-Length: 100, ''",
        "/camunda/api/admin/auth/user/default/login/tasklist, false, Content-Length: 100, username=",
        "/camunda/api/admin/auth/user/default/login/tasklist, false, Transfer-Encoding: chunked, 5",
        "/api/handoffs, true, Content-Length: 100, {",
        "/engine-rest/task, true, Transfer-Encoding: chunked, 5"
    })
    void othersAreServedWithinTwoSeconds(String address, boolean known, String length, String begun)
            throws IOException {
        var login = known ? Wire.basic(people.named("strategist"), PASSWORD) : "Accept: */*";
        var manager = people.named("manager");
        for (var count = 0; count < CONNECTIONS; count++) {
            wires.add(Wire.to(port)
                    .head("POST " + address, login, "Content-Type: text/plain", length)
                    .say(begun));
        }

        var stranger = Visitor.stranger(port);
        assertThat(seconds(() -> assertThat(stranger.get("/actuator/health").statusCode())
                        .isEqualTo(200)))
                .isLessThan(2);
        assertThat(seconds(() -> assertThat(
                                stranger.get("/camunda/app/tasklist/default/").statusCode())
                        .isEqualTo(200)))
                .isLessThan(2);
        var basic = Visitor.basic(port, manager, PASSWORD);
        assertThat(seconds(
                        () -> assertThat(basic.get("/api/models").statusCode()).isEqualTo(200)))
                .isLessThan(2);
        assertThat(seconds(() -> assertThat(basic.post("/api/handoffs", "{}").statusCode())
                        .isEqualTo(400)))
                .isLessThan(2);
        assertThat(seconds(() -> Visitor.signedIn(port, manager, PASSWORD))).isLessThan(2);
    }

    @Test
    void whoSendsNothingOrAByteASecondIsToldToGo() throws IOException {
        try (var silent = Wire.to(port).head("POST " + LOGIN, "Content-Length: 1000");
                var slow = Wire.to(port).head("POST " + LOGIN, "Content-Length: 1000")) {
            var heard = "";
            for (var second = 0; second < 15 && heard.isEmpty(); second++) {
                heard = slow.sayAsLongAsItIsTaken("a", 1).hear(Duration.ofSeconds(1));
            }
            assertThat(heard).startsWith("HTTP/1.1 408").contains("did not arrive in time");
            assertThat(silent.hear(Duration.ofSeconds(1))).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void theRestOfARefusedBodyIsNotWaitedFor() throws IOException {
        try (var wire = Wire.to(port).head("POST /api/handoffs", "Content-Length: 1000")) {
            assertThat(wire.hear(Duration.ofSeconds(2)))
                    .startsWith("HTTP/1.1 401")
                    .contains("Connection: close");
            assertThat(wire.hearTheRest(Duration.ofSeconds(2))).isTrue();
        }
    }

    private static double seconds(Runnable request) {
        var begun = System.nanoTime();
        request.run();
        return (double) (System.nanoTime() - begun) / TimeUnit.SECONDS.toNanos(1);
    }
}
