package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.camunda.DeployedForms;
import dev.baton.handoff.BranchOpened;
import dev.baton.handoff.Ended;
import dev.baton.harness.AnyAnswer;
import dev.baton.harness.Models;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.Story;
import dev.baton.harness.Walk;
import dev.baton.journal.Event;
import dev.baton.journal.Journal;
import dev.baton.packages.DeployedContracts;
import dev.baton.packages.GateJudged;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Handoffs of every model in which people answer or are silent by chance, each run drawn from its seed: no work without its
 * gate, no silent review without its escalation, nothing advanced that must be held.
 */
@ServiceTest
class SilencePatternsTests {

    private static final int SEEDS = 3;
    private static final int MOST_STEPS = 70;
    private static final double SILENT = 0.25;

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private DeployedForms forms;

    @Autowired
    private DeployedPolicies policies;

    @Autowired
    private TaskService tasks;

    static Stream<Arguments> runs() {
        return Models.all().stream()
                .sorted()
                .flatMap(model -> IntStream.range(0, SEEDS).mapToObj(seed -> Arguments.of(model, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("runs")
    void whoeverIsSilentNothingSlipsThrough(String model, int seed) {
        var random = new Random(seed);
        var answer = new AnyAnswer(handoff, forms, random);
        var walk = new Walk(handoff, contracts, model, Models.answers(model, people));
        walk.toBriefReview();

        for (var step = 0; step < MOST_STEPS && !open().isEmpty(); step++) {
            var open = open();
            var task = open.get(random.nextInt(open.size()));
            if (random.nextDouble() < SILENT) {
                handoff.pass(Duration.ofHours(24 + random.nextInt(48)));
            } else if (task.getTaskDefinitionKey().equals("prepare_launch")) {
                walk.prepareLaunch();
            } else if (!answer.complete(task, who(task))) {
                handoff.pass(Duration.ofHours(24 + random.nextInt(48)));
            }
            noWorkWithoutItsGate();
        }

        noReviewStaysUnansweredWithoutEscalation();
        nothingIsAdvancedThatMustBeHeld();
    }

    /** What is open in the handoff and in the branches of its partners. */
    private List<Task> open() {
        var branches = new Story(journal, handoff.key())
                .of(BranchOpened.class).stream().map(event -> event.detail().get("branch"));
        return Stream.concat(Stream.of(handoff), branches.map(key -> handoff.branch(String.valueOf(key))))
                .flatMap(one -> one.tasks().stream())
                .toList();
    }

    private void noWorkWithoutItsGate() {
        var atWork = handoff.tasks().stream()
                .anyMatch(task -> List.of("work_quarter", "finish_work").contains(task.getTaskDefinitionKey()));
        assertThat(atWork
                        && gates().stream()
                                .noneMatch(gate ->
                                        Boolean.TRUE.equals(gate.detail().get("complete"))))
                .isFalse();
    }

    private List<Event> gates() {
        return new Story(journal, handoff.key()).of(GateJudged.class);
    }

    /** Whoever was asked more than 48 hours ago has answered, was escalated, or their task was closed with what asked it. */
    private void noReviewStaysUnansweredWithoutEscalation() {
        var story = new Story(journal, handoff.key());
        if (!story.of(Ended.class).isEmpty()) {
            return;
        }
        var late = Scenario.now().minus(Duration.ofHours(49));
        var escalated = new HashSet<String>();
        story.of(Escalated.class)
                .forEach(event -> escalated.add(String.valueOf(event.detail().get("review"))));
        assertThat(open())
                .filteredOn(task -> task.getCreateTime().toInstant().isBefore(late))
                .filteredOn(task -> task.getTaskDefinitionKey().startsWith("review_"))
                .as("reviews that nobody answered and nobody escalated; escalated: %s", escalated)
                .isEmpty();
    }

    private void nothingIsAdvancedThatMustBeHeld() {
        assertThat(new Story(journal, handoff.key()).of(AdvancedUnreviewed.class))
                .allSatisfy(event -> assertThat(policies.current()
                                .policy(String.valueOf(event.detail().get("review")))
                                .onSilence())
                        .isEqualTo(Silence.ADVANCE));
    }

    private String who(Task task) {
        if (task.getAssignee() != null) {
            return task.getAssignee();
        }
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getGroupId())
                .filter(group -> group != null)
                .findFirst()
                .orElse(People.ADMIN);
    }
}
