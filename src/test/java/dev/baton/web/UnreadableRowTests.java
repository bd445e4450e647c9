package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.review.ReminderSweep;
import java.time.Duration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A value that nobody can read breaks the view of its handoff, with a sentence, and nothing else. */
class UnreadableRowTests extends ApiTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ReminderSweep reminders;

    private String broken = "";
    private String sound = "";

    @BeforeEach
    void twoHandoffs() {
        broken = started(Requests.approval(Requests.newKey()));
        sound = started(Requests.approval(Requests.newKey()));
    }

    /** Every test shares the database. */
    @AfterEach
    void forget() {
        jdbc.sql("update baton_handoff set team = '{}', raci = '{}', answers = '{}', status = 'in review' where id = ?")
                .param(broken)
                .update();
    }

    @ParameterizedTest
    @CsvSource({"team, {", "raci, [1", "answers, nonsense", "status, elsewhere"})
    void itsViewSaysSoAndAllOthersStand(String column, String value) {
        jdbc.sql("update baton_handoff set %s = ? where id = ?".formatted(column))
                .param(value)
                .param(broken)
                .update();

        for (var view : new String[] {"", "/journal", "/packages", "/decisions"}) {
            var answer = as("strategist").get("/api/handoffs/" + broken + view);
            assertThat(answer.status()).as(view + answer).isEqualTo(409);
            assertThat(answer.text("detail")).contains(broken, "operations");
        }
        var list = as("strategist").get("/api/handoffs?size=200&sort=-startedAt");
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        assertThat(list.json().path("items").findValuesAsText("id"))
                .contains(sound)
                .doesNotContain(broken);
        assertThat(as("creative").get("/api/tasks").json().path("items").findValuesAsText("handoff"))
                .contains(sound);
        assertThat(as("creative").get("/engine-rest/task?maxResults=100").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"team, {", "status, elsewhere"})
    void whoWaitsIsRemindedAllTheSame(String column, String value) {
        jdbc.sql("update baton_handoff set %s = ? where id = ?".formatted(column))
                .param(value)
                .param(broken)
                .update();
        ClockUtil.offset(Duration.ofHours(25).toMillis());

        reminders.sweep();

        assertThat(reminded(sound)).isEqualTo(1);
        assertThat(reminded(broken)).isEqualTo(1);
    }

    private int reminded(String handoff) {
        var task = tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
        return jdbc.sql("select count(*) from baton_reminder where task_id = ?")
                .param(task.getId())
                .query(Integer.class)
                .single();
    }
}
