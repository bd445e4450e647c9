package dev.baton.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.journal.Filter;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.journal.Sort;
import dev.baton.shared.Json;
import dev.baton.shared.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A team asks which model fits, and starts it with what it has said already. */
@ServiceTest
class ModelSelectionProcessTests {

    private static final Map<String, Object> BIG_AND_TIGHT =
            Map.of("teamSize", 9, "partner", "freelancers", "complexity", "simple", "budget", "tight", "time", "fast");

    @Autowired
    private Scenario scenario;

    @Autowired
    private People people;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private Journal journal;

    private final String campaign = "Autumn " + UUID.randomUUID();

    @Test
    void whoeverAsksReadsTheModelAndTheReasons() {
        var selection = ask(BIG_AND_TIGHT);
        var task = task(selection);

        assertThat(task.getName()).isEqualTo("Choose a model");
        assertThat(task.getAssignee()).isEqualTo(people.named("strategist"));
        assertThat(String.valueOf(shown(task, "recommendation")))
                .startsWith("Documentation first handoff fits best. Next comes: Sprint handoff.")
                .contains("Planned from today, a campaign launches with it on 20")
                .contains(
                        "Team size (9 people, freelancers): Hybrid handoff or Documentation first handoff. With eight")
                .contains("Complexity (simple): ")
                .contains("Budget and time (budget tight, time fast): ");
        assertThat(shown(task, "chosenModel")).isEqualTo(ProcessKeys.DOCUMENTATION_FIRST);
    }

    @Test
    void theChosenModelStartsWithTheAnswersThatWereGiven() {
        var answers = new HashMap<>(BIG_AND_TIGHT);
        answers.put("campaign", campaign);
        var selection = ask(answers);
        answer(selection, Map.of("startNow", "begin", "chosenModel", ProcessKeys.DOCUMENTATION_FIRST));

        var start = task(selection);
        assertThat(start.getName()).isEqualTo("Start the chosen model: " + campaign);
        assertThat(shown(start, "complexity")).isEqualTo("simple");
        assertThat(shown(start, "executionParty")).isEqualTo("external");
        assertThat(form(start)).contains("Who answers for the result");

        answer(selection, startAnswers("2031-03-03"));

        assertThat(selection).isEnded().hasPassed("start_handoff", "end_handoffStarted");
        var started = handoff();
        assertThat(started.model()).isEqualTo(ProcessKeys.DOCUMENTATION_FIRST);
        assertThat(started.startedBy()).isEqualTo(people.named("strategist"));
        assertThat(started.id()).startsWith("autumn-");
        assertThat(started.facts().complexity()).isEqualTo("simple");
        assertThat(started.facts().executionParty()).isEqualTo("external");
        assertThat(started.facts().launchDate()).isEqualTo(LocalDate.of(2031, 3, 3));
        assertThat(started.facts().accountable()).contains(people.named("manager"));
    }

    @Test
    void whatBreaksARuleOfTheStartIsRefusedAndTheTaskStays() {
        var selection = ask(BIG_AND_TIGHT);
        answer(selection, Map.of("startNow", "begin", "chosenModel", ProcessKeys.DOCUMENTATION_FIRST));

        assertThatThrownBy(() -> answer(selection, startAnswers("2020-03-03")))
                .isInstanceOf(Refusal.class)
                .hasMessage("The launch date 2020-03-03 is in the past: give today or a later day.");
        assertThat(selection).isWaitingAt("prepare_start");
        assertThat(handoffs()).isEmpty();
    }

    @Test
    void nobodyStartsAModelThatTheirRolesDoNotStart() {
        var selection = ask(BIG_AND_TIGHT);
        answer(selection, Map.of("startNow", "begin", "chosenModel", ProcessKeys.DOCUMENTATION_FIRST));
        tasks.setAssignee(task(selection).getId(), people.named("creative"));

        assertThatThrownBy(() -> answerAs("creative", selection, startAnswers("2031-03-03")))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Your roles do not start \"documentation-first-handoff\"");
        assertThat(handoffs()).isEmpty();
    }

    @Test
    void aModelThatIsNotThereIsNotChosen() {
        var selection = ask(BIG_AND_TIGHT);

        assertThatThrownBy(() -> answer(selection, Map.of("startNow", "begin", "chosenModel", "waterfall-handoff")))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("There is no handoff model \"waterfall-handoff\": use one of approval, ");
    }

    @Test
    void whoeverOnlyWantedToKnowStartsNothing() {
        var selection = ask(BIG_AND_TIGHT);
        answer(selection, Map.of("startNow", "only-asked"));

        assertThat(selection).isEnded().hasPassed("end_recommendationRead");
        assertThat(handoffs()).isEmpty();
    }

    @Test
    void aSelectionThatNobodyCompletesGoesAfterThirtyDays() {
        var notChosen = ask(BIG_AND_TIGHT);
        scenario.pass(Duration.ofDays(31));
        fire(notChosen);
        assertThat(notChosen).isEnded().hasPassed("timer_chooseModel30d", "end_selectionExpired");

        var notPrepared = ask(BIG_AND_TIGHT);
        answer(notPrepared, Map.of("startNow", "begin", "chosenModel", ProcessKeys.TRANSFER));
        scenario.pass(Duration.ofDays(31));
        fire(notPrepared);
        assertThat(notPrepared).isEnded().hasPassed("timer_prepareStart30d", "end_selectionExpired");
    }

    @Test
    void aSmallTeamIsAskedWhoItsPartnerIs() {
        var answers = new HashMap<>(BIG_AND_TIGHT);
        answers.put("teamSize", 2);
        answers.remove("partner");

        assertThatThrownBy(() -> ask(answers))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Whom do you work with?");
    }

    @Test
    void aSelectionHasNoBusinessKeyWhichWouldBeAHandoffs() {
        assertThatThrownBy(() ->
                        scenario.startAs("strategist", ProcessKeys.MODEL_SELECTION, scenario.key(), BIG_AND_TIGHT))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Leave the business key out");
    }

    private Map<String, Object> startAnswers(String launchDate) {
        return Map.of(
                "campaign",
                campaign,
                "launchDate",
                launchDate,
                "complexity",
                "simple",
                "executionParty",
                "external",
                "raci",
                Map.of("accountable", people.named("manager"), "responsible", people.named("execution-owner")),
                "team",
                Map.of("strategist", people.named("strategist"), "qualityOwner", people.named("quality-owner")));
    }

    private ProcessInstance ask(Map<String, Object> answers) {
        return scenario.startAs("strategist", ProcessKeys.MODEL_SELECTION, null, answers);
    }

    private void answer(ProcessInstance selection, Map<String, ?> answers) {
        answerAs("strategist", selection, answers);
    }

    private void answerAs(String who, ProcessInstance selection, Map<String, ?> answers) {
        var values = new HashMap<String, Object>(answers);
        values.replaceAll((name, value) -> value instanceof Map
                ? SpinValues.jsonValue(Json.MAPPER.valueToTree(value).toString())
                        .create()
                : value);
        var task = task(selection).getId();
        scenario.as(who, () -> {
            forms.submitTaskForm(task, values);
            return task;
        });
    }

    private Task task(ProcessInstance selection) {
        return tasks.createTaskQuery()
                .processInstanceId(selection.getId())
                .initializeFormKeys()
                .singleResult();
    }

    private @Nullable Object shown(Task task, String variable) {
        return forms.getTaskFormVariables(task.getId()).get(variable);
    }

    private String form(Task task) {
        try (var form = forms.getDeployedTaskForm(task.getId())) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void fire(ProcessInstance selection) {
        var timer = jobs.createJobQuery().processInstanceId(selection.getId()).singleResult();
        jobs.executeJob(timer.getId());
    }

    private Handoff handoff() {
        return handoffs().get(0);
    }

    private List<Handoff> handoffs() {
        return journal.find(new Filter(null, null, campaign, null, null, null), 0, 10, Sort.LATEST)
                .items();
    }
}
