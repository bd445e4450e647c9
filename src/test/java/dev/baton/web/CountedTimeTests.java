package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.calendar.BusinessCalendar;
import dev.baton.harness.Scenario;
import dev.baton.harness.SecondService;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** A service that counts working time, in a zone of its own: the task, its timer, the journal and the API agree. */
@ExtendWith(SecondService.class)
abstract class CountedTimeTests extends ApiTests {

    @Autowired
    TaskService tasks;

    @Autowired
    private BusinessCalendar calendar;

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
