package dev.baton.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.harness.People;
import dev.baton.harness.Race;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.SingleTransfer;
import dev.baton.harness.Story;
import dev.baton.journal.Event;
import dev.baton.journal.Journal;
import dev.baton.packages.DeployedContracts;
import dev.baton.people.Deputies;
import dev.baton.shared.Refusal;
import dev.baton.transfer.QualityPassed;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Open tasks go to a deputy when an absence begins, and come back when it is over or taken back. */
@ServiceTest
class AbsencesTests {

    private static final String QUALITY_CHECK = "review_quality";

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private Deputies deputies;

    @Autowired
    private Absences absences;

    @Autowired
    private AbsenceSweep sweep;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    private SingleTransfer transfer;
    private Story story;
    private LocalDate today;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver", "quality-owner");
        people.named("eva", "quality-owner");
        people.named("dan", "quality-owner");
        people.named("fred", "quality-owner");
        people.named("olga", "operations");
        transfer = new SingleTransfer(handoff, contracts);
        story = new Story(journal, handoff.key());
        today = LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC);
    }

    @AfterEach
    void everybodyIsBack() {
        deputies.all().forEach(deputy -> deputies.remove(deputy.person(), deputy.from()));
    }

    @Test
    void whatIsOpenGoesToTheDeputyAtOnceAndTheRecordNamesBoth() {
        evaChecks();

        var absence = away("eva", "eva", "dan", 0, 3);

        assertThat(holder()).isEqualTo("dan");
        assertThat(absence.moved()).singleElement().satisfies(moved -> {
            assertThat(moved.handoff()).isEqualTo(handoff.key());
            assertThat(moved.name()).isEqualTo("Check the substance: Autumn menu");
        });
        assertThat(moves()).containsExactly("eva → dan, away, by eva");
        handoff.complete("dan", QUALITY_CHECK, Map.of("decision", "approved"));
        assertThat(story.detail(QualityPassed.class))
                .containsEntry("reviewer", "dan")
                .containsEntry("standsInFor", "eva");
    }

    @Test
    void anAbsenceThatLiesAheadBeginsOnItsFirstDay() {
        evaChecks();
        away("eva", "eva", "dan", 1, 3);
        sweep.sweep();
        assertThat(holder()).isEqualTo("eva");

        handoff.pass(Duration.ofDays(1));
        sweep.sweep();
        sweep.sweep();

        assertThat(holder()).isEqualTo("dan");
        assertThat(moves()).containsExactly("eva → dan, away, by engine");
    }

    @Test
    void whatTheDeputyStillHoldsReturnsWhenTheLastDayIsOver() {
        evaChecks();
        away("eva", "eva", "dan", 0, 0);

        handoff.pass(Duration.ofDays(1));
        sweep.sweep();
        sweep.sweep();

        assertThat(holder()).isEqualTo("eva");
        assertThat(moves()).containsExactly("eva → dan, away, by eva", "dan → eva, back, by engine");
        handoff.complete("eva", QUALITY_CHECK, Map.of("decision", "approved"));
        assertThat(story.detail(QualityPassed.class))
                .containsEntry("reviewer", "eva")
                .doesNotContainKey("standsInFor");
    }

    @Test
    void aNewTaskOfTheAbsenceReturnsToo() {
        away("eva", "eva", "dan", 0, 0);
        evaChecks();
        assertThat(holder()).isEqualTo("dan");

        handoff.pass(Duration.ofDays(1));
        sweep.sweep();

        assertThat(holder()).isEqualTo("eva");
    }

    @Test
    void aDeputyTakenBackGivesBackWhatIsOpen() {
        evaChecks();
        away("eva", "eva", "dan", 0, 3);

        var moved = handoff.as("eva", () -> absences.end("eva", today));

        assertThat(moved)
                .singleElement()
                .satisfies(back -> assertThat(back.to()).isEqualTo("eva"));
        assertThat(holder()).isEqualTo("eva");
        assertThat(moves()).last().isEqualTo("dan → eva, back, by eva");
        assertThat(deputies.all()).isEmpty();
    }

    @Test
    void whatSomebodyGotByHandStaysWithThem() {
        evaChecks();
        away("eva", "eva", "dan", 0, 0);
        handoff.as("admin", () -> {
            tasks.setAssignee(handoff.task(QUALITY_CHECK).getId(), "fred");
            return true;
        });

        handoff.pass(Duration.ofDays(1));
        sweep.sweep();

        assertThat(holder()).isEqualTo("fred");
        assertThat(moves()).hasSize(1);
    }

    @Test
    void whatThePersonTakesBackByHandWhileAwayStaysWithThem() {
        evaChecks();
        away("eva", "eva", "dan", 0, 2);
        handoff.as("admin", () -> {
            tasks.setAssignee(handoff.task(QUALITY_CHECK).getId(), "eva");
            return true;
        });

        handoff.pass(Duration.ofDays(1));
        sweep.sweep();

        assertThat(holder()).isEqualTo("eva");
    }

    @Test
    void aTaskThatSomebodyTookFromTheGroupGoesToTheDeputyToo() {
        transfer.toQualityCheck();
        tasks.claim(handoff.task(QUALITY_CHECK).getId(), "eva");

        away("olga", "eva", "dan", 0, 0);

        assertThat(holder()).isEqualTo("dan");
        assertThat(moves()).containsExactly("eva → dan, away, by olga");
    }

    @Test
    void aDeputyWhoIsAwayTooPassesOnWhatTheyHoldForOthersAndGetsItBack() {
        evaChecks();
        away("eva", "eva", "dan", 0, 5);
        away("dan", "dan", "fred", 0, 0);
        assertThat(holder()).isEqualTo("fred");

        handoff.pass(Duration.ofDays(1));
        sweep.sweep();
        assertThat(holder()).isEqualTo("dan");
        assertThat(moves())
                .containsExactly("eva → dan, away, by eva", "dan → fred, away, by dan", "fred → dan, away, by engine");
    }

    @Test
    void aSuspendedHandoffDoesNotKeepItsTasksFromTheDeputy() {
        evaChecks();
        var instance = handoff.task(QUALITY_CHECK).getProcessInstanceId();
        runtime.suspendProcessInstanceById(instance);

        away("eva", "eva", "dan", 0, 3);

        assertThat(holder()).isEqualTo("dan");
        assertThat(handoff.task(QUALITY_CHECK).isSuspended()).isTrue();
        runtime.activateProcessInstanceById(instance);
    }

    @Test
    void twoWhoNameEachOtherAtTheSameMomentCloseNoCircle() throws Exception {
        for (var round = 0; round < Race.ROUNDS; round++) {
            everybodyIsBack();
            Callable<Object> eva = () -> away("eva", "eva", "dan", 0, 3);
            Callable<Object> dan = () -> away("dan", "dan", "eva", 0, 3);

            var got = Race.of(List.of(eva, dan));

            assertThat(got).filteredOn(Absence.class::isInstance).hasSize(1);
            assertThat(got)
                    .filteredOn(Refusal.class::isInstance)
                    .singleElement()
                    .satisfies(refused ->
                            assertThat(((Refusal) refused).getMessage()).contains("round in a circle"));
        }
    }

    @Test
    void nodesThatSweepAtTheSameMomentMoveATaskOnce() throws Exception {
        evaChecks();
        deputies.add("eva", "dan", today, today);

        Race.of(3, () -> {
            sweep.sweep();
            return true;
        });

        assertThat(holder()).isEqualTo("dan");
        assertThat(moves()).hasSize(1);
    }

    @Test
    void aTaskThatIsCreatedWhileADeputyIsNamedGoesToTheDeputyWithTheNextSweep() {
        transaction.executeWithoutResult(status -> {
            evaChecks();
            CompletableFuture.supplyAsync(() -> away("eva", "eva", "dan", 0, 3)).join();
        });
        assertThat(holder()).isEqualTo("eva");

        sweep.sweep();

        assertThat(holder()).isEqualTo("dan");
        assertThat(moves()).containsExactly("eva → dan, away, by engine");
    }

    @Test
    void everythingThatCannotBeIsNamedAtOnce() {
        assertThatThrownBy(() -> handoff.as(
                        "eva",
                        () -> absences.add(
                                "eva",
                                new NewDeputy("nobody-here", today.minusDays(1).toString(), "soon"))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields())
                                .extracting(error -> error.field())
                                .containsExactly("deputy", "firstDay", "lastDay"));
        assertThat(deputies.all()).isEmpty();
    }

    private void evaChecks() {
        transfer.startWith(transfer.brief(), Map.of("team", Map.of("qualityOwner", "eva")));
    }

    private Absence away(String who, String person, String deputy, int first, int last) {
        return handoff.as(
                who,
                () -> absences.add(
                        person,
                        new NewDeputy(
                                deputy,
                                today.plusDays(first).toString(),
                                today.plusDays(last).toString())));
    }

    private String holder() {
        return handoff.task(QUALITY_CHECK).getAssignee();
    }

    private List<String> moves() {
        return story.of(TaskMoved.class).stream().map(AbsencesTests::inWords).toList();
    }

    private static String inWords(Event event) {
        var moved = (TaskMoved) event.what();
        return "%s → %s, %s, by %s".formatted(moved.from(), moved.to(), moved.why(), event.who());
    }
}
