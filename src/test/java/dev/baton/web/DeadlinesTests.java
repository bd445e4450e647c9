package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.ServiceTest;
import dev.baton.journal.Event;
import dev.baton.journal.Journal;
import dev.baton.review.DeadlineMoved;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A deadline is one moment: timer, due date, journal and API move together, or nothing moves. */
@ServiceTest
class DeadlinesTests extends ApiTests {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Journal journal;

    private String handoff = "";

    @BeforeEach
    void anApprovalThatWaitsForItsCreator() {
        people.named("olga", "operations");
        handoff = started(Requests.approval(Requests.newKey()));
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
    }

    private Job timer() {
        return management
                .createJobQuery()
                .processInstanceId(task().getProcessInstanceId())
                .singleResult();
    }

    private Event last() {
        var events = journal.events(handoff);
        return events.get(events.size() - 1);
    }

    private void assertOneMoment(Instant moment, String who) {
        assertThat(task().getDueDate().toInstant()).isEqualTo(moment);
        assertThat(timer().getDuedate().toInstant()).isEqualTo(moment);
        assertThat(last().what()).isInstanceOf(DeadlineMoved.class);
        assertThat(last().who()).isEqualTo(who);
        assertThat(last().detail()).containsEntry("to", moment.toString());
        assertThat(Instant.parse(
                        as("strategist").get("/api/handoffs/" + handoff).text("nextDue")))
                .isEqualTo(moment);
    }

    private static Instant inDays(int days) {
        return dev.baton.harness.Scenario.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
    }

    private Integrator.Answer move(String who, String task, String due, String reason) {
        return as(who).post(
                        "/api/handoffs/%s/deadlines".formatted(handoff),
                        "{\"task\": \"%s\", \"due\": \"%s\", \"reason\": \"%s\"}".formatted(task, due, reason));
    }

    private Integrator.Answer put(String who, String path, String body) {
        return as(who).send("PUT", path, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void itStartsAsOneMoment() {
        assertThat(timer().getDuedate()).isEqualTo(task().getDueDate());
    }

    @Test
    void theAccountablePersonMovesItWithAReason() {
        var later = inDays(5);

        var answer = move("ruth", task().getId(), later.toString(), "Legal is at a fair");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertOneMoment(later, "ruth");
        assertThat(last().detail()).containsEntry("reason", "Legal is at a fair");
    }

    @Test
    void nobodyElseDoesAndNonsenseIsRefusedByName() {
        var before = task().getDueDate();

        assertThat(move("creative", task().getId(), inDays(5).toString(), "x").status())
                .isEqualTo(403);
        assertThat(move("ruth", "no-such-task", inDays(5).toString(), "x").wrongFields())
                .containsExactly("task");
        for (var due :
                new String[] {"2020-01-01T00:00:00Z", "+12027-01-01T00:00:00Z", "9999-01-01T00:00:00Z", "soon", ""}) {
            assertThat(move("ruth", task().getId(), due, "x").wrongFields())
                    .as(due)
                    .containsExactly("due");
        }
        assertThat(move("ruth", task().getId(), inDays(5).toString(), "").wrongFields())
                .containsExactly("reason");
        assertThat(task().getDueDate()).isEqualTo(before);
        assertThat(timer().getDuedate()).isEqualTo(before);
    }

    @Test
    void theEnginesOwnCallForATimerMovesTheTaskToo() {
        var later = inDays(4);

        var answer = put(
                "admin",
                "/engine-rest/job/%s/duedate".formatted(timer().getId()),
                "{\"duedate\": \"%s\"}".formatted(later.toString().replace("Z", ".000+0000")));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        assertOneMoment(later, "admin");
    }

    @Test
    void theEnginesOwnCallForATaskMovesTheTimerToo() {
        var later = inDays(4);

        var answer = put(
                "olga",
                "/engine-rest/task/" + task().getId(),
                "{\"name\": \"%s\", \"due\": \"%s\", \"priority\": 60}"
                        .formatted(task().getName(), later.toString().replace("Z", ".000+0000")));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        assertOneMoment(later, "olga");
    }

    @Test
    void aTaskDoesNotLoseItsDeadlineBecauseSomebodyRenamedIt() {
        var before = task().getDueDate();

        var answer = put("olga", "/engine-rest/task/" + task().getId(), "{\"name\": \"renamed\"}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("message")).contains("POST /api/handoffs/{id}/deadlines");
        assertThat(task().getDueDate()).isEqualTo(before);
    }

    @Test
    void aMigrationThatSetsTimersAnewMovesTheTaskTooAndTheModelsVersion() {
        var old = task().getProcessDefinitionId();
        var model = repository.getBpmnModelInstance(old);
        var changed = Bpmn.convertToString(model).replace("Finished work is approved", "Work that is done is approved");
        var deployment = repository
                .createDeployment()
                .addString("approval.bpmn", changed)
                .deploy();
        try {
            var target = repository
                    .createProcessDefinitionQuery()
                    .deploymentId(deployment.getId())
                    .singleResult();
            org.camunda.bpm.engine.impl.util.ClockUtil.setCurrentTime(
                    Date.from(dev.baton.harness.Scenario.now().plus(Duration.ofHours(5))));
            var plan = runtime.createMigrationPlan(old, target.getId())
                    .mapEqualActivities()
                    .updateEventTriggers()
                    .build();

            runtime.newMigration(plan)
                    .processInstanceIds(task().getProcessInstanceId())
                    .execute();

            assertThat(timer().getDuedate()).isEqualTo(task().getDueDate());
            assertThat(last().what()).isInstanceOf(DeadlineMoved.class);
            assertThat(journal.find(handoff).orElseThrow().modelVersion()).isEqualTo(target.getVersion());
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }
}
