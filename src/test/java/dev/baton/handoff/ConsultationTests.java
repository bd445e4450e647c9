package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.Story;
import dev.baton.harness.Walk;
import dev.baton.journal.Journal;
import dev.baton.packages.DeployedContracts;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is consulted is heard before work begins, and nothing waits for it. */
@ServiceTest
class ConsultationTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private DeployedContracts contracts;

    private Walk walk;

    @BeforeEach
    void consult() {
        people.named("ruth", "final-approver");
        people.named("lea", "legal");
        people.named("sam", "subject-matter-expert");
        walk = new Walk(
                handoff,
                contracts,
                Walk.MODEL,
                Map.of(
                        "raci",
                        Map.of(
                                "accountable",
                                "ruth",
                                "responsible",
                                "executionowner",
                                "consulted",
                                List.of("lea", "sam"))));
    }

    @Test
    void eachConsultedPersonIsAskedOnceTheBriefIsComplete() {
        walk.toBriefReview();

        assertThat(advices()).extracting(Task::getAssignee).containsExactlyInAnyOrder("lea", "sam");
    }

    @Test
    void adviceIsReadByThoseWhoDecide() {
        walk.toBriefReview();
        give("lea", "Say included, not free.");

        assertThat(new Story(journal, handoff.key()).detail(Noted.class))
                .containsEntry("name", "Advice given")
                .containsEntry("note", "Say included, not free.");
        assertThat(handoff.variable(handoff.task("review_brief"), "handoffOverview"))
                .asString()
                .contains("Say included, not free.");
    }

    @Test
    void nothingWaitsForAdviceAndItEndsWithTheBriefing() {
        walk.toWork();

        assertThat(handoff.tasks()).extracting(Task::getTaskDefinitionKey).containsExactly("work_quarter");
    }

    @Test
    void silenceIsNoAdvice() {
        walk.toBriefReview();
        give("lea", "Say included, not free.");
        handoff.fireTimer("timer_consulted48h");

        assertThat(advices()).isEmpty();
        assertThat(new Story(journal, handoff.key()).of(Noted.class)).hasSize(1);
    }

    @Test
    void allAdviceEndsTheConsultation() {
        walk.toBriefReview();
        give("lea", "Say included, not free.");
        give("sam", "Two kilos, not three.");

        assertThat(handoff.tasks()).extracting(Task::getTaskDefinitionKey).containsExactly("review_brief");
    }

    private void give(String who, String advice) {
        var task = advices().stream()
                .filter(one -> who.equals(one.getAssignee()))
                .findFirst()
                .orElseThrow();
        handoff.completeTask(who, task, Map.of("note", advice));
    }

    private List<Task> advices() {
        return handoff.tasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals("give_advice"))
                .toList();
    }
}
