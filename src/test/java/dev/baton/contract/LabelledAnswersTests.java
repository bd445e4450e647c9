package dev.baton.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Short answers in the styles of real people, each labelled by a person, and how often the check agrees. */
class LabelledAnswersTests {

    private static final Path RESOURCES = Path.of("src/test/resources");

    /** The other two were labelled by others; the last was measured before anybody looked into it: 0.99 and 0.80. */
    @ParameterizedTest
    @ValueSource(strings = {"examples/answers.json", "answers-held-out.json", "answers-second-writer.json"})
    void aGapIsMostlyRightAndMostOpenAnswersAreFound(String file) throws IOException {
        var right = 0;
        var wrong = new ArrayList<String>();
        var missed = new ArrayList<String>();
        for (var row : new ObjectMapper().readTree(Files.readString(RESOURCES.resolve(file)))) {
            var gap = finding(row);
            var open = !row.path("answersTheQuestion").asBoolean();
            if (gap != null && open) {
                right++;
            } else if (gap != null) {
                wrong.add(row + " → " + gap.what());
            } else if (open) {
                missed.add(row.toString());
            }
        }
        var precision = (double) right / (right + wrong.size());
        var recall = (double) right / (right + missed.size());
        System.out.printf("Gaps on %s: precision %.2f, recall %.2f%n", file, precision, recall);

        assertThat(precision).as("Called a gap, but is none:%n%s", lines(wrong)).isGreaterThanOrEqualTo(0.9);
        assertThat(recall).as("Not found:%n%s", lines(missed)).isGreaterThanOrEqualTo(0.8);
    }

    private static @Nullable Finding finding(JsonNode row) {
        var requirement = Shipped.CATALOG.requirements(row.path("package").asText()).stream()
                .filter(candidate -> candidate.field().equals(row.path("field").asText()))
                .findFirst()
                .orElseThrow();
        return requirement
                .rule()
                .judge(row.path("value"), Question.alone(requirement.field(), requirement.label(), Shipped.WORDS));
    }

    private static String lines(List<String> rows) {
        return String.join("\n", rows);
    }
}
