package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.calendar.BusinessCalendar;
import dev.baton.harness.Scenario;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;

/** A service that counts working time, in a zone of its own: the task, its timer, the journal and the API agree. */
abstract class CountedTimeTests extends ApiTests {

    private static @Nullable ProcessEngine other;

    @Autowired
    TaskService tasks;

    @Autowired
    private BusinessCalendar calendar;

    /** The web apps find the engine by its name, and there is another service with one of that name. */
    @BeforeAll
    static void rememberTheOther() {
        other = ProcessEngines.getProcessEngine(ProcessEngines.NAME_DEFAULT);
    }

    @AfterAll
    static void giveItsNameBack() {
        if (other != null) {
            ProcessEngines.registerProcessEngine(other);
        }
    }

    void clockAt(LocalDateTime local) {
        ClockUtil.setCurrentTime(Date.from(moment(local)));
    }

    Instant moment(LocalDateTime local) {
        return local.atZone(calendar.zone()).toInstant();
    }

    /** Asks for a review, and returns its handoff. */
    String reviewAskedAt(LocalDateTime local) {
        clockAt(local);
        return started(Requests.approval(Requests.newKey()));
    }

    void assertDue(String handoff, LocalDateTime local) {
        var due = moment(local);
        assertThat(task(handoff).getDueDate().toInstant()).as("task").isEqualTo(due);
        assertThat(timer(handoff).getDuedate().toInstant()).as("timer").isEqualTo(due);
        var asked = events("strategist", handoff, "review-asked");
        assertThat(Instant.parse(asked.get(asked.size() - 1).at("/detail/due").asText()))
                .as("journal")
                .isEqualTo(due);
        assertThat(Instant.parse(
                        as("strategist").get("/api/handoffs/" + handoff).text("nextDue")))
                .as("API")
                .isEqualTo(due);
    }

    Task task(String handoff) {
        return tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
    }

    Job timer(String handoff) {
        return management
                .createJobQuery()
                .processInstanceId(task(handoff).getProcessInstanceId())
                .timers()
                .singleResult();
    }

    /** Nobody answers until the time is over. */
    void silence(String handoff) {
        var timer = timer(handoff);
        assertThat(timer.getDuedate()).isAfterOrEqualTo(Date.from(Scenario.now()));
        ClockUtil.setCurrentTime(timer.getDuedate());
        management.executeJob(timer.getId());
    }
}
