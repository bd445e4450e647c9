package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.harness.Approval;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.SingleTransfer;
import dev.baton.harness.Walk;
import dev.baton.journal.Journal;
import dev.baton.packages.ContextStore;
import dev.baton.packages.DeployedContracts;
import dev.baton.packages.PackageChanges;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Work is due on the day of its handoff that the diagram names, and follows that day. */
@ServiceTest
class DueDatesTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private FactChanges facts;

    @Autowired
    private PackageChanges packages;

    @Autowired
    private ContextStore context;

    @Autowired
    private TaskService tasks;

    @Autowired
    private StagePlan plan;

    private Walk walk;
    private LocalDate start;
    private LocalDate assetsReady;
    private LocalDate launch;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        walk = new Walk(handoff, contracts);
        start = LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC);
        assetsReady = start.plusDays(14);
        launch = start.plusDays(28);
    }

    @Test
    void workIsDueAtTheNextMilestoneAndAtTheLaunch() {
        walk.toWork();
        assertThat(due("work_quarter")).isEqualTo(endOf(earlier(assetsReady, "work")));
        handoff.pass(Duration.ofDays(15));
        assertThat(due("work_quarter")).as("late").isEqualTo(endOf(earlier(assetsReady, "work")));
        walk.report(25);
        walk.sendBackForRevision("strategist", "review_progress");

        assertThat(due("work_quarter")).as("after that milestone").isEqualTo(endOf(earlier(launch, "work")));
    }

    @Test
    void whatIsFinishedRevisedAndPreparedIsDueToo() {
        walk.toFinish();
        assertThat(due("finish_work")).isEqualTo(endOf(earlier(launch, "work")));
        walk.finish();
        handoff.complete("execution-owner", "review_self", Approval.changes());
        assertThat(due("revise_afterSelfReview")).isEqualTo(endOf(assetsReady));
    }

    @Test
    void documentsAreDueWhenTheNextPersonNeedsThem() {
        walk.toBriefReview().sendBack("manager", "review_brief");
        assertThat(due("complete_documents")).isEqualTo(endOf(earlier(assetsReady, "documents")));

        change("needBy", start);
        assertThat(due("complete_documents")).isEqualTo(endOf(start));
        change("needBy", null);
        assertThat(due("complete_documents")).isEqualTo(endOf(earlier(assetsReady, "documents")));
    }

    @Test
    void anotherLaunchDateMovesWhatIsDueAtTheLaunch() {
        walk.toFinish();
        var before = planned("work");
        change("launchDate", launch.plusDays(7));

        assertThat(due("finish_work")).isEqualTo(endOf(before.plusDays(7)));
    }

    @Test
    void whatSomebodyMovedByHandStays() {
        walk.toFinish();
        var byHand = Instant.parse(start.plusDays(20) + "T12:00:00Z");
        tasks.setDueDate(handoff.task("finish_work").getId(), Date.from(byHand));
        change("launchDate", launch.plusDays(7));

        assertThat(due("finish_work")).isEqualTo(byHand);
    }

    @Test
    void anotherMilestoneMovesTheWorkBeforeIt() {
        walk.toWork();
        var earlier = start.plusDays(9);
        var fields = JsonNodeFactory.instance.objectNode();
        milestone(fields, "Texts ready", earlier);
        handoff.as("strategist", () -> packages.change(handoff.key(), "executionBrief", version(), fields));

        assertThat(due("work_quarter")).isEqualTo(endOf(earlier));
    }

    @Test
    void withoutAnyDayWorkIsNotDue() {
        new SingleTransfer(handoff, contracts).startWith(JsonNodeFactory.instance.objectNode());

        assertThat(handoff.task("complete_package").getDueDate()).isNull();
    }

    private static void milestone(ObjectNode fields, String name, LocalDate date) {
        fields.putArray("milestones").addObject().put("name", name).put("date", date.toString());
    }

    private int version() {
        return context.latest(handoff.key(), "executionBrief").orElseThrow().version();
    }

    private void change(String fact, @Nullable LocalDate day) {
        var fields = JsonNodeFactory.instance.objectNode();
        if (day == null) {
            fields.putNull(fact);
        } else {
            fields.put(fact, day.toString());
        }
        handoff.as("manager", () -> {
            facts.change(journal.find(handoff.key()).orElseThrow(), fields, "The venue is free only later.");
            return true;
        });
    }

    /** A day, or the one by which the plan asks for a stage, where that is earlier. */
    private LocalDate earlier(LocalDate day, String stage) {
        var planned = planned(stage);
        return planned.isBefore(day) ? planned : day;
    }

    private LocalDate planned(String stage) {
        return Objects.requireNonNull(plan.days(handoff.key()).get(stage));
    }

    private Instant due(String task) {
        return handoff.task(task).getDueDate().toInstant();
    }

    private static Instant endOf(LocalDate day) {
        return Instant.parse(day + "T23:59:59Z");
    }
}
