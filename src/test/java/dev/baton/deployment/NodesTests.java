package dev.baton.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.harness.People;
import dev.baton.harness.PostgreSql;
import dev.baton.kills.KillableService;
import dev.baton.web.Integrator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Services of their own, on one folder. */
class NodesTests {

    @TempDir
    private Path folder;

    @TempDir
    private Path home;

    @TempDir
    private Path otherHome;

    @Test
    void twoNodesDeployOnceWhenTheyStartAtOnceAndWhenTheySeeAChangeAtOnce() throws Exception {
        FileSystemUtils.copyRecursively(Path.of("processes"), folder);
        var database = PostgreSql.create("baton_two_nodes");
        var settings = Map.of(
                "spring.datasource.url",
                database,
                "spring.datasource.username",
                "postgres",
                "spring.datasource.password",
                "",
                "baton.processes.location",
                "file:" + folder);
        try (var first = new KillableService(home, settings);
                var second = new KillableService(otherHome, settings)) {
            var starting = List.of(CompletableFuture.runAsync(first::start), CompletableFuture.runAsync(second::start));
            starting.forEach(CompletableFuture::join);
            assertThat(deployments(first).path("total").asInt()).isEqualTo(1);
            assertThat(deployments(second).path("leftAside")).isEmpty();
            assertThat(deployments(second).path("refused")).isEmpty();

            try (var other = DriverManager.getConnection(database, "postgres", "");
                    var statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("select 1 from act_ge_property where name_ = 'deployment.lock' for update");
                for (var file : List.of(Edits.BLOG_POST, Edits.BLOG_POST_START)) {
                    Files.writeString(folder.resolve(Path.of(file).getFileName()), Edits.read(file));
                }
                await("both wait for the lock").atMost(Duration.ofSeconds(30)).until(() -> {
                    try (var waiting = statement.executeQuery(
                            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")) {
                        return waiting.next() && waiting.getInt(1) == 2;
                    }
                });
                other.commit();
            }

            for (var node : List.of(first, second)) {
                await().atMost(Duration.ofSeconds(10))
                        .untilAsserted(
                                () -> assertThat(deployments(node).path("total").asInt())
                                        .isEqualTo(2));
            }
            await("nobody waits or deploys any more").ignoreExceptions().untilAsserted(() -> {
                try (var other = DriverManager.getConnection(database, "postgres", "");
                        var statement = other.createStatement()) {
                    statement.execute(
                            "select 1 from act_ge_property where name_ = 'deployment.lock' for update nowait");
                }
            });
            assertThat(deployments(first).path("total").asInt()).isEqualTo(2);
        }
    }

    @Test
    void whatBreaksARuleAtTheVeryFirstStartStopsIt() throws Exception {
        Files.writeString(folder.resolve("transfer.bpmn"), Edits.read(Edits.TRANSFER));
        try (var service = new KillableService(home, Map.of("baton.processes.location", "file:" + folder))) {
            assertThat(service.startInVain())
                    .contains(
                            "APPLICATION FAILED TO START",
                            "Not deployed, because:",
                            "* transfer.bpmn, ",
                            "Change baton.processes.location.")
                    .doesNotContain("Tomcat started on port");
        }
    }

    private static JsonNode deployments(KillableService node) {
        return new Integrator(node.port(), People.ADMIN).get("/api/deployments").json();
    }
}
