package dev.baton.demo;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the README tells newcomers to try. */
@ServiceTest
class ExampleScriptTests {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Test
    void carriesAHandoffFromStartThroughItsRetrospective(@TempDir Path folder) throws Exception {
        assumeTrue(isOnPath("bash") && isOnPath("curl"), "bash and curl run the example");
        var passwords = folder.resolve("passwords.properties");
        Files.writeString(
                passwords,
                DemoPeople.ALL.stream()
                        .map(person -> people.named(person.id(), person.role()) + "=" + People.PASSWORD)
                        .collect(joining("\n")));

        var said = run(passwords);

        assertThat(said).endsWith("""
                ben: hold_retrospective
                "status":"ended"
                "outcome":"launched"
                """);
    }

    private String run(Path passwords) throws IOException, InterruptedException {
        var script = new ProcessBuilder("bash", "examples/carry-to-launch.sh", "http://127.0.0.1:" + port)
                .redirectErrorStream(true);
        script.environment().put("BATON_PASSWORDS", passwords.toString());
        var process = script.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static boolean isOnPath(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
