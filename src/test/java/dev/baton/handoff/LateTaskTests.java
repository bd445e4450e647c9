package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.harness.People;
import dev.baton.harness.Race;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.SingleTransfer;
import dev.baton.harness.Story;
import dev.baton.harness.Walk;
import dev.baton.journal.Journal;
import dev.baton.packages.DeployedContracts;
import dev.baton.shared.Entrance;
import dev.baton.shared.Refusal;
import dev.baton.transfer.Accepted;
import dev.baton.transfer.QualityPassed;
import dev.baton.transfer.QualityReturned;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody works on a task that has moved on: they hear who holds it now, and nothing happens twice. */
@ServiceTest
class LateTaskTests {

    private static final Map<String, Object> APPROVED = Map.of("decision", "approved");

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    private SingleTransfer transfer;
    private Story story;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        people.named("cleo", "creative");
        people.named("quality-owner");
        transfer = new SingleTransfer(handoff, contracts);
        story = new Story(journal, handoff.key());
    }

    @ParameterizedTest
    @EnumSource(
            value = Entrance.class,
            names = {"TASKLIST", "ENGINE_REST", "API"})
    void whoeverIsLateHearsWhichGroupHoldsTheHandoffNow(Entrance entrance) {
        transfer.toQualityCheck();
        var late = transfer.open().getId();
        transfer.pass();

        assertThat(refused(entrance, () -> forms.submitTaskForm(late, APPROVED)))
                .hasMessage(
                        "\"Check the substance: Autumn menu\" has moved on: it takes no answer any more."
                                + " It was answered by qualityowner. Now \"Confirm you have what you need: Autumn menu\" is with the group creative.");
        assertThat(refused(entrance, () -> tasks.complete(late, APPROVED)).getMessage())
                .contains("has moved on");
        assertThat(refused(entrance, () -> tasks.claim(late, "cleo")).getMessage())
                .contains("has moved on");
        assertThat(story.of(QualityPassed.class)).hasSize(1);
    }

    @Test
    void whoeverIsLateHearsWhichPersonHoldsTheHandoffNow() {
        transfer.startWith(transfer.brief(), Map.of("team", Map.of("creative", "cleo")));
        var late = transfer.open().getId();
        transfer.pass();

        assertThat(refused(Entrance.TASKLIST, () -> forms.submitTaskForm(late, APPROVED)))
                .hasMessageEndingWith("Now \"Confirm you have what you need: Autumn menu\" is with cleo.");
    }

    @Test
    void aReviewerWhoComesAfter48HoursHearsWhoDecidesNow() {
        transfer.toQualityCheck();
        var late = transfer.open().getId();
        handoff.pass(Duration.ofHours(48));

        assertThat(refused(Entrance.TASKLIST, () -> forms.submitTaskForm(late, APPROVED)))
                .hasMessageEndingWith("Now \"Decide in the reviewer's place: Autumn menu\" is with ruth.");
        assertThat(openTasks()).containsExactly("decide_escalated");
    }

    @Test
    void whoeverAnswersAHandoffThatIsOverHearsSo() {
        transfer.toReceiver();
        var late = transfer.open().getId();
        transfer.accept();

        assertThat(refused(Entrance.TASKLIST, () -> forms.submitTaskForm(late, Walk.acceptance())))
                .hasMessageEndingWith("The handoff \"%s\" is over.".formatted(handoff.key()));
        assertThat(story.of(Accepted.class)).hasSize(1);
    }

    @Test
    void whoeverAnswersATaskThatNeverWasIsToldToReload() {
        assertThat(refused(Entrance.TASKLIST, () -> forms.submitTaskForm("no-such-task", APPROVED)))
                .hasMessageContaining("Reload your task list");
    }

    @Test
    @Tag("races")
    void ofTwoWhoCompleteTheSameTaskTheSecondHearsThatItHasMovedOn() throws Exception {
        for (int round = 1; round <= Race.ROUNDS; round++) {
            var race = round == 1 ? transfer.toQualityCheck() : transfer.submit(changed(round));
            var task = race.open().getId();
            var returned = Map.<String, Object>of("decision", "changes", "reason", "Round " + round);

            var answers = Race.of(2, () -> {
                Entrance.TASKLIST.during(() -> handoff.as("quality-owner", () -> {
                    forms.submitTaskForm(task, returned);
                    return task;
                }));
                return "returned";
            });

            assertThat(answers).filteredOn("returned"::equals).hasSize(1);
            assertThat(answers)
                    .filteredOn(Refusal.class::isInstance)
                    .singleElement()
                    .asString()
                    .contains("\"Check the substance: Autumn menu\" has moved on")
                    .contains("\"Complete the documents: Autumn menu\" is with "
                            + (round == 1 ? "the group strategist." : "strategist."));
            assertThat(openTasks()).containsExactly("complete_package");
            assertThat(story.of(QualityReturned.class)).hasSize(round);
        }
        assertThat(story.summary().sentBack()).isEqualTo(Race.ROUNDS);
    }

    @Test
    void ofTwoWhoTakeTheSameTaskTheSecondHearsWhoHasIt() {
        transfer.toQualityCheck();
        tasks.claim(transfer.open().getId(), "quality-owner");

        assertThat(refused(Entrance.TASKLIST, () -> tasks.claim(transfer.open().getId(), "cleo")))
                .hasMessage("quality-owner has already taken this task. Reload your task list.");
    }

    private com.fasterxml.jackson.databind.node.ObjectNode changed(int round) {
        return transfer.brief().put("primaryMessage", "You cook less and sell more, version " + round + ".");
    }

    private static Refusal refused(Entrance entrance, Runnable late) {
        var refused = catchThrowableOfType(
                Refusal.class,
                () -> entrance.during(() -> {
                    late.run();
                    return "done";
                }));
        assertThat(refused).as("a refusal").isNotNull();
        return refused;
    }

    private List<String> openTasks() {
        return handoff.tasks().stream().map(Task::getTaskDefinitionKey).toList();
    }
}
