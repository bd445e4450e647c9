package dev.baton.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.handoff.FactChanges;
import dev.baton.handoff.FactsChanged;
import dev.baton.handoff.Launched;
import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.Walk;
import dev.baton.journal.Event;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.journal.JournalEvent;
import dev.baton.journal.Status;
import dev.baton.packages.DeployedContracts;
import dev.baton.shared.FieldError;
import dev.baton.shared.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A cleared campaign launches on its day, and the retrospective counts from the day it really went live. */
@ServiceTest
class LaunchDayTests {

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
    private RuntimeService runtime;

    private Walk walk;
    private LocalDate start;
    private LocalDate agreed;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        walk = new Walk(handoff, contracts);
        start = LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC);
        agreed = start.plusDays(28);
    }

    @Test
    void aClearedCampaignWaitsForItsDay() {
        walk.toLaunch();

        var task = handoff.task("launch_campaign");
        assertThat(task.getDueDate().toInstant()).isEqualTo(agreed + "T23:59:59Z");
        assertThat(handoff.variable(task, "launchDate")).isEqualTo(agreed.toString());
        assertThat(handoff.variable(task, "launchPackage")).asString().contains("contingencyPlan");
        assertThat(summary().status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void beforeItsDayNobodyLaunches() {
        walk.toLaunch();
        handoff.pass(untilMorningOf(agreed).minusSeconds(1));

        refused("launchReport", () -> launch(Map.of()))
                .contains("The launch date is " + agreed, "today is " + agreed.minusDays(1), "new launch date");
        assertThat(summary().status()).isEqualTo(Status.APPROVED);
        assertThat(open()).isEqualTo("launch_campaign");
    }

    @Test
    void onItsDayItLaunchesAndIsLookedBackOnWithinSevenDays() {
        walk.toLaunch();
        handoff.pass(untilMorningOf(agreed));
        launch(Map.of());

        assertThat(summary().status()).isEqualTo(Status.LAUNCHED);
        assertThat(launched()).containsEntry("launchedOn", agreed.toString());
        assertThat(holdBy()).isEqualTo(agreed.plusDays(7).toString());
    }

    @Test
    void aLateLaunchIsRecordedAsItWas() {
        walk.toLaunch();
        handoff.pass(untilMorningOf(agreed.plusDays(5)));
        launch(Map.of("launchedOn", agreed.plusDays(2).toString()));

        assertThat(launched())
                .containsEntry("launchDate", agreed.toString())
                .containsEntry("launchedOn", agreed.plusDays(2).toString());
        assertThat(holdBy()).isEqualTo(agreed.plusDays(9).toString());
    }

    @Test
    void nothingWasLiveBeforeItsDayOrOnADayToCome() {
        walk.toLaunch();
        handoff.pass(untilMorningOf(agreed.plusDays(1)));

        refused("launchedOn", () -> launch(Map.of("launchedOn", agreed.minusDays(1))))
                .contains("The launch date is " + agreed);
        refused("launchedOn", () -> launch(Map.of("launchedOn", agreed.plusDays(2))))
                .contains("still to come");
        assertThat(open()).isEqualTo("launch_campaign");
    }

    @Test
    void whoLaunchesMovesTheLaunchDateForEverybody() {
        walk.toLaunch();
        var sooner = start.plusDays(3);
        walk.moveLaunch(sooner);

        assertThat(summary().launchDate()).isEqualTo(sooner);
        assertThat(lastOf(FactsChanged.class).detail())
                .containsEntry("reason", "The venue is not free.")
                .extractingByKey("changes")
                .asString()
                .contains(agreed.toString(), sooner.toString());
        var task = handoff.task("launch_campaign");
        assertThat(task.getDueDate().toInstant()).isEqualTo(sooner + "T23:59:59Z");
        assertThat(handoff.variable(task, "launchDate")).isEqualTo(sooner.toString());

        handoff.pass(untilMorningOf(sooner));
        launch(Map.of());
        assertThat(launched()).containsEntry("launchDate", sooner.toString());
    }

    @Test
    void aNewLaunchDateIsAnotherDayAndStillToCome() {
        walk.toLaunch();

        refused("newLaunchDate", () -> walk.moveLaunch(agreed)).contains("already");
        refused("newLaunchDate", () -> walk.moveLaunch(start.minusDays(1))).contains("in the past");
        assertThat(summary().launchDate()).isEqualTo(agreed);
        assertThat(open()).isEqualTo("launch_campaign");
    }

    @Test
    void whatIsNotReadyGoesBackWithTheReason() {
        walk.toLaunch();
        handoff.complete(
                "execution-owner",
                "launch_campaign",
                Map.of("launchReport", "not-ready", "reason", "The tracking counts nothing."));

        assertThat(open()).isEqualTo("prepare_launch");
        assertThat(handoff.variable(handoff.task("prepare_launch"), "reviewReason"))
                .isEqualTo("The tracking counts nothing.");
    }

    @Test
    void withoutALaunchDateItLaunchesToday() {
        walk.toLaunch();
        handoff.as("manager", () -> {
            facts.change(
                    summary(),
                    JsonNodeFactory.instance.objectNode().putNull("launchDate"),
                    "It goes when it is ready.");
            return true;
        });

        assertThat(handoff.task("launch_campaign").getDueDate()).isNull();
        launch(Map.of());
        assertThat(launched()).containsEntry("launchedOn", start.toString()).doesNotContainKey("launchDate");
    }

    private void launch(Map<String, ?> further) {
        var answer = new HashMap<String, Object>(Map.of("launchReport", "live"));
        further.forEach((name, value) -> answer.put(name, value.toString()));
        handoff.complete("execution-owner", "launch_campaign", answer);
    }

    private static AbstractStringAssert<?> refused(String field, ThrowingCallable deed) {
        return assertThatThrownBy(deed)
                .isInstanceOf(Refusal.class)
                .extracting(refusal -> ((Refusal) refusal).fields(), InstanceOfAssertFactories.list(FieldError.class))
                .singleElement()
                .satisfies(error -> assertThat(error.field()).isEqualTo(field))
                .extracting(FieldError::message, InstanceOfAssertFactories.STRING);
    }

    private static Duration untilMorningOf(LocalDate day) {
        return Duration.between(Scenario.now(), day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** The weekly sync opens meanwhile, and waits for nobody. */
    private String open() {
        return handoff.tasks().stream()
                .map(Task::getTaskDefinitionKey)
                .filter(task -> !task.equals("hold_sync"))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private @Nullable Object holdBy() {
        return runtime.getVariable(handoff.process(ProcessKeys.RETROSPECTIVE).getId(), "holdBy");
    }

    private Map<String, Object> launched() {
        return lastOf(Launched.class).detail();
    }

    private Event lastOf(Class<? extends JournalEvent> kind) {
        return journal.events(handoff.key()).stream()
                .filter(event -> event.is(kind))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private Handoff summary() {
        return journal.find(handoff.key()).orElseThrow();
    }
}
