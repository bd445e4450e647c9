package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.People;
import dev.baton.harness.Race;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.SingleTransfer;
import dev.baton.harness.Story;
import dev.baton.journal.Journal;
import dev.baton.packages.DeployedContracts;
import dev.baton.transfer.QualityPassed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reminders of open reviews: each once, however many nodes of a cluster look at the same moment. */
@ServiceTest
class RemindersTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private Scenario another;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private ReminderSweep sweep;

    @Autowired
    private JdbcClient jdbc;

    private SingleTransfer transfer;
    private Story story;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        people.named("quality-owner");
        transfer = new SingleTransfer(handoff, contracts);
        story = new Story(journal, handoff.key());
    }

    @Test
    void sweepsAtTheSameMomentMakeOneReminder() throws Exception {
        transfer.toQualityCheck();
        handoff.pass(Duration.ofHours(96));
        assertThat(transfer.open().getTaskDefinitionKey()).isEqualTo("decide_held");

        for (int day = 1; day <= 6; day++) {
            handoff.pass(Duration.ofDays(1));
            var sweeps = Race.of(3, () -> {
                sweep.sweep();
                return "swept";
            });

            assertThat(sweeps).containsOnly("swept");
            assertThat(story.of(Reminded.class)).hasSize(day);
            assertThat(story.detail(Reminded.class))
                    .containsEntry("review", "quality-check")
                    .containsEntry("number", day)
                    .containsEntry("reviewer", "ruth");
        }
    }

    @Test
    void aReminderMakesTheTaskMoreUrgentOnce() throws Exception {
        transfer.toQualityCheck();
        var before = transfer.open().getPriority();
        handoff.pass(Duration.ofHours(24));
        Race.of(2, () -> {
            sweep.sweep();
            return "swept";
        });

        assertThat(transfer.open().getPriority()).isEqualTo(before + 10);
        assertThat(transfer.open().getAssignee()).isNull();
        assertThat(story.of(Reminded.class)).hasSize(1);
    }

    @Test
    void aReviewThatIsAnsweredWhileTheSweepRunsIsAnsweredOnce() throws Exception {
        transfer.toQualityCheck();
        handoff.pass(Duration.ofHours(24));

        var answers = Race.of(List.of(
                () -> {
                    sweep.sweep();
                    return "swept";
                },
                () -> {
                    handoff.complete("quality-owner", "review_quality", Map.of("decision", "approved"));
                    return "passed";
                }));

        assertThat(answers).containsExactly("swept", "passed");
        assertThat(story.of(QualityPassed.class)).hasSize(1);
        assertThat(transfer.open().getTaskDefinitionKey()).isEqualTo("receive_handoff");
    }

    @Test
    void everyOpenReviewIsRemindedInOneSweep() {
        transfer.toQualityCheck();
        new SingleTransfer(another, contracts).toReceiver();
        handoff.pass(Duration.ofHours(24));
        sweep.sweep();

        assertThat(story.of(Reminded.class)).hasSize(1);
        assertThat(new Story(journal, another.key()).detail(Reminded.class)).containsEntry("review", "acceptance");
    }

    @Test
    void aReviewThatCannotBeRemindedDoesNotKeepTheOthersFromIt() {
        transfer.toQualityCheck();
        jdbc.sql("delete from baton_journal where handoff = ?")
                .param(handoff.key())
                .update();
        jdbc.sql("delete from baton_handoff where id = ?").param(handoff.key()).update();
        another.pass(Duration.ofSeconds(1));
        new SingleTransfer(another, contracts).toReceiver();
        another.pass(Duration.ofHours(25));
        sweep.sweep();

        assertThat(new Story(journal, another.key()).of(Reminded.class)).hasSize(1);
    }

    @Test
    void whatIsNoReviewIsNotReminded() {
        var brief = transfer.brief();
        brief.remove("primaryMessage");
        transfer.startWith(brief);
        handoff.pass(Duration.ofDays(10));
        sweep.sweep();

        assertThat(story.of(Reminded.class)).isEmpty();
    }
}
