package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.handoff.Cancelled;
import dev.baton.handoff.Ended;
import dev.baton.handoff.Started;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Race;
import dev.baton.journal.Event;
import dev.baton.journal.EventType;
import dev.baton.journal.Journal;
import dev.baton.journal.JournalEvent;
import dev.baton.packages.ContextStore;
import dev.baton.packages.GateJudged;
import dev.baton.packages.PackageChanged;
import dev.baton.packages.PackageVersion;
import dev.baton.review.Decided;
import dev.baton.review.Escalated;
import dev.baton.review.ReviewAsked;
import dev.baton.transfer.Accepted;
import dev.baton.transfer.QualityPassed;
import dev.baton.transfer.QualityReturned;
import dev.baton.web.Integrator.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two people, or a person and a timer, want something of one handoff at the same moment, over HTTP. One of them gets it,
 * the other hears a sentence, and nothing is half done. Each race is run step by step in both orders, then many times at
 * once.
 */
@Tag("races")
class RacesTests extends ApiTests {

    private static final String COLLEAGUE = "quinn";

    private static final List<Class<? extends JournalEvent>> FILLED =
            List.of(PackageChanged.class, GateJudged.class, ReviewAsked.class);
    private static final List<Class<? extends JournalEvent>> CHANGED = List.of(PackageChanged.class);
    private static final List<String> STARTED =
            after(List.of(), List.of(Started.class, PackageChanged.class, GateJudged.class));
    private static final List<String> REVIEW_ASKED = after(STARTED, FILLED);
    private static final List<Class<? extends JournalEvent>> PASSED = List.of(QualityPassed.class, ReviewAsked.class);
    private static final List<Class<? extends JournalEvent>> RETURNED = List.of(QualityReturned.class);
    private static final List<Class<? extends JournalEvent>> ESCALATED = List.of(Escalated.class, ReviewAsked.class);

    private static final boolean ON_H2 =
            System.getProperty("baton.test.database", "h2").equals("h2");
    private static final String WAITING_ON_H2 = """
            select count(*) from information_schema.sessions where session_id <> session_id()
            and (executing_statement like 'update baton_handoff%' or executing_statement like 'insert into baton_context%')
            """;
    private static final String WAITING_ON_POSTGRESQL = """
            select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()
            """;

    @Autowired
    private Journal journal;

    @Autowired
    private ContextStore context;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Crew crew = new Crew(0);

    @BeforeEach
    void hire() {
        List.of("strategist", "quality-owner", "creative").forEach(people::named);
        people.named(COLLEAGUE, "quality-owner");
        crew = new Crew(port);
    }

    @Test
    void ofTwoWhoReviewOneBriefOneDecides() throws Exception {
        for (var round = 1; round <= Race.ROUNDS; round++) {
            var handoff = toReview();
            var task = crew.task(handoff);

            var answers = race(round, handoff, () -> crew.pass(task), () -> crew.sendBack(COLLEAGUE, task));

            assertThat(oneWins(answers, 204)).contains("\"Check the substance: Autumn menu\" has moved on");
            if (answers.get(0).status() == 204) {
                assertThatItStands(handoff, "receive_handoff", "waiting for receiver", PASSED);
            } else {
                assertThatItStands(handoff, "complete_package", "incomplete", RETURNED);
            }
        }
    }

    @Test
    void aReviewIsAnsweredOrEscalatedNeverBoth() throws Exception {
        for (var round = 1; round <= Race.ROUNDS; round++) {
            var handoff = toReview();
            var task = crew.task(handoff);
            var timer = timer(handoff);

            var got = meet(round, handoff, () -> crew.pass(task), () -> fires(timer));

            var answer = (Answer) got.get(0);
            if (answer.status() == 204) {
                assertThat(got.get(1)).isEqualTo("too late");
                assertThatItStands(handoff, "receive_handoff", "waiting for receiver", PASSED);
            } else {
                assertThat(got.get(1)).isEqualTo("fired");
                assertThat(sentence(answer)).contains("\"Decide in the reviewer's place: Autumn menu\" is with ruth");
                assertThatItStands(handoff, "decide_escalated", "in review", ESCALATED);
            }
            assertThat(management.createJobQuery().jobId(timer).count()).isZero();
            assertThat(runtime.createIncidentQuery()
                            .processDefinitionKeyIn("transfer", "escalation")
                            .count())
                    .isZero();
        }
    }

    @Test
    void aTaskAndTheApiChangeDifferentFieldsOfOnePackageAndBothStay() throws Exception {
        for (var round = 1; round <= Race.ROUNDS; round++) {
            var handoff = started();
            var task = crew.task(handoff);
            var edition = "Brand book, edition " + round;

            var answers = race(
                    round, handoff, () -> crew.fill(task, 1), () -> crew.patch(handoff, 1, "brandGuidelines", edition));

            assertThat(answers).extracting(Answer::status).containsExactly(204, 200);
            assertThat(versions(handoff)).containsExactly(1, 2, 3);
            var latest = context.latest(handoff, Crew.PACKAGE).orElseThrow().document();
            assertThat(latest.path("brandGuidelines").asText()).isEqualTo(edition);
            assertThat(latest.path("primaryMessage").asText()).endsWith("take 1.");
            assertThatTheTaskShowsVersion(handoff, 3);
            assertThat(nodes(handoff)).containsExactly("review_quality");
            assertThat(events(handoff)).isIn(after(REVIEW_ASKED, CHANGED), after(after(STARTED, CHANGED), FILLED));
        }
    }

    @Test
    void aTaskAndTheApiChangeOneFieldOfOnePackageAndOneHearsAboutTheOther() throws Exception {
        for (var round = 1; round <= Race.ROUNDS; round++) {
            var handoff = started();
            var task = crew.task(handoff);

            var answers = race(
                    round,
                    handoff,
                    () -> crew.fill(task, "primaryMessage", "You cook less."),
                    () -> crew.patch(handoff, 1, "primaryMessage", "You sell more."));

            var filled = answers.get(0).status() == 204;
            assertThat(oneWins(answers, filled ? 204 : 200))
                    .contains(filled ? "changed primaryMessage" : "primary message");
            assertThat(versions(handoff)).containsExactly(1, 2);
            assertThat(context.latest(handoff, Crew.PACKAGE)
                            .orElseThrow()
                            .document()
                            .path("primaryMessage")
                            .asText())
                    .isEqualTo(filled ? "You cook less." : "You sell more.");
            assertThatTheTaskShowsVersion(handoff, 2);
            assertThat(nodes(handoff)).containsExactly(filled ? "review_quality" : "complete_package");
        }
    }

    @Test
    void aBriefChangesWhileItsReviewIsPassedOnAndTheReceiverSeesTheLatest() throws Exception {
        for (var round = 1; round <= Race.ROUNDS; round++) {
            var handoff = toReview();
            var task = crew.task(handoff);

            var answers = race(round, handoff, () -> crew.pass(task), () -> crew.patch(handoff, 2));

            assertThat(answers).extracting(Answer::status).containsExactly(204, 200);
            assertThat(versions(handoff)).containsExactly(1, 2, 3);
            assertThatTheTaskShowsVersion(handoff, 3);
            assertThat(nodes(handoff)).containsExactly("receive_handoff");
        }
    }

    @Test
    void twentyStartsWithOneKeyThroughTwoDoorsMakeOneHandoff() throws Exception {
        for (var round = 1; round <= Race.ROUNDS; round++) {
            var handoff = Requests.newKey();

            var answers = answers(Race.of(IntStream.range(0, 20)
                    .<Callable<Object>>mapToObj(
                            caller -> () -> caller % 2 == 0 ? crew.start(handoff) : crew.startInEngine(handoff))
                    .toList()));

            var api = IntStream.range(0, 20)
                    .filter(caller -> caller % 2 == 0)
                    .mapToObj(answers::get)
                    .toList();
            var engine = IntStream.range(0, 20)
                    .filter(caller -> caller % 2 == 1)
                    .mapToObj(answers::get)
                    .toList();
            assertThat(api).extracting(Answer::status).isSubsetOf(200, 201);
            assertThat(engine).extracting(Answer::status).isSubsetOf(200, 400);
            assertThat(Stream.concat(
                                    api.stream().filter(answer -> answer.status() == 201),
                                    engine.stream().filter(answer -> answer.status() == 200))
                            .toList())
                    .as("those who started it")
                    .hasSize(1);
            assertThat(engine)
                    .filteredOn(answer -> answer.status() == 400)
                    .allSatisfy(answer -> assertThat(sentence(answer)).contains(handoff));
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(handoff)
                            .count())
                    .isOne();
            assertThat(events(handoff)).isEqualTo(STARTED);
            assertThat(versions(handoff)).containsExactly(1);
        }
    }

    @Test
    void ofTwoWhoTakeOneTaskOneHasIt() throws Exception {
        for (var round = 1; round <= Race.ROUNDS; round++) {
            var handoff = toReview();
            var task = crew.task(handoff);

            var answers = answers(
                    Race.of(List.of(() -> crew.claim(Crew.QUALITY_OWNER, task), () -> crew.claim(COLLEAGUE, task))));

            var holder = answers.get(0).status() == 204 ? Crew.QUALITY_OWNER : COLLEAGUE;
            assertThat(oneWins(answers, 204))
                    .isEqualTo(holder + " has already taken this task. Reload your task list.");
            assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                    .isEqualTo(holder);
        }
    }

    @Test
    void aHandoffThatIsStoppedWhileItIsAcceptedEndsOnce() throws Exception {
        for (var round = 1; round <= Race.ROUNDS; round++) {
            var handoff = toReview();
            assertThat(crew.pass(crew.task(handoff)).status()).isEqualTo(204);
            var task = crew.task(handoff);

            var answers = race(round, handoff, () -> crew.accept(task), () -> crew.cancel(handoff));

            var accepted = answers.get(0).status() == 204;
            assertThat(oneWins(answers, accepted ? 204 : 200)).contains("is over");
            assertThat(crew.handoff(handoff).text("status")).isEqualTo(accepted ? "ended" : "cancelled");
            assertThat(events(handoff))
                    .isEqualTo(after(
                            after(REVIEW_ASKED, PASSED),
                            accepted
                                    ? List.of(Decided.class, Accepted.class, Ended.class)
                                    : List.of(Cancelled.class, Ended.class)));
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(handoff)
                            .processDefinitionKeyNotIn(ProcessKeys.END_NOTICE)
                            .count())
                    .isZero();
        }
    }

    @Test
    void aHandoffThatIsStoppedWhileItsReviewIsPassedOnStaysStopped() throws Exception {
        for (var round = 1; round <= Race.ROUNDS; round++) {
            var handoff = toReview();
            var task = crew.task(handoff);

            var answers = race(round, handoff, () -> crew.pass(task), () -> crew.cancel(handoff));

            var passed = answers.get(0).status() == 204;
            if (!passed) {
                assertThat(sentence(answers.get(0))).contains("is over");
            }
            assertThat(answers.get(1).status()).as(answers.toString()).isEqualTo(200);
            assertThat(events(handoff))
                    .isEqualTo(after(
                            passed ? after(REVIEW_ASKED, PASSED) : REVIEW_ASKED,
                            List.of(Cancelled.class, Ended.class)));
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(handoff)
                            .processDefinitionKeyNotIn(ProcessKeys.END_NOTICE)
                            .count())
                    .isZero();
        }
    }

    @Test
    void aPackageThatChangesWhileItsHandoffIsStoppedIsOlderThanTheEnd() throws Exception {
        for (var round = 1; round <= Race.ROUNDS; round++) {
            var handoff = started();

            var answers = race(round, handoff, () -> crew.patch(handoff, 1), () -> crew.cancel(handoff));

            var changed = answers.get(0).status() == 200;
            if (!changed) {
                assertThat(sentence(answers.get(0))).contains("is over", "its packages stay as they are");
            }
            assertThat(answers.get(1).status()).as(answers.toString()).isEqualTo(200);
            assertThat(versions(handoff)).containsExactlyElementsOf(changed ? List.of(1, 2) : List.of(1));
            assertThat(events(handoff))
                    .isEqualTo(
                            after(changed ? after(STARTED, CHANGED) : STARTED, List.of(Cancelled.class, Ended.class)));
        }
    }

    private String started() {
        var handoff = Requests.newKey();
        assertThat(crew.start(handoff).status()).isEqualTo(201);
        return handoff;
    }

    private String toReview() {
        var handoff = started();
        assertThat(crew.fill(crew.task(handoff), 1).status()).isEqualTo(204);
        return handoff;
    }

    private String timer(String handoff) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(handoff)
                .singleResult();
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    /** As the engine does it when the 48 hours are over; nobody waits for an answer. */
    private String fires(String timer) {
        try {
            management.executeJob(timer);
            return "fired";
        } catch (ProcessEngineException late) {
            return "too late";
        }
    }

    private List<Answer> race(int round, String handoff, Callable<Object> one, Callable<Object> other)
            throws Exception {
        return answers(meet(round, handoff, one, other));
    }

    private static List<Answer> answers(List<Object> got) {
        return got.stream().map(Answer.class::cast).toList();
    }

    /**
     * Lets two do something of one handoff: in the first two rounds step by step, one of them ahead and then the other,
     * afterwards at the same moment.
     */
    private List<Object> meet(int round, String handoff, Callable<Object> one, Callable<Object> other)
            throws Exception {
        return switch (round) {
            case 1 -> stepByStep(handoff, List.of(one, other));
            case 2 -> {
                var got = stepByStep(handoff, List.of(other, one));
                yield List.of(got.get(1), got.get(0));
            }
            default -> Race.of(List.of(one, other));
        };
    }

    /** Each in turn goes on until its transaction waits for the handoff's row; when all wait there, they go on. */
    private List<Object> stepByStep(String handoff, List<Callable<Object>> deeds) throws Exception {
        var threads = Executors.newFixedThreadPool(deeds.size());
        try {
            var runs = new ArrayList<Future<Object>>();
            transaction.executeWithoutResult(held -> {
                jdbc.sql("select id from baton_handoff where id = ? for update")
                        .param(handoff)
                        .query(String.class)
                        .single();
                for (var deed : deeds) {
                    runs.add(threads.submit(deed));
                    await(deed + " in the middle of its transaction").until(() -> waiting() == runs.size());
                }
            });
            return List.of(runs.get(0).get(), runs.get(1).get());
        } finally {
            threads.shutdownNow();
        }
    }

    /** How many transactions wait for another one: for the handoff's row, or for a version that the other one writes. */
    private int waiting() {
        return jdbc.sql(ON_H2 ? WAITING_ON_H2 : WAITING_ON_POSTGRESQL)
                .query(Integer.class)
                .single();
    }

    /** One of two has what was wanted; gives back what the other one hears. */
    private static String oneWins(List<Answer> answers, int status) {
        assertThat(answers)
                .filteredOn(answer -> answer.status() == status)
                .as(answers.toString())
                .hasSize(1);
        return sentence(answers.stream()
                .filter(answer -> answer.status() != status)
                .findFirst()
                .orElseThrow());
    }

    private static String sentence(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(400, 409);
        var sentence = answer.text("message") + answer.text("detail");
        assertThat(sentence).isNotBlank().doesNotContain("Exception", "ENGINE-");
        return sentence;
    }

    private void assertThatItStands(
            String handoff, String node, String status, List<Class<? extends JournalEvent>> since) {
        assertThat(events(handoff)).isEqualTo(after(REVIEW_ASKED, since));
        assertThat(nodes(handoff)).containsExactly(node);
        assertThat(crew.handoff(handoff).text("status")).isEqualTo(status);
    }

    private void assertThatTheTaskShowsVersion(String handoff, int version) {
        assertThat(String.valueOf(forms.getTaskFormVariables(crew.task(handoff)).get("packageVersions")))
                .isEqualTo("{\"%s\":%d}".formatted(Crew.PACKAGE, version));
    }

    private static List<String> after(List<String> before, List<Class<? extends JournalEvent>> since) {
        return Stream.concat(before.stream(), since.stream().map(EventType::name))
                .toList();
    }

    private List<String> events(String handoff) {
        return journal.events(handoff).stream().map(Event::kind).toList();
    }

    private List<Integer> versions(String handoff) {
        return context.versions(handoff, Crew.PACKAGE).stream()
                .map(PackageVersion::version)
                .toList();
    }

    private List<String> nodes(String handoff) {
        return crew.handoff(handoff).json().path("holders").findValuesAsText("node");
    }
}
