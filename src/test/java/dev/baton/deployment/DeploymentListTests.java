package dev.baton.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.harness.Modeler;
import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import dev.baton.web.Integrator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class DeploymentListTests {

    private static final String PATH = "/api/deployments";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private RepositoryService repository;

    private Integrator operations;
    private String deployment = "";

    @BeforeEach
    void deploy() {
        operations = new Integrator(port, people.named("operations"));
        deployment = Modeler.deploy(
                        operations, "Mine", Map.of("listed.bpmn", ForeignProcess.diagram("listed", "Listed")))
                .text("id");
    }

    @AfterEach
    void takeBack() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void theNewestIsFirstWithWhoAndWhat() {
        var items = items();
        assertThat(items)
                .extracting(each -> Instant.parse(each.path("deployedAt").asText()))
                .isSortedAccordingTo(Comparator.reverseOrder());
        var newest = items.stream()
                .filter(each -> each.path("id").asText().equals(deployment))
                .findFirst()
                .orElseThrow();

        assertThat(newest.path("name").asText()).isEqualTo("Mine");
        assertThat(newest.path("source").asText()).isEqualTo("operations");
        assertThat(newest.path("deployedBy").asText()).isEqualTo("operations");
        assertThat(Instant.parse(newest.path("deployedAt").asText()))
                .isBetween(Instant.now().minus(1, ChronoUnit.MINUTES), Instant.now());
        assertThat(newest.path("definitions")).singleElement().satisfies(definition -> {
            assertThat(definition.path("kind").asText()).isEqualTo("process");
            assertThat(definition.path("key").asText()).isEqualTo("listed");
            assertThat(definition.path("version").asInt()).isEqualTo(1);
        });
    }

    private List<JsonNode> items() {
        var answer = operations.get(PATH + "?size=200").json();
        return StreamSupport.stream(answer.path("items").spliterator(), false).toList();
    }

    @Test
    void whatCameWithBatonSaysSoAndNamesNobody() {
        var shipped = items().stream()
                .filter(each -> each.path("source").asText().equals("shipped"))
                .toList();

        assertThat(shipped).singleElement().satisfies(each -> {
            assertThat(each.has("deployedBy")).isFalse();
            assertThat(each.path("definitions").findValuesAsText("kind")).contains("process", "table", "form");
        });
    }

    @Test
    void thePagesTogetherAreTheWholeList() {
        var total = operations.get(PATH).json().path("total").asInt();

        assertThat(total).isGreaterThan(1);
        assertThat(operations.get(PATH + "?size=1").json().path("items")).hasSize(1);
        assertThat(operations.get(PATH + "?size=1&page=" + (total - 1)).json().path("items"))
                .singleElement()
                .satisfies(each -> assertThat(each.path("source").asText()).isEqualTo("shipped"));
        assertThat(operations.get(PATH + "?page=" + Integer.MAX_VALUE).json().path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"page=-1,page", "size=0,size", "size=201,size", "page=x,page", "colour=red,colour", "size=1&size=2,size"
    })
    void aWrongParameterIsNamed(String query, String field) {
        var refused = operations.get(PATH + "?" + query);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.wrongFields()).isEqualTo(List.of(field));
    }

    @Test
    void whoMayNotDeployDoesNotSeeThem() {
        for (var role : List.of("manager", "strategist")) {
            var refused = new Integrator(port, people.named(role)).get(PATH);

            assertThat(refused.status()).as(role).isEqualTo(403);
            assertThat(refused.text("detail")).contains("those who may deploy");
        }
    }
}
