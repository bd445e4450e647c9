package dev.baton.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.SingleTransfer;
import dev.baton.packages.DeployedContracts;
import dev.baton.people.Deputies;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "I am away" as Tasklist starts it: the deputy is named, what moved is shown, and the work is taken back. */
@ServiceTest
class AbsenceNoticeTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private Deputies deputies;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    private LocalDate today;

    @BeforeEach
    void evaChecksTheQuality() {
        people.named("ruth", "final-approver", "quality-owner");
        people.named("eva", "quality-owner");
        people.named("dan", "quality-owner");
        people.named("olga", "operations");
        today = LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC);
        var transfer = new SingleTransfer(handoff, contracts);
        transfer.startWith(transfer.brief(), Map.of("team", Map.of("qualityOwner", "eva")));
    }

    @AfterEach
    void everybodyIsBack() {
        deputies.all().forEach(deputy -> deputies.remove(deputy.person(), deputy.from()));
    }

    @Test
    void whoeverIsAwaySeesWhatHasMovedAndTakesItBack() {
        start("eva", Map.of());

        assertThat(holder()).isEqualTo("dan");
        assertThat(forms.getTaskFormVariables(notice("eva").getId()).get("movedTasks"))
                .asString()
                .contains("Check the substance: Autumn menu: with dan");
        handoff.as("eva", () -> {
            forms.submitTaskForm(notice("eva").getId(), Map.of());
            return true;
        });
        assertThat(holder()).isEqualTo("eva");
        assertThat(deputies.all()).isEmpty();
        assertThat(running()).isZero();
    }

    @Test
    void aDeputyWhoWasTakenBackElsewhereIsNoObstacle() {
        start("eva", Map.of());
        deputies.remove("eva", today);

        handoff.as("eva", () -> {
            forms.submitTaskForm(notice("eva").getId(), Map.of());
            return true;
        });

        assertThat(running()).isZero();
    }

    @Test
    void theNoticeGoesWhenTheLastDayIsOver() {
        start("eva", Map.of());
        var timer = management
                .createJobQuery()
                .processDefinitionKey(ProcessKeys.ABSENCE)
                .singleResult();

        assertThat(timer.getDuedate().toInstant())
                .isEqualTo(today.plusDays(3).atStartOfDay(ZoneOffset.UTC).toInstant());
        management.executeJob(timer.getId());
        assertThat(running()).isZero();
    }

    @Test
    void othersAreEnteredByManagersAndOperationsAlone() {
        assertThatThrownBy(() -> start("dan", Map.of("absentee", "eva")))
                .hasMessageContaining("for others managers and operations do");
        assertThat(holder()).isEqualTo("eva");
        assertThat(running()).isZero();

        start("olga", Map.of("absentee", "eva"));
        assertThat(holder()).isEqualTo("dan");
        assertThat(notice("eva")).isNotNull();
    }

    @Test
    void whatNobodyAsksForIsRefusedByName() {
        assertThatThrownBy(() -> start("eva", Map.of("campaign", "Autumn menu")))
                .hasMessageContaining("\"campaign\"");
        assertThatThrownBy(() -> start("eva", Map.of("lastDay", "soon"))).hasMessageContaining("year-month-day");
        assertThatThrownBy(() -> handoff.startAs("eva", ProcessKeys.ABSENCE, handoff.key(), asked(Map.of())))
                .hasMessageContaining("leave the business key out");
        assertThat(deputies.all()).isEmpty();
    }

    private void start(String who, Map<String, ?> further) {
        handoff.startAs(who, ProcessKeys.ABSENCE, null, asked(further));
    }

    private Map<String, Object> asked(Map<String, ?> further) {
        var asked = new HashMap<String, Object>(Map.of(
                "deputy",
                "dan",
                "firstDay",
                today.toString(),
                "lastDay",
                today.plusDays(2).toString()));
        asked.putAll(further);
        return asked;
    }

    private String holder() {
        return handoff.task("review_quality").getAssignee();
    }

    private Task notice(String person) {
        return tasks.createTaskQuery()
                .processDefinitionKey(ProcessKeys.ABSENCE)
                .taskAssignee(person)
                .singleResult();
    }

    private long running() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(ProcessKeys.ABSENCE)
                .count();
    }
}
