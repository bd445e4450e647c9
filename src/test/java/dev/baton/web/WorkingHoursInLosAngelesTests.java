package dev.baton.web;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** West of the server, where the afternoon is its next day. */
@TestPropertySource(
        properties = {
            "baton.time.zone=America/Los_Angeles",
            "baton.time.counting=working-hours",
            "baton.time.working-hours=09:00-17:00",
            "baton.time.countries=US"
        })
class WorkingHoursInLosAngelesTests extends CountedTimeTests {

    @ParameterizedTest(name = "asked {0}, due {1}: {2}")
    @CsvSource({
        "2027-02-09T15:00, 2027-02-11T15:00, within the week",
        "2027-02-05T15:00, 2027-02-09T15:00, over a weekend",
        "2027-02-05T16:30, 2027-02-09T16:30, when it is Saturday on the server",
        "2027-02-05T20:00, 2027-02-09T17:00, asked after hours",
        "2027-02-06T11:00, 2027-02-09T17:00, asked on a Saturday",
        "2027-03-12T15:00, 2027-03-16T15:00, over the night in which clocks go forward",
        "2027-11-05T15:00, 2027-11-09T15:00, over the night in which clocks go back",
        "2027-11-23T15:00, 2027-11-26T15:00, Thanksgiving on the day on which it would be due",
        "2028-02-28T10:00, 2028-03-01T10:00, over a leap day",
        "2027-12-30T15:00, 2028-01-04T15:00, New Year's Day kept in the old year"
    })
    void everyPlaceSaysTheSameMoment(LocalDateTime asked, LocalDateTime due) {
        assertDue(reviewAskedAt(asked), due);
    }
}
