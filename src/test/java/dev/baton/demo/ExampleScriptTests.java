package dev.baton.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
    void carriesAHandoffFromStartThroughItsRetrospective(@TempDir Path folder) throws IOException {
        assumeTrue(Examples.areOnPath("bash", "curl"), "bash and curl run the example");

        var said = Examples.run(
                Path.of("."),
                Examples.passwords(people, folder.resolve("passwords.properties")),
                List.of("bash", "examples/carry-to-launch.sh", "http://127.0.0.1:" + port));

        assertThat(said).endsWith("""
                ben: hold_retrospective
                "status":"ended"
                "outcome":"launched"
                """);
    }
}
