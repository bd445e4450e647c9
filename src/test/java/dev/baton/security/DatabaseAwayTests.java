package dev.baton.security;

import static dev.baton.harness.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.Baton;
import dev.baton.harness.People;
import dev.baton.harness.PostgreSql;
import dev.baton.harness.SecondService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The database goes away and comes back, under a service that runs with its jobs. */
@SpringBootTest(
        classes = Baton.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "baton.admin.id=" + People.ADMIN,
            "baton.admin.password=" + People.PASSWORD,
            "baton.reminders.every=PT2S",
            "logging.level.root=warn",
            "spring.main.banner-mode=off"
        })
@ExtendWith(SecondService.class)
class DatabaseAwayTests {

    private static final String[] DOORS = {
        "/api/handoffs", "/api/models", "/engine-rest/task?maxResults=1", Visitor.SESSION_API + "/task?maxResults=1"
    };

    private static final String DATABASE = PostgreSql.create("baton_away");
    private static final Relay RELAY = relay();
    private static final String THROUGH_RELAY = DATABASE.replaceFirst(":\\d+/", ":" + RELAY.port() + "/");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> THROUGH_RELAY);
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "");
    }

    private static Relay relay() {
        try {
            return new Relay(URI.create(DATABASE.substring("jdbc:".length())).getPort());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void comeBack() throws IOException {
        RELAY.open();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyDoorSaysSoWithinFiveSecondsAndServesAgainFiveSecondsLater(boolean cut) throws IOException {
        var admin = Visitor.signedIn(port, People.ADMIN, PASSWORD);
        var login = Visitor.basic(port, People.ADMIN, PASSWORD);
        assertThat(login.get("/api/models").statusCode()).isEqualTo(200);
        var waiting = CompletableFuture.runAsync(
                () -> jdbc.sql("select pg_sleep(60)").query().listOfRows());

        if (cut) {
            RELAY.cut();
        } else {
            RELAY.fallSilent();
        }

        for (var round = 0; round < 3; round++) {
            for (var door : DOORS) {
                var begun = System.nanoTime();
                var answer = (door.startsWith("/camunda") ? admin : login).get(door);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
                assertUnavailable(answer);
            }
        }
        assertUnavailable(Visitor.stranger(port).login(People.ADMIN, PASSWORD));
        for (var probe : new String[] {"/actuator/health", "/actuator/health/readiness"}) {
            var begun = System.nanoTime();
            assertThat(Visitor.stranger(port).get(probe).statusCode()).isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        }
        assertThat(Visitor.stranger(port).get("/actuator/health/liveness").statusCode())
                .isEqualTo(200);
        assertThat(waiting).failsWithin(5, TimeUnit.SECONDS);

        RELAY.open();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(login.get("/api/models").statusCode()).isEqualTo(200));
        assertThat(Visitor.stranger(port).get("/actuator/health").statusCode()).isEqualTo(200);
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("database does not answer", "send this again");
    }
}
