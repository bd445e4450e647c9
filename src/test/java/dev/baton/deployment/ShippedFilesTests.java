package dev.baton.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.camunda.DeploymentCheck;
import dev.baton.harness.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class ShippedFilesTests {
    @Autowired
    private DeploymentCheck check;

    @Test
    void allPass() throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var walk = Files.walk(Path.of("processes"))) {
            for (var file : walk.filter(f -> f.toString().matches(".*\\.(bpmn|dmn|form)"))
                    .toList()) {
                files.put(file.toString(), Files.readAllBytes(file));
            }
        }
        assertThat(check.violations(files)).isEmpty();
        for (var one : files.entrySet()) {
            assertThat(check.violations(Map.of(one.getKey(), one.getValue())))
                    .as(one.getKey())
                    .isEmpty();
        }
        var example = new TreeMap<String, byte[]>();
        for (var f : new String[] {"blog-post-handoff.bpmn", "start-blog-post-handoff.form"}) {
            example.put(f, Files.readAllBytes(Path.of("examples/models", f)));
        }
        assertThat(check.violations(example)).isEmpty();
    }
}
