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

/**
 * Sends {@code baton.fuzz.requests} requests, the same ones for the same {@code baton.fuzz.seed}. {@code ./mvnw -Pfuzz
 * verify} sends ten thousand, each time others.
 */
@ServiceTest
@Tag("fuzz")
class FuzzTests {

    private static final int REQUESTS = Integer.getInteger("baton.fuzz.requests", 500);
    private static final long SEED = seed(System.getProperty("baton.fuzz.seed", "20270101"));

    @LocalServerPort
    int port;

    @Autowired
    People people;

    /** Of the answer's own work. */
    private static final int MOST_MILLIS = 100;

    /** On the clock, on a machine that has nothing else to do; the test command asks for less. */
    private static final double MOST_OF_99_PERCENT = Integer.getInteger("baton.fuzz.p99", 2000);

    private final ServerWork work = new ServerWork();
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
            var before = work.millis();
            var reply = client.send(attempt);
            tally.add(attempt, reply, work.millis() - before);
            Sentence.fault(attempt, reply).ifPresent(fault -> faults.add(fault + " " + attempt));
            promises.note(attempt, reply);
            aimAt(attempt, reply, client);
        }
        var slow = slow(client);
        var readBack = new ReadBack(client);
        var unreadable = readBack.unreadable();
        var broken = promises.broken(readBack::get);
        System.out.printf(
                "%d requests, -Dbaton.fuzz.seed=%d, %d promises, %d reads%n%s%n"
                        + "  on the clock: p50 %.1f ms, p99 %.1f ms, most %.1f ms; most work:%n%s%n",
                REQUESTS,
                SEED,
                promises.count(),
                readBack.count(),
                tally.perStatus(),
                tally.percentile(0.5),
                tally.percentile(0.99),
                tally.percentile(1),
                tally.mostWork(10));

        assertThat(faults).as("answers, with -Dbaton.fuzz.seed=" + SEED).isEmpty();
        assertThat(unreadable).as("what is stored").isEmpty();
        assertThat(broken).as("what was acknowledged").isEmpty();
        assertThat(slow).as("more than %d ms of work", MOST_MILLIS).isEmpty();
        assertThat(tally.percentile(0.99))
                .as("milliseconds until 99 %% are answered")
                .isLessThan(MOST_OF_99_PERCENT);
    }

    /**
     * What takes more work than it may, each time it is sent again: the first time it may have been code that never ran
     * before. Work is the processor time of the server's threads, so that a busy machine makes nothing slow.
     */
    private List<String> slow(RawClient client) {
        var slow = new ArrayList<String>();
        for (var attempt : tally.moreWorkThan(MOST_MILLIS)) {
            var least = Double.MAX_VALUE;
            for (var time = 1; time <= 3; time++) {
                var before = work.millis();
                client.send(attempt.again(time));
                least = Math.min(least, work.millis() - before);
            }
            if (least > MOST_MILLIS) {
                slow.add("%.0f ms: %s".formatted(least, attempt));
            }
        }
        return slow;
    }

    private static long seed(String setting) {
        return setting.equals("new") ? System.currentTimeMillis() : Long.parseLong(setting);
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
