package dev.baton.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holidays of countries and a team's own, and how working hours are written. */
class HolidaysTests {

    @ParameterizedTest(name = "{0} on {1}: {2} ({3})")
    @CsvSource({
        "DE,    2026-04-06, true,  Easter Monday",
        "de,    2026-10-03, true,  small letters are fine",
        "DE,    2026-11-01, false, All Saints is kept in some parts only",
        "DE-BY, 2026-11-01, true,  such as Bavaria",
        "DE-BE, 2026-11-01, false, not in Berlin",
        "AT,    2026-10-26, true,  another country has other days",
        "DE,    2026-10-26, false, another country has other days",
        "US,    2026-07-03, true,  a holiday on a Saturday is kept on Friday",
        "US,    2026-07-04, true,  and who works on Saturdays is off on the day itself",
        "US,    2021-12-31, true,  New Year's Day is kept in the old year",
        "GB,    2026-12-28, true,  Boxing Day on a Saturday is kept on Monday",
        "NL,    2026-12-05, false, what is only observed is a working day",
        "DE,    1800-12-25, false, no holidays are known of another century"
    })
    void aCountrysHolidaysAreKnown(String country, LocalDate day, boolean free, String why) {
        assertThat(CountryHolidays.of(country).include(day)).as(why).isEqualTo(free);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ", "", "Germany", "../x", "DE_BY", "\u0000"})
    void anUnknownCountryIsRefusedWithTheRemedy(String country) {
        assertThatThrownBy(() -> CountryHolidays.of(country)).hasMessageContaining("ISO 3166");
    }

    @Test
    void anUnknownPartOfACountryIsRefusedWithThoseThatAreKnown() {
        assertThatThrownBy(() -> CountryHolidays.of("DE-XX")).hasMessageContaining("by");
        assertThatThrownBy(() -> CountryHolidays.of("DE-")).hasMessageContaining("by");
        assertThatThrownBy(() -> CountryHolidays.of("NO-XX")).hasMessageContaining("without it");
    }

    @Test
    void aTeamsOwnDaysAreOneALine() {
        var days = HolidayFile.read("""
                # Agency closed
                2026-12-24 Christmas Eve
                2026-12-31\tNew Year's Eve   # half a day, in fact

                2027-02-16
                """);

        assertThat(days)
                .containsExactlyInAnyOrder(
                        LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 31), LocalDate.of(2027, 2, 16));
        assertThat(Holidays.of(days).and(Holidays.of(Set.of(LocalDate.EPOCH))).include(LocalDate.EPOCH))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24.12.2026",
                "2026-02-30",
                "2027-02-29",
                "Christmas",
                "2026-12-24Christmas",
                "+12026-12-24",
                "2026-12-24..2026-12-31",
                "BEGIN:VCALENDAR",
                "{\"days\": []}",
                "\u0000"
            })
    void aLineOfNonsenseIsNamed(String line) {
        assertThatThrownBy(() -> HolidayFile.read("2026-12-24\n" + line + "\n2026-12-31"))
                .hasMessage("Line 2 names no day of the calendar: write it as year-month-day, such as 2026-12-24.");
    }

    @Test
    void workingHoursAreWrittenFromAndUntil() {
        assertThat(WorkingHours.of(" 09:30-18:00 "))
                .isEqualTo(new WorkingHours(LocalTime.of(9, 30), LocalTime.of(18, 0)));
        assertThat(WorkingHours.of("00:00-24:00")).isEqualTo(WorkingHours.WHOLE_DAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "9-17", "09:00", "25:00-26:00", "09:00-24:30", "17:00-09:00", "09:00-09:00", "nine to five"})
    void otherHoursAreRefusedWithAnExample(String hours) {
        assertThatThrownBy(() -> WorkingHours.of(hours)).hasMessageContaining("as in 09:00-17:00");
    }
}
