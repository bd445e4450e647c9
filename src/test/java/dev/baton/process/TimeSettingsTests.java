package dev.baton.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.calendar.BusinessCalendar;
import dev.baton.calendar.Counting;
import dev.baton.calendar.Deadlines;
import dev.baton.camunda.InvalidSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What `baton.time.*` means, and what the start says to a wrong value. */
class TimeSettingsTests {

    private static final Instant FRIDAY = Instant.parse("2026-12-18T14:00:00Z");
    private static final Duration HOURS_48 = Duration.ofHours(48);

    private final ApplicationContextRunner baton = new ApplicationContextRunner()
            .withUserConfiguration(TimeSettings.class)
            .withBean(Clock.class, () -> Clock.fixed(FRIDAY, ZoneOffset.UTC));

    @TempDir
    private Path folder;

    @Test
    void hoursAreElapsedHoursUnlessSomebodySaysOtherwise() {
        start(context -> {
            assertThat(context.getBean(Deadlines.class).counting()).isEqualTo(Counting.ELAPSED);
            assertThat(context.getBean(Deadlines.class).after(FRIDAY, HOURS_48)).isEqualTo(FRIDAY.plus(HOURS_48));
            assertThat(context.getBean(BusinessCalendar.class).zone()).isEqualTo(ZoneId.of("UTC"));
        });
    }

    @Test
    void workingHoursHolidaysOfCountriesAndOwnDaysCountTogether() throws IOException {
        start(
                context -> {
                    var deadlines = context.getBean(Deadlines.class);
                    var calendar = context.getBean(BusinessCalendar.class);
                    assertThat(IntStream.rangeClosed(18, 31)
                                    .filter(day -> calendar.isWorkingDay(LocalDate.of(2026, 12, day))))
                            .containsExactly(18, 19, 21, 22, 28, 30);
                    assertThat(deadlines.after(FRIDAY, HOURS_48)).isEqualTo("2026-12-21T14:00:00Z");
                },
                "baton.time.zone=Europe/Vienna",
                "baton.time.counting=working-hours",
                "baton.time.working-hours=10:00-16:00",
                "baton.time.working-days=Monday,TUESDAY,wednesday,friday,saturday",
                "baton.time.countries=AT,DE-BE",
                "baton.time.holidays=2026-12-23,2026-12-31",
                "baton.time.holidays-file=" + file("\uFEFF2026-12-29 Stocktaking\n"));
    }

    @ParameterizedTest
    @CsvSource({"working-days", "WORKING_DAYS", "workingDays"})
    void aSettingIsReadHoweverItsWordsAreJoined(String counting) {
        start(
                context ->
                        assertThat(context.getBean(Deadlines.class).counting()).isEqualTo(Counting.WORKING_DAYS),
                "baton.time.counting=" + counting);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', textBlock = """
                    zone          | Europe/Berlim | did you mean "Europe/Berlin"?
                    zone          | Mars/Olympus  | write one of the tz database, such as Europe/Vienna
                    zone          | ''            | write one of the tz database
                    counting      | business-days | none of elapsed, working-days, working-hours.
                    counting      | ''            | none of elapsed, working-days, working-hours.
                    working-days  | ''            | No day of the week counts
                    working-days  | monday,fryday | none of monday, tuesday, wednesday, thursday, friday, saturday, sunday.
                    working-hours | 9 to 5        | as in 09:00-17:00
                    working-hours | 17:00-09:00   | ends after it begins
                    countries     | AT,Utopia     | such as AT, or a part of one, such as DE-BY
                    countries     | DE-XX         | with one of bb, be, bw, by
                    holidays      | 24.12.2026    | year-month-day, such as 2026-12-24
                    holidays      | 2027-02-29    | no day of the calendar
                    holidays-file | /no/such/file | name a file in UTF-8
                    """)
    void aWrongValueStopsTheStartWithOneSentence(String setting, String value, String sentence) {
        refused(setting, sentence, "baton.time.%s=%s".formatted(setting, value));
    }

    @Test
    void aFileOfNonsenseStopsTheStartWithTheLine() throws IOException {
        refused(
                "holidays-file",
                "Line 2 names no day of the calendar: write it as year-month-day, such as 2026-12-24.",
                "baton.time.holidays-file=" + file("2026-12-24 Christmas Eve\nBoxing Day\n"));
    }

    @Test
    void aFileThatIsNoTextStopsTheStart() throws IOException {
        var picture = Files.write(folder.resolve("holidays.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xFF});
        refused("holidays-file", "name a file in UTF-8", "baton.time.holidays-file=" + picture);
        refused("holidays-file", "name a file in UTF-8", "baton.time.holidays-file=" + folder);
        refused("holidays-file", "at most 1 MiB", "baton.time.holidays-file=" + file("#\n".repeat(1 << 20)));
    }

    @Test
    void aCalendarWithoutAnyWorkingDayStopsTheStart() throws IOException {
        var mondays = LocalDate.of(2026, 12, 14)
                .datesUntil(LocalDate.of(2038, 1, 1), java.time.Period.ofDays(7))
                .map(LocalDate::toString)
                .toList();
        refused(
                "working-days",
                "Every working day is a holiday",
                "baton.time.working-days=monday",
                "baton.time.holidays-file=" + file(String.join("\n", mondays)));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("holidays.txt"), text, StandardCharsets.UTF_8);
    }

    private void start(Consumer<AssertableApplicationContext> started, String... settings) {
        baton.withPropertyValues(settings).run(context -> {
            assertThat(context).hasNotFailed();
            started.accept(context);
        });
    }

    private void refused(String setting, String sentence, String... settings) {
        baton.withPropertyValues(settings)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InvalidSetting.class)
                        .hasMessageContaining(sentence)
                        .hasFieldOrPropertyWithValue("setting", "baton.time." + setting));
    }
}
