package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.Walk;
import dev.baton.journal.Event;
import dev.baton.journal.Journal;
import dev.baton.journal.JournalEvent;
import dev.baton.journal.Status;
import dev.baton.packages.DeployedContracts;
import dev.baton.transfer.QualityPassed;
import dev.baton.transfer.QualityReturned;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Silence at every review: reminder at 24 hours, the accountable person at 48, then what the policy table says. */
@ServiceTest
class SilenceTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private ReminderSweep sweep;

    private Walk walk;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        walk = new Walk(handoff, contracts);
    }

    static Stream<Arguments> reviews() {
        return Stream.of(
                advances("review_brief", "brief", Walk::toBriefReview, "review_quality"),
                holds("review_quality", "quality-check", Walk::toQualityCheck, approved(), "receive_handoff"),
                holds("receive_handoff", "acceptance", Walk::toReceiver, Walk.acceptance(), "review_kickoff"),
                holds("review_kickoff", "kickoff", Walk::toKickoff, approved(), "work_quarter"),
                advances("review_progress", "progress-25", walk -> walk.toWork().report(25), "review_concept"),
                advances("review_progress", "progress-50", walk -> walk.toHalf().report(50), "work_quarter"),
                advances("review_concept", "concept", Walk::toConcept, "work_quarter"),
                advances("review_draft", "draft", Walk::toDraft, "finish_work"),
                advances("review_self", "self-review", Walk::toApproval, "review_strategicFit"),
                holds("review_finalApproval", "final-approval", Walk::toFinalApproval, approved(), "prepare_launch"),
                holds(
                        "review_preLaunch",
                        "pre-launch",
                        Walk::toPreLaunch,
                        Map.of("decision", "changes", "reason", "The link is dead."),
                        "prepare_launch"));
    }

    private static Arguments advances(String task, String review, Consumer<Walk> there, String next) {
        return Arguments.of(task, review, there, Map.of(), next);
    }

    private static Arguments holds(
            String task, String review, Consumer<Walk> there, Map<String, Object> answer, String next) {
        return Arguments.of(task, review, there, answer, next);
    }

    private static Map<String, Object> approved() {
        return Map.of("decision", "approved");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("reviews")
    void silenceIsNoticed(String task, String review, Consumer<Walk> there, Map<String, Object> answer, String next) {
        there.accept(walk);
        assertThat(openTasks()).containsExactly(task);
        var holds = !answer.isEmpty();

        handoff.pass(Duration.ofHours(23));
        sweep.sweep();
        assertThat(reminders(review)).isZero();
        handoff.pass(Duration.ofHours(1));
        sweep.sweep();
        sweep.sweep();
        assertThat(reminders(review)).isEqualTo(1);
        assertThat(openTasks()).containsExactly(task);

        handoff.pass(Duration.ofDays(1));
        assertThat(openTasks()).containsExactly("decide_escalated");
        assertThat(handoff.task("decide_escalated").getAssignee()).isEqualTo("ruth");
        assertThat(last(Escalated.class).detail())
                .containsEntry("review", review)
                .containsKey("reviewer");

        handoff.pass(Duration.ofDays(2));
        if (holds) {
            staysUntilSomebodyDecides(review, answer);
        } else {
            assertThat(last(AdvancedUnreviewed.class).detail()).containsEntry("review", review);
        }
        assertThat(openTasks()).containsExactly(next);
        assertThat(decided(review)).isEqualTo(holds ? 1 : 0);
    }

    private void staysUntilSomebodyDecides(String review, Map<String, Object> answer) {
        assertThat(openTasks()).containsExactly("decide_held");
        assertThat(journal.find(handoff.key()).orElseThrow().status()).isEqualTo(Status.HELD);
        var before = reminders(review);
        for (int day = 1; day <= 3; day++) {
            handoff.pass(Duration.ofDays(1));
            sweep.sweep();
        }
        assertThat(openTasks()).containsExactly("decide_held");
        assertThat(reminders(review) - before).isEqualTo(3);
        handoff.complete("ruth", "decide_held", answer);
    }

    private long reminders(String review) {
        return journal.events(handoff.key()).stream()
                .filter(event -> event.is(Reminded.class))
                .filter(event -> review.equals(event.detail().get("review")))
                .count();
    }

    private long decided(String review) {
        return journal.events(handoff.key()).stream()
                .filter(event -> List.of(Decided.class, QualityPassed.class, QualityReturned.class)
                        .contains(event.what().getClass()))
                .filter(event -> review.equals(event.detail().get("review")))
                .count();
    }

    private Event last(Class<? extends JournalEvent> kind) {
        return journal.events(handoff.key()).stream()
                .filter(event -> event.is(kind))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** The weekly sync opens meanwhile, and waits for nobody. */
    private List<String> openTasks() {
        return handoff.tasks().stream()
                .map(Task::getTaskDefinitionKey)
                .filter(task -> !task.equals("hold_sync"))
                .toList();
    }
}
