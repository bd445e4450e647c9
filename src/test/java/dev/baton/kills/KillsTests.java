package dev.baton.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.harness.PostgreSql;
import dev.baton.journal.EventType;
import dev.baton.journal.JournalEvent;
import dev.baton.kills.inside.Moment;
import dev.baton.packages.GateJudged;
import dev.baton.review.Escalated;
import dev.baton.transfer.QualityReturned;
import dev.baton.web.Crew;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/**
 * {@code kill -9} of the running service while it judges a brief, completes a review and escalates another: each time one
 * transaction of each kind stands still somewhere between its first and its last moment, and others are under way. Then
 * it starts again on the same database, and everybody's memory is held against what it knows.
 */
@Tag("service")
@Tag("kills")
@TestInstance(Lifecycle.PER_CLASS)
class KillsTests {

    private static final int KILLS = Integer.getInteger("baton.kills", 1);
    private static final long SEED = Long.getLong("baton.kills.seed", System.nanoTime());
    private static final int CLIENTS = 6;

    /** How many steps are answered before anything is stopped. */
    private static final int WARM = 40;

    /** A timer that waits until the lock of its dead holder runs out comes too late. */
    private static final Duration LOCKED = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What one transaction each is stopped at: a gate, a review's completion, an escalation. */
    private static final List<Class<? extends JournalEvent>> STOPPED_AT =
            List.of(GateJudged.class, QualityReturned.class, Escalated.class);

    private final Random random = new Random(SEED);
    private final String database = System.getProperty("baton.test.database", "h2");
    private final Path folder = Path.of("target", "kills", database);
    private final List<Journey> all = new ArrayList<>();
    private KillableService service = new KillableService(folder, Map.of());

    @BeforeAll
    void start() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        var settings = new HashMap<>(database.equals("h2") ? Map.of() : onPostgreSql());
        settings.put("camunda.bpm.job-execution.lock-time-in-millis", String.valueOf(LOCKED.toMillis()));
        service = new KillableService(folder, settings);
        report("Seed %d, %s".formatted(SEED, database));
        service.start();
        new Crew(service.port()).hire();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    static IntStream kills() {
        return IntStream.rangeClosed(1, KILLS);
    }

    @ParameterizedTest(name = "kill {0}")
    @MethodSource("kills")
    void nothingAnsweredIsLostNothingHappensTwiceAndEveryDueTimerFires(int kill) throws Exception {
        var crowd = new Crowd(CLIENTS, new Crew(service.port()), "life-" + kill, random);
        crowd.start();
        await("people at work").atMost(PATIENCE).until(() -> crowd.answered() > WARM);
        var stopped = stopOneOfEach();
        letTheOthersGoOn(Duration.ofMillis(random.nextInt(400)));

        await("others under way").atMost(PATIENCE).until(() -> crowd.waiting().size() > 2);
        var waiting = crowd.waiting();
        service.kill();
        var inTheMiddle = waiting.toString();

        assertThat(crowd.disperse()).as("surprises before the kill").isEmpty();
        assertThatItHitTheMiddle(stopped, waiting);

        var startTime = service.start();
        var crew = new Crew(service.port());
        var timerTime = everyDueTimerFires(crew);
        for (var journey : crowd.journeys()) {
            var happened = journey.check(crew);
            assertThatWhatStoodStillHappenedIfItWasCommitted(stopped, journey, happened);
            journey.repeat(happened, crew);
        }
        everyDueTimerFires(crew);
        waiting.forEach(journey -> journey.check(crew));
        assertThat(crew.engine("/incident/count").path("count").asInt()).isZero();

        all.addAll(crowd.journeys());
        if (kill == KILLS) {
            all.forEach(journey -> journey.check(crew));
        }
        report(
                "Kill %d: %s; in the middle %s; %d steps of %d handoffs were answered; back after %d ms, timers after %d ms"
                        .formatted(
                                kill,
                                stopped,
                                inTheMiddle,
                                crowd.answered(),
                                crowd.journeys().size(),
                                startTime.toMillis(),
                                timerTime.toMillis()));
    }

    /** A transaction that stands still: what it has just written, where, and for which handoff. */
    private record Stopped(Class<? extends JournalEvent> event, Moment moment, String handoff) {}

    private List<Stopped> stopOneOfEach() {
        var moments = new ArrayList<>(Arrays.asList(Moment.values()));
        Collections.shuffle(moments, random);
        IntStream.range(0, STOPPED_AT.size())
                .forEach(number -> service.hold(EventType.name(STOPPED_AT.get(number)), moments.get(number)));
        return STOPPED_AT.stream()
                .map(any -> service.awaitHeld())
                .map(held -> {
                    var event = EventType.of(held.event()).type();
                    return new Stopped(event, moments.get(STOPPED_AT.indexOf(event)), held.handoff());
                })
                .toList();
    }

    private static void letTheOthersGoOn(Duration time) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS))
                .isFalse();
    }

    private static void assertThatItHitTheMiddle(List<Stopped> stopped, List<Journey> waiting) {
        var handoffs = waiting.stream()
                .filter(journey -> journey.unanswered() != null)
                .map(Journey::handoff)
                .collect(Collectors.toSet());
        assertThat(handoffs)
                .as("handoffs whose people wait for an answer for ever")
                .containsAll(stopped.stream()
                        .filter(one -> one.event() != Escalated.class)
                        .map(Stopped::handoff)
                        .toList());
    }

    private static void assertThatWhatStoodStillHappenedIfItWasCommitted(
            List<Stopped> stopped, Journey journey, boolean happened) {
        stopped.stream()
                .filter(one -> one.handoff().equals(journey.handoff()) && one.event() != Escalated.class)
                .forEach(one -> assertThat(happened)
                        .as("%s, %s", journey, one)
                        .isEqualTo(one.moment() == Moment.BEFORE_ANSWER));
    }

    private Duration everyDueTimerFires(Crew crew) {
        var begun = Instant.now();
        await("every due timer fires")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() ->
                        crew.engine("/job/count?executable=true").path("count").asInt() == 0);
        return Duration.between(begun, Instant.now());
    }

    private Map<String, String> onPostgreSql() {
        return Map.of(
                "spring.datasource.url", PostgreSql.create("kills"),
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "");
    }

    private void report(String line) throws IOException {
        System.out.println(line);
        Files.writeString(
                folder.resolve("report.txt"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
