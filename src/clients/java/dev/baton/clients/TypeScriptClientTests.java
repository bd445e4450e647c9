package dev.baton.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.demo.Examples;
import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The client in TypeScript, generated and compiled. */
@ServiceTest
@Tag("clients")
class TypeScriptClientTests {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @TempDir
    private Path folder;

    @Test
    void carriesAHandoffFromStartThroughItsRetrospective() throws IOException {
        assertThat(run("examples/carry-to-launch.mjs")).endsWith("ended: launched\n");
    }

    @Test
    void makesTheDocumentedCalls() throws IOException {
        assertThat(run("src/clients/typescript/calls.mjs")).endsWith("All calls made.\n");
    }

    private String run(String script) throws IOException {
        return Examples.run(
                Path.of("."),
                Examples.passwords(people, folder.resolve("passwords.properties")),
                List.of("node", "target/clients/" + script, "http://127.0.0.1:" + port));
    }
}
