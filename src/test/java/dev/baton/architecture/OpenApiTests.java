package dev.baton.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** The API that integrators build against changes on purpose only. */
@ServiceTest
@EnabledIf(value = "apiExists", disabledReason = "There is no endpoint under /api yet.")
class OpenApiTests {

    private static final Path COMMITTED = Path.of("docs/openapi.json");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Autowired
    private TestRestTemplate http;

    static boolean apiExists() {
        return Files.isDirectory(Path.of("src/main/java/dev/baton/web"));
    }

    @Test
    void thePublishedApiIsTheCommittedOne() throws IOException {
        var served = http.withBasicAuth(People.ADMIN, People.PASSWORD).getForEntity("/v3/api-docs", ObjectNode.class);
        assertThat(served.getStatusCode().value()).isEqualTo(200);
        var now = readable(served.getBody());
        if (Boolean.getBoolean("baton.openapi.update")) {
            Files.writeString(COMMITTED, now);
        }
        assertThat(COMMITTED)
                .as("The API has changed. If you meant it: ./mvnw test -Dtest=OpenApiTests -Dbaton.openapi.update=true,"
                        + " then commit docs/openapi.json and say so in CHANGELOG.md.")
                .exists()
                .hasContent(now);
    }

    /** Keys in order: a change of the file is a change of the API. */
    private static String readable(ObjectNode document) throws IOException {
        Map<?, ?> sorted = JSON.convertValue(document, TreeMap.class);
        return JSON.writeValueAsString(sorted) + "\n";
    }
}
