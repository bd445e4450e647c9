package dev.baton.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
@Tag("fuzz")
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("baton.fuzz.requests", 500);
    private static final long SEED = Long.getLong("baton.fuzz.seed", 20270101L);

    @LocalServerPort
    int port;

    @Autowired
    People people;

    private final Tally tally = new Tally();
    private final Promises promises = new Promises();
    private final Nonsense.Targets targets = new Nonsense.Targets();
    private final List<String> faults = new ArrayList<>();

    @BeforeEach
    void hire() {
        List.of("strategist", "manager", "sales", "stakeholder").forEach(people::named);
        people.named("ruth", "final-approver");
    }

    @Test
    void nonsenseIsRefusedWithASentenceAndWhatIsTakenCanBeReadBack() {
        var client = new RawClient(port);
        var nonsense = new Nonsense(new Random(SEED), targets, Long.toString(SEED));
        for (var number = 0; number < REQUESTS; number++) {
            var attempt = nonsense.next();
            var reply = client.send(attempt);
            tally.add(attempt, reply);
            Sentence.fault(attempt, reply).ifPresent(fault -> faults.add(fault + " " + attempt));
            promises.note(attempt, reply);
            aimAt(attempt, reply, client);
        }
        var readBack = new ReadBack(client);
        var unreadable = readBack.unreadable();
        var broken = promises.broken(readBack::get);
        System.out.printf(
                "%d requests, -Dbaton.fuzz.seed=%d, %d promises, %d reads%n%s%n  p50 %.1f ms, p99 %.1f ms, slowest:%n%s%n",
                REQUESTS,
                SEED,
                promises.count(),
                readBack.count(),
                tally.perStatus(),
                tally.percentile(0.5),
                tally.percentile(0.99),
                tally.slowest(10));

        assertThat(faults).as("answers, with -Dbaton.fuzz.seed=" + SEED).isEmpty();
        assertThat(unreadable).as("what is stored").isEmpty();
        assertThat(broken).as("what was acknowledged").isEmpty();
    }

    private void aimAt(Attempt attempt, RawClient.Reply reply, RawClient client) {
        var started = reply.status() == 201 || reply.status() == 200;
        if (!started || !attempt.kind().endsWith("start") || !attempt.method().equals("POST")) {
            return;
        }
        var answer = Promises.tree(reply.body());
        var handoff = answer.path(attempt.kind().startsWith("api") ? "id" : "businessKey")
                .asText();
        targets.handoffs.add(handoff);
        for (var task : Promises.tree(client.send(Attempt.get(
                        "look", "admin", "/engine-rest/task?maxResults=9&processInstanceBusinessKey=" + handoff))
                .body())) {
            targets.tasks.add(task.path("id").asText());
            targets.instances.add(task.path("processInstanceId").asText());
        }
    }
}
