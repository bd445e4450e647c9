package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.Scenario;
import dev.baton.harness.SingleTransfer;
import dev.baton.packages.DeployedContracts;
import dev.baton.review.ReminderSweep;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** East of the server: half a day ahead of it, with clocks that change in autumn and spring the other way round. */
@TestPropertySource(
        properties = {
            "baton.time.zone=Pacific/Auckland",
            "baton.time.counting=working-days",
            "baton.time.countries=NZ",
            "baton.time.holidays=2027-12-29"
        })
class WorkingDaysInAucklandTests extends CountedTimeTests {

    @Autowired
    private ReminderSweep sweep;

    @Autowired
    private FormService forms;

    @Autowired
    private Scenario handoff;

    @Autowired
    private DeployedContracts contracts;

    @ParameterizedTest(name = "asked {0}, due {1}: {2}")
    @CsvSource({
        "2027-02-17T15:00, 2027-02-19T15:00, within the week",
        "2027-02-19T15:00, 2027-02-23T15:00, over a weekend",
        "2027-02-19T00:30, 2027-02-23T00:30, when it is still Thursday on the server",
        "2027-02-20T11:00, 2027-02-24T00:00, asked on a Saturday",
        "2027-02-04T15:00, 2027-02-09T15:00, Waitangi Day on a Saturday is kept on the Monday on which it would be due",
        "2027-04-02T15:00, 2027-04-06T15:00, over the night in which clocks go back",
        "2027-09-24T15:00, 2027-09-28T15:00, over the night in which clocks go forward",
        "2028-02-28T10:00, 2028-03-01T10:00, over a leap day",
        "2027-12-23T15:00, 2027-12-30T15:00, over Christmas kept on Monday and Tuesday and a day of the team's own",
        "2027-12-30T15:00, 2028-01-05T15:00, over the end of the year"
    })
    void everyPlaceSaysTheSameMoment(LocalDateTime asked, LocalDateTime due) {
        assertDue(reviewAskedAt(asked), due);
    }

    @Test
    void theReminderAndTheSecondFortyEightHoursCountWorkingDaysToo() {
        var review = reviewAskedAt(LocalDateTime.of(2027, 2, 5, 15, 0));
        clockAt(LocalDateTime.of(2027, 2, 9, 14, 59));
        sweep.sweep();
        assertThat(events("strategist", review, "reminded")).isEmpty();
        clockAt(LocalDateTime.of(2027, 2, 9, 15, 0));
        sweep.sweep();
        assertThat(events("strategist", review, "reminded")).hasSize(1);

        silence(review);
        assertThat(Scenario.now()).isEqualTo(moment(LocalDateTime.of(2027, 2, 10, 15, 0)));
        assertDue(review, LocalDateTime.of(2027, 2, 12, 15, 0));

        silence(review);
        assertThat(events("strategist", review, "advanced-unreviewed")).hasSize(1);
    }

    @Test
    void aTaskSaysItsTimeAsItIsCounted() {
        var review = reviewAskedAt(LocalDateTime.of(2027, 2, 5, 15, 0));
        var asked = as("creative").get("/api/tasks/" + task(review).getId());
        assertThat(asked.json().toString()).contains("answer within 2 working days.");

        silence(review);
        assertThat(forms.getTaskFormVariables(task(review).getId()).get("reviewTime"))
                .isEqualTo("2 working days");
    }

    @Test
    void theReceiverHasWhatWasLeftOfTheWorkingTime() {
        var field = "creativeBrief.primaryMessage";
        clockAt(LocalDateTime.of(2027, 2, 3, 15, 0));
        var transfer = new SingleTransfer(handoff, contracts).toReceiver();
        assertDue(handoff.key(), LocalDateTime.of(2027, 2, 5, 15, 0));

        clockAt(LocalDateTime.of(2027, 2, 4, 9, 0));
        transfer.ask(field, "Is this a claim we may make?");
        assertDue(handoff.key(), LocalDateTime.of(2027, 2, 9, 9, 0));

        clockAt(LocalDateTime.of(2027, 2, 7, 12, 0));
        transfer.answer("Yes.");
        assertDue(handoff.key(), LocalDateTime.of(2027, 2, 10, 6, 0));
    }
}
