package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.harness.Brief;
import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.SingleTransfer;
import dev.baton.harness.Story;
import dev.baton.harness.Walk;
import dev.baton.journal.Journal;
import dev.baton.packages.DeployedContracts;
import dev.baton.people.Deputies;
import dev.baton.shared.Json;
import dev.baton.shared.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A handoff ends before its work is done: those whom it concerns read who ended it, why, and what can be done next. */
@ServiceTest
class EndNoticesTests {

    private static final Map<String, Object> REFUSAL =
            Map.of("decision", "rejected", "reason", "We have no photographer.");

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private Deputies deputies;

    @Autowired
    private OpenTasks open;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TransactionTemplate transaction;

    private SingleTransfer transfer;
    private Story story;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        people.named("cleo", "creative");
        people.named("maria", "strategist");
        people.named("max", "manager");
        transfer = new SingleTransfer(handoff, contracts);
        story = new Story(journal, handoff.key());
    }

    // Who is told

    @Test
    void theReceiversReasonGoesBackToTheSender() {
        startedByMax(Map.of("team", Map.of("strategist", "maria")));
        transfer.pass();
        handoff.complete("creative", "receive_handoff", REFUSAL);

        assertThat(readers()).containsExactlyInAnyOrder("maria", "max", "ruth");
        assertThat(ending(noticeOf("maria"))).hasToString("""
                        {"outcome":"rejected","who":"creative creative (creative)","day":"%s","reason":"We have no photographer."}""".formatted(today()));
    }

    @Test
    void senderIsWhoeverWroteLastWhereTheTeamNamesNobody() {
        var brief = transfer.brief();
        brief.remove("primaryMessage");
        startedByMax(Map.of(SingleTransfer.PACKAGE, Brief.map(brief)));
        handoff.complete(
                "maria",
                "complete_package",
                Map.of(SingleTransfer.PACKAGE, Brief.map(transfer.form(transfer.brief()))));
        transfer.pass();
        handoff.complete("creative", "receive_handoff", REFUSAL);

        assertThat(readers()).containsExactlyInAnyOrder("maria", "max", "ruth");
    }

    @Test
    void aTransferThatIsRefusedInsideAModelTellsWhoWroteTheDocuments() {
        new Walk(handoff, contracts).toReceiver();
        handoff.complete("execution-owner", "receive_handoff", REFUSAL);

        assertThat(story.summary().outcome()).isEqualTo("rejected");
        assertThat(readers()).contains("strategist").doesNotContain("executionowner");
        assertThat(ending(noticeOf("strategist")).path("reason").asText()).isEqualTo("We have no photographer.");
    }

    @Test
    void whoeverEndsItKnows() {
        transfer.toQualityCheck();
        stop("ruth");

        assertThat(readers()).containsExactly("strategist");
        assertThat(ending(noticeOf("strategist"))).hasToString("""
                        {"outcome":"cancelled","who":"ruth final-approver (ruth)","day":"%s","reason":"The menu stays."}""".formatted(today()));
    }

    @Test
    void whatIsCalledOffWithoutAPersonIsTold() {
        transfer.toQualityCheck();
        handoff.cancel(story.summary().processInstanceId(), "The menu stays.");

        assertThat(readers()).containsExactlyInAnyOrder("strategist", "ruth");
        assertThat(ending(noticeOf("ruth")).has("who")).isFalse();
    }

    @Test
    void whatIsDeletedFromOutsideIsTold() {
        transfer.toQualityCheck();
        runtime.deleteProcessInstance(story.summary().processInstanceId(), "The client has left.");

        assertThat(readers()).containsExactlyInAnyOrder("strategist", "ruth");
        assertThat(ending(noticeOf("ruth")).path("reason").asText()).isEqualTo("The client has left.");
    }

    @Test
    void nobodyIsToldOfWorkThatIsDone() {
        transfer.toReceiver().accept();

        assertThat(story.summary().outcome()).isEqualTo("accepted");
        assertThat(handoff.notices()).isEmpty();
    }

    @Test
    void whoActsForSomebodyIsToldToo() {
        people.named("dora", "final-approver");
        deputies.add("ruth", "dora", today(), today());
        try {
            transfer.toQualityCheck();
            stop("strategist");

            assertThat(readers()).containsExactlyInAnyOrder("ruth", "dora");
        } finally {
            deputies.remove("ruth", today());
        }
    }

    @Test
    void whoseAccountIsDeletedGetsNoneAndKeepsNone() {
        people.hire("leaver", "strategist");
        people.hire("goner", "strategist");
        startedByMax(Map.of("team", Map.of("strategist", "leaver")));
        handoff.startAs("goner", ProcessKeys.TRANSFER, handoff.key() + "-2", SingleTransfer.facts());
        identity.deleteUser("goner");
        var second = Objects.requireNonNull(journal.find(handoff.key() + "-2").orElse(null));
        handoff.cancel(second.processInstanceId(), "The menu stays.");
        stop("ruth");
        assertThat(noticesOf("goner")).isZero();
        assertThat(noticesOf("leaver")).isOne();
        identity.deleteUser("leaver");

        assertThat(readers()).containsExactly("max");
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(handoff.key())
                        .taskUnassigned()
                        .count())
                .isZero();
    }

    // What becomes of it

    @Test
    void whoeverHasReadItIsDone() {
        transfer.toQualityCheck();
        stop("ruth");
        var notice = noticeOf("strategist");

        assertThat(notice.getName()).isEqualTo("Read how it ended: Autumn menu");
        assertThat(handoff.variable(notice, SingleTransfer.PACKAGE)).isNotNull();
        handoff.as("strategist", () -> {
            tasks.complete(notice.getId());
            return notice;
        });
        assertThat(handoff.notices()).isEmpty();
        assertThat(noticesOf("strategist")).isZero();
    }

    @Test
    void aNoticeThatNobodyReadsGoesAfterThirtyDays() {
        transfer.toQualityCheck();
        stop("ruth");

        handoff.pass(Duration.ofDays(29));
        assertThat(handoff.notices()).hasSize(1);
        handoff.pass(Duration.ofDays(2));
        assertThat(handoff.notices()).isEmpty();
    }

    @Test
    void anEndThatIsUndoneTellsNobody() {
        transfer.toQualityCheck();
        transaction.executeWithoutResult(status -> {
            stop("ruth");
            assertThat(readers()).containsExactly("strategist");
            status.setRollbackOnly();
        });

        assertThat(story.summary().open()).isTrue();
        assertThat(handoff.notices()).isEmpty();
    }

    @Test
    void aNoticeIsNoWorkOfTheHandoff() {
        transfer.toQualityCheck();
        stop("ruth");

        assertThat(story.summary().open()).isFalse();
        assertThat(open.of(handoff.key())).singleElement().satisfies(notice -> {
            assertThat(notice.work()).isFalse();
            assertThat(notice.due()).isNull();
        });
        assertThat(open.handoffsHeldBy("strategist")).doesNotContain(handoff.key());
        assertThat(open.handoffs(new Person("strategist", Set.of()))).contains(handoff.key());
    }

    @Test
    void nobodyStartsANoticeByHand() {
        transfer.toQualityCheck();

        assertThatThrownBy(() ->
                        handoff.startAs("operations", ProcessKeys.END_NOTICE, handoff.key(), Map.of("reader", "maria")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Baton starts this process");
        assertThat(handoff.notices()).isEmpty();
    }

    private void startedByMax(Map<String, ?> further) {
        var facts = SingleTransfer.facts();
        facts.put(SingleTransfer.PACKAGE, Brief.map(transfer.brief()));
        facts.putAll(further);
        handoff.start("max", ProcessKeys.TRANSFER, facts);
    }

    private void stop(String who) {
        handoff.startAs(
                who, ProcessKeys.ACTION, handoff.key(), Map.of("action", "stop", "stopReason", "The menu stays."));
    }

    private List<String> readers() {
        return handoff.notices().stream().map(Task::getAssignee).toList();
    }

    private Task noticeOf(String reader) {
        return handoff.notices().stream()
                .filter(notice -> reader.equals(notice.getAssignee()))
                .findFirst()
                .orElseThrow();
    }

    private long noticesOf(String reader) {
        return tasks.createTaskQuery()
                .taskAssignee(reader)
                .processDefinitionKey(ProcessKeys.END_NOTICE)
                .count();
    }

    private JsonNode ending(Task notice) {
        var overview = handoff.variable(notice, "handoffOverview");
        return Json.parse(String.valueOf(overview)).path("ending");
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC);
    }
}
