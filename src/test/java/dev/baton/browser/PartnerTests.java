package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.People;
import dev.baton.web.Integrator;
import dev.baton.web.Requests;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A partner works a task in Tasklist, which asks for much that partners do not see, and is told of none of it. */
@BrowserTest
class PartnerTests {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private TaskService tasks;

    @Test
    void worksItsTask(Tasklist tasklist) {
        people.named("ruth", "final-approver");
        var partner = people.named("petra", "partner");
        var body = Requests.approval("partner-in-tasklist");
        body.withObject("/answers").put("creatorRole", "partner");
        body.putObject("team").put("partner", partner);
        var started = new Integrator(port, people.named("strategist")).post("/api/handoffs", body.toString());
        assertThat(started.status()).as(started.toString()).isEqualTo(201);
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey("partner-in-tasklist")
                .singleResult();
        var failed = new ArrayList<String>();
        tasklist.page().onResponse(answer -> {
            if (answer.status() >= 400 && !answer.url().contains("/auth/user")) {
                failed.add(answer.status() + " " + answer.url().replaceFirst("^http://[^/]+", ""));
            }
        });

        tasklist.login(partner, People.PASSWORD);
        tasklist.openTask(task.getId());
        tasklist.screenshot("a-partner-in-tasklist");
        tasklist.choose("decision", "It is ready to show");
        Stream.of("Objective", "Message", "Criteria", "Boundaries", "Details")
                .forEach(checked -> tasklist.check("checked" + checked));
        tasklist.complete();

        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
        assertThat(failed).isEmpty();
    }
}
