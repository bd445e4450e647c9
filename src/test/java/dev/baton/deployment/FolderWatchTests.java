package dev.baton.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.harness.People;
import dev.baton.harness.SecondService;
import dev.baton.harness.ServiceTest;
import dev.baton.web.Integrator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** A service whose files lie in a folder, as whoever edits them sees it. */
@ServiceTest
@ExtendWith(SecondService.class)
class FolderWatchTests {

    private static final String MODEL = "blog-post-handoff";
    private static final String DIAGRAM = MODEL + ".bpmn";

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @DynamicPropertySource
    static void files(DynamicPropertyRegistry registry) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("processes"), folder);
        registry.add("baton.processes.location", () -> "file:" + folder);
    }

    @Test
    void aChangeIsLiveWithinTenSecondsAndABrokenOneIsReported() {
        var olga = new Integrator(port, people.named("operations"));
        var strategist = new Integrator(port, people.named("strategist"));
        assertThat(olga.get("/api/deployments")
                        .json()
                        .path("items")
                        .path(0)
                        .path("source")
                        .asText())
                .isEqualTo("folder");

        write(DIAGRAM, Edits.read(Edits.BLOG_POST));
        write("start-blog-post-handoff.form", Edits.read(Edits.BLOG_POST_START));
        within10Seconds(() -> assertThat(strategist.get("/api/models").json().findValuesAsText("key"))
                .contains(MODEL));
        within10Seconds(() -> assertThat(strategist
                        .get("/engine-rest/process-definition?startablePermissionCheck=true&maxResults=100")
                        .json()
                        .findValuesAsText("key"))
                .as("whom the diagram lets start it")
                .contains(MODEL));

        write(
                DIAGRAM,
                Edits.pattern("deadline.hours\\(48\\)", "deadline.hours(72)").apply(Edits.read(Edits.BLOG_POST)));
        within10Seconds(() -> {
            var refused = olga.get("/api/deployments").json().path("refused");
            assertThat(refused).isNotEmpty().allSatisfy(violation -> {
                assertThat(violation.path("file").asText()).isEqualTo(DIAGRAM);
                assertThat(violation.path("rule").asText()).isEqualTo("review-deadline");
            });
        });
        assertThat(version(olga)).isEqualTo(1);

        write(DIAGRAM, Edits.read(Edits.BLOG_POST) + "\n");
        within10Seconds(() -> assertThat(version(olga)).isEqualTo(2));
        assertThat(olga.get("/api/deployments").json().path("refused")).isEmpty();
    }

    private static void within10Seconds(Runnable outcome) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(outcome::run);
    }

    private static int version(Integrator person) {
        return person.get("/engine-rest/process-definition/key/" + MODEL)
                .json()
                .path("version")
                .asInt();
    }

    private static void write(String file, String content) {
        try {
            Files.writeString(folder.resolve("models").resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
