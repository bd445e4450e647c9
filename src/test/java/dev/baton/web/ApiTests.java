package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
abstract class ApiTests {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    ManagementService management;

    @BeforeEach
    void hireTheAccountablePerson() {
        people.named("ruth", "final-approver");
    }

    /** A person by id or role. */
    Integrator as(String who) {
        return new Integrator(port, people.named(who));
    }

    /** Somebody nobody has met yet, with these roles. */
    String newcomer(String... roles) {
        return people.hire(Requests.newKey().replace("-", ""), roles);
    }

    /** What of one kind stands in a handoff's journal, as somebody reads it. */
    List<JsonNode> events(String who, String handoff, String kind) {
        var journal = as(who).get("/api/handoffs/%s/journal".formatted(handoff)).json();
        return StreamSupport.stream(journal.path("items").spliterator(), false)
                .filter(event -> event.path("kind").asText().equals(kind))
                .toList();
    }

    /** Does the jobs of a batch as the job executor would. */
    void runBatch(String id) {
        var batch = management.createBatchQuery().batchId(id).singleResult();
        Stream.of(batch.getSeedJobDefinitionId(), batch.getBatchJobDefinitionId())
                .forEach(definition -> management.createJobQuery().jobDefinitionId(definition).list().stream()
                        .map(Job::getId)
                        .forEach(management::executeJob));
    }

    String started(ObjectNode body) {
        var answer = as("strategist").post("/api/handoffs", body.toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("id");
    }
}
