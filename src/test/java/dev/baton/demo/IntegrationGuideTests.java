package dev.baton.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.harness.OneDatabase;
import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every example of docs/integration.md is run in order, and answers what stands there. */
@ServiceTest
@OneDatabase
class IntegrationGuideTests {

    private static final Path GUIDE = Path.of("docs/integration.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern DAY = Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\d\\b");

    /** When the days in the guide lay in its future. */
    private static final LocalDate WRITTEN = LocalDate.of(2026, 11, 27);

    /** A call that is refused ends the run, unless the guide shows the refusal. */
    private static final String CURL = """
            set -euo pipefail
            curl() {
              local status
              status=$(command curl -sS -o last -w '%{http_code}' "$@")
              cat last
              [ "$status" -lt 400 ] || [ -n "${refused:-}" ] || { echo "$status for curl $*" >&2; return 1; }
            }
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Test
    void everyExampleRunsAndAnswersWhatStandsThere(@TempDir Path folder) throws IOException {
        assumeTrue(Examples.areOnPath("bash", "curl", "jq"), "bash, curl and jq run the examples");
        var shown = new TreeMap<Integer, JsonNode>();

        Examples.run(folder, prepare(folder), List.of("bash", "-c", script(shown)));

        assertThat(shown).as("answers in the guide").isNotEmpty();
        for (var answer : shown.entrySet()) {
            var last = Files.readString(folder.resolve("answer-" + answer.getKey()));
            var differences = new ArrayList<String>();
            compare("", answer.getValue(), JSON.readTree(last), differences);
            assertThat(differences)
                    .as("%s, which stands there, beside %s", answer.getValue(), last)
                    .isEmpty();
        }
    }

    private Path prepare(Path folder) throws IOException {
        for (var file : List.of("transfers/transfer.bpmn", "forms/accept-transfer.form")) {
            var source = Path.of("processes").resolve(file);
            Files.copy(source, folder.resolve(source.getFileName()));
        }
        return Examples.passwords(people, folder.resolve("data/demo-passwords.properties"));
    }

    /** The guide's commands, and among them the answers that it shows, by their place. */
    private String script(Map<Integer, JsonNode> shown) throws IOException {
        var script = new StringBuilder(CURL);
        var blocks = BLOCK.matcher(Files.readString(GUIDE));
        var commands = "";
        while (blocks.find()) {
            if (!blocks.group(1).equals("json")) {
                script.append(commands);
                commands = blocks.group(2);
                continue;
            }
            var answer = JSON.readTree(blocks.group(2));
            shown.put(blocks.start(), answer);
            script.append(
                            answer.path("type").asText().startsWith("urn:baton:problem:")
                                    ? "refused=yes\n%srefused=\n".formatted(commands)
                                    : commands)
                    .append("cp last answer-%d\n".formatted(blocks.start()));
            commands = "";
        }
        return inTheFuture(script.append(commands).toString()).replace("localhost:8080", "127.0.0.1:" + port);
    }

    /** Whole weeks later, so that days keep their names. */
    private static String inTheFuture(String commands) {
        var weeks = ChronoUnit.WEEKS.between(WRITTEN, LocalDate.now(ZoneOffset.UTC));
        return DAY.matcher(commands)
                .replaceAll(day -> LocalDate.parse(day.group()).plusWeeks(weeks).toString());
    }

    /** Each field that stands there is answered, with a value of the same kind; a list has something like each entry. */
    private static void compare(String place, JsonNode shown, JsonNode answered, List<String> differences) {
        if (shown.getNodeType() != answered.getNodeType()) {
            differences.add(place + ": " + answered.getNodeType());
        } else if (shown.isObject()) {
            shown.properties()
                    .forEach(field -> compare(
                            place + "/" + field.getKey(),
                            field.getValue(),
                            answered.path(field.getKey()),
                            differences));
        } else if (shown.isArray()) {
            shown.forEach(entry -> {
                if (!isAmong(entry, answered)) {
                    differences.add(place + ": nothing like " + entry);
                }
            });
        }
    }

    private static boolean isAmong(JsonNode entry, JsonNode answered) {
        for (var other : answered) {
            var differences = new ArrayList<String>();
            compare("", entry, other, differences);
            if (differences.isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
