package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.harness.Brief;
import dev.baton.harness.Models;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.Story;
import dev.baton.journal.Event;
import dev.baton.journal.Journal;
import dev.baton.journal.Status;
import dev.baton.packages.DeployedContracts;
import dev.baton.packages.GateJudged;
import dev.baton.shared.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every model with briefs as real teams wrote them: held at the gate until what they left out is said. */
@ServiceTest
class BriefsInModelsTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private DeployedContracts contracts;

    static Stream<Arguments> runs() {
        return Models.all().stream()
                .sorted()
                .flatMap(model -> Stream.of("web-analytics-launch", "year-end-drive-assets")
                        .map(brief -> Arguments.of(model, brief)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("runs")
    void aRealBriefIsHeldUntilItsGapsAreFilled(String model, String brief) throws IOException {
        var start = Brief.facts();
        start.putAll(Models.answers(model, people));
        packages(brief).properties().forEach(each -> start.put(each.getKey(), Brief.map(each.getValue())));

        handoff.start("strategist", model, start);
        handoff.complete("strategist", "write_documents");

        assertThat(openTasks()).containsExactly("complete_documents");
        assertThat(journal.find(handoff.key()).orElseThrow().status()).isEqualTo(Status.INCOMPLETE);
        assertThat(gates()).containsExactly(false);
        assertThat(String.valueOf(handoff.variable(handoff.task("complete_documents"), "contextGaps")))
                .contains("objective", "decisionOwner", "quantitative");

        handoff.complete("strategist", "complete_documents", whatWasLeftOut());

        assertThat(openTasks()).as(String.valueOf(story())).containsExactly("review_brief");
        assertThat(gates()).containsExactly(false, true);
    }

    private static JsonNode packages(String brief) throws IOException {
        return Json.MAPPER
                .readTree(Files.readString(Path.of("examples", "briefs", brief + ".json")))
                .path("packages");
    }

    /** Every package in which the gate has missed something, as somebody fills it in. */
    private Map<String, Object> whatWasLeftOut() {
        return Json.MAPPER.valueToTree(story().get(0).detail()).path("gaps").findValuesAsText("packageName").stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), name -> {
                    var document = contracts.catalog().example(name);
                    document.setAll((ObjectNode) Brief.complete().at("/packages/" + name));
                    return Brief.map(contracts.catalog().formView(name, document));
                }));
    }

    private List<Boolean> gates() {
        return story().stream()
                .map(event -> Boolean.valueOf(String.valueOf(event.detail().get("complete"))))
                .toList();
    }

    private List<Event> story() {
        return new Story(journal, handoff.key()).of(GateJudged.class);
    }

    private List<String> openTasks() {
        return handoff.tasks().stream().map(Task::getTaskDefinitionKey).toList();
    }
}
