package dev.baton.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.handoff.FactChanges;
import dev.baton.handoff.FactsChanged;
import dev.baton.harness.Brief;
import dev.baton.harness.People;
import dev.baton.harness.Race;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.Walk;
import dev.baton.journal.Journal;
import dev.baton.packages.DeployedContracts;
import dev.baton.shared.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A handoff has a plan from its start: work is due by it, it follows what happens, and a launch too soon is taken on. */
@ServiceTest
class PlanOfHandoffTests {

    private static final int FAR = 90;

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private FactChanges facts;

    @Autowired
    private HandoffPlans plans;

    @Autowired
    private PlanSweep sweep;

    private LocalDate today;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        today = today();
    }

    @Test
    void workIsDueByThePlanWhichTheJournalKeeps() {
        start(FAR);

        assertThat(planned()).singleElement().satisfies(plan -> {
            assertThat(plan.feasible()).isTrue();
            assertThat(plan.launchDate()).isEqualTo(today.plusDays(FAR).toString());
            assertThat(plan.moved()).isEmpty();
        });
        assertThat(plans.view(handoff.key()).orElseThrow().stages())
                .extracting(PlanView.StageView::stage)
                .containsExactly("documents", "handover", "work", "approval", "launch-preparation");
        assertThat(due("write_documents")).isEqualTo(asked("documents"));
    }

    @Test
    void anotherLaunchDateMovesThePlanAndWhatIsOpen() {
        start(FAR);
        var before = asked("documents");
        change("strategist", today.plusDays(FAR + 14));

        assertThat(asked("documents")).isEqualTo(before.plusDays(14));
        assertThat(due("write_documents")).isEqualTo(before.plusDays(14));
        assertThat(planned().get(1).moved())
                .hasSize(5)
                .allSatisfy(moved -> assertThat(moved.days()).isEqualTo(14));
    }

    @Test
    void aStageThatBeginsLateMovesTheRestAsFarAsItHasTo() {
        handoff.start("strategist", Walk.MODEL, Brief.start());
        var before = plans.days(handoff.key());
        handoff.pass(Duration.ofDays(15));
        handoff.complete("strategist", "write_documents");
        approve("manager", "review_brief");
        approve("quality-owner", "review_quality");
        handoff.complete("execution-owner", "receive_handoff", Walk.acceptance());

        assertThat(handoff.task("review_kickoff").getName()).startsWith("Hold the kickoff");
        var plan = planned().get(1);
        assertThat(plan.feasible()).isFalse();
        assertThat(plan.moved())
                .extracting(Planned.Moved::stage)
                .contains("work")
                .doesNotContain("documents");
        assertThat(asked("work")).isAfter(before.get("work"));
        assertThat(plans.view(handoff.key()).orElseThrow().stages().get(0).done())
                .isEqualTo(today.plusDays(15));
    }

    @Test
    void workThatIsStillOpenAfterItsDayMovesTheRestAndStaysDueWhenItWas() {
        new Walk(handoff, contracts).toWork();
        var before = plans.days(handoff.key());
        var due = due("work_quarter");
        pass(asked("work").plusDays(2));
        sweep.sweep();

        assertThat(asked("work")).isEqualTo(today());
        assertThat(due("work_quarter")).isEqualTo(due);
        assertThat(asked("approval")).isAfter(before.get("approval"));
        var plan = planned().get(1);
        assertThat(plan.moved()).extracting(Planned.Moved::stage).contains("work", "approval");
        assertThat(plan.moved().get(0).days()).isEqualTo(2);
        assertThat(plans.view(handoff.key()).orElseThrow().stages())
                .filteredOn(stage -> stage.stage().equals("work"))
                .extracting(PlanView.StageView::done)
                .containsOnlyNulls();
    }

    @Test
    void workThatIsReviewedIsNotLate() {
        handoff.start("strategist", Walk.MODEL, Brief.start());
        var due = asked("documents");
        pass(due);
        handoff.complete("strategist", "write_documents");
        pass(due.plusDays(1));
        sweep.sweep();

        assertThat(planned()).hasSize(1);
        assertThat(plans.toLookAt(today())).doesNotContain(handoff.key());
        assertThat(plans.toLookAt(today().plusDays(1))).contains(handoff.key());
    }

    @Test
    void aHandoffThatIsOverIsNotLookedAtAgain() {
        start(FAR);
        var due = due("write_documents");
        handoff.cancel(journal.find(handoff.key()).orElseThrow().processInstanceId(), "No budget.");
        pass(due.plusDays(1));
        sweep.sweep();

        assertThat(planned()).hasSize(1);
        assertThat(plans.toLookAt(LocalDate.MAX.withYear(9999))).doesNotContain(handoff.key());
    }

    @Test
    void twoPlansOfOneHandoffAreMadeOneAfterTheOther() throws Exception {
        start(FAR);
        var due = due("write_documents");
        pass(due.plusDays(2));
        var launch = today.plusDays(FAR + 14);
        var got = Race.of(List.of(this::swept, this::swept, () -> change("ruth", launch)));

        assertThat(got).containsOnly(true);
        assertThat(planned()).hasSizeBetween(2, 3);
        assertThat(plans.view(handoff.key()).orElseThrow().launchDate()).isEqualTo(launch);
        assertThat(asked("documents")).isEqualTo(due.plusDays(14));
    }

    @Test
    void whatGoesAsPlannedIsNoNews() {
        new Walk(handoff, contracts).toWork();

        assertThat(planned()).hasSize(1);
    }

    @Test
    void aLaunchThatIsTooSoonWaitsForTheAccountablePersonWhoKeepsIt() {
        start(5);
        var decide = handoff.task("decide_launchDate");
        assertThat(decide.getAssignee()).isEqualTo("ruth");
        assertThat(handoff.tasks()).hasSize(1);

        handoff.complete("ruth", "decide_launchDate", Map.of("launchDecision", "keep"));

        assertThat(journal.events(handoff.key(), Set.of(LaunchDateConfirmed.class)))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.who()).isEqualTo("ruth");
                    assertThat(event.as(LaunchDateConfirmed.class).orElseThrow().launchDate())
                            .isEqualTo(today.plusDays(5).toString());
                });
        assertThat(due("write_documents")).as("as early as it can be done").isEqualTo(asked("documents"));
    }

    @Test
    void aLaunchThatIsTooSoonWaitsForTheAccountablePersonWhoMovesIt() {
        start(5);
        handoff.complete("ruth", "decide_launchDate", moveTo(today.plusDays(6)));
        assertThat(handoff.task("decide_launchDate").getAssignee())
                .as("still too soon")
                .isEqualTo("ruth");
        handoff.complete("ruth", "decide_launchDate", moveTo(today.plusDays(FAR)));

        assertThat(handoff.task("write_documents")).isNotNull();
        assertThat(journal.find(handoff.key()).orElseThrow().launchDate()).isEqualTo(today.plusDays(FAR));
        assertThat(journal.events(handoff.key(), Set.of(LaunchDateConfirmed.class)))
                .isEmpty();
    }

    @Test
    void whileItRunsOnlyTheAccountablePersonSetsALaunchThatIsTooSoon() {
        start(FAR);

        assertThatThrownBy(() -> change("strategist", today.plusDays(5)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("at the earliest")
                .hasMessageContaining("let ruth set this one");
        assertThat(journal.events(handoff.key(), Set.of(FactsChanged.class))).isEmpty();
        change("ruth", today.plusDays(5));
        assertThat(plans.view(handoff.key()).orElseThrow().feasible()).isFalse();
    }

    @Test
    void whereTheLaunchDateIsTakenAwayThereIsNoPlanUntilAnotherIsAgreed() {
        start(FAR);
        change("strategist", null);
        assertThat(plans.view(handoff.key())).isEmpty();
        assertThat(handoff.task("write_documents").getDueDate()).isNull();

        change("strategist", today.plusDays(FAR));
        assertThat(due("write_documents")).isEqualTo(asked("documents"));
    }

    private void start(int days) {
        var start = new HashMap<>(Brief.start());
        var launch = today.plusDays(days).toString();
        start.put("launchDate", launch);
        start.remove("executionBrief");
        handoff.start("strategist", Walk.MODEL, start);
    }

    private void pass(LocalDate day) {
        handoff.pass(Duration.ofDays(ChronoUnit.DAYS.between(today(), day)));
    }

    private void approve(String role, String review) {
        handoff.complete(role, review, Map.of("decision", "approved"));
    }

    private static Map<String, Object> moveTo(LocalDate day) {
        return Map.of("launchDecision", "move", "newLaunchDate", day.toString(), "reason", "The venue is free later.");
    }

    private boolean swept() {
        sweep.sweep();
        return true;
    }

    private boolean change(String who, @Nullable LocalDate launch) {
        return handoff.as(who, () -> {
            facts.change(
                    journal.find(handoff.key()).orElseThrow(),
                    JsonNodeFactory.instance.objectNode().put("launchDate", Objects.toString(launch, null)),
                    "The venue is free on that day.");
            return true;
        });
    }

    private List<Planned> planned() {
        return journal.events(handoff.key(), Set.of(Planned.class)).stream()
                .flatMap(event -> event.as(Planned.class).stream())
                .toList();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC);
    }

    private LocalDate asked(String stage) {
        return Objects.requireNonNull(plans.days(handoff.key()).get(stage));
    }

    private LocalDate due(String task) {
        return LocalDate.ofInstant(handoff.task(task).getDueDate().toInstant(), ZoneOffset.UTC);
    }
}
