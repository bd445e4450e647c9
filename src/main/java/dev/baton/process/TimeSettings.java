package dev.baton.process;

import dev.baton.calendar.BusinessCalendar;
import dev.baton.calendar.Counting;
import dev.baton.calendar.CountryHolidays;
import dev.baton.calendar.Deadlines;
import dev.baton.calendar.HolidayFile;
import dev.baton.calendar.Holidays;
import dev.baton.calendar.WorkingHours;
import dev.baton.camunda.InvalidSetting;
import dev.baton.shared.ByteOrderMark;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How deadlines are counted, from `baton.time.*`. Whatever cannot be read stops the start with one sentence. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimeSettings.Settings.class)
class TimeSettings {

    private static final long LARGEST_FILE = 1 << 20;

    /**
     * @param zone the time zone the team works in
     * @param counting elapsed: every hour counts; working-days: the hours of working days; working-hours: their working
     *     hours
     * @param workingDays the days of the week that count
     * @param workingHours from when to when a working day counts, for working-hours
     * @param countries whose public holidays do not count, such as AT or DE-BY
     * @param holidays further days that do not count, such as 2026-12-24
     * @param holidaysFile a file with further days, one a line
     */
    @ConfigurationProperties("baton.time")
    record Settings(
            @DefaultValue("UTC") String zone,
            @DefaultValue("elapsed") String counting,

            @DefaultValue({"monday", "tuesday", "wednesday", "thursday", "friday"})
            List<String> workingDays,

            @DefaultValue("09:00-17:00") String workingHours,
            @DefaultValue List<String> countries,
            @DefaultValue List<String> holidays,
            @DefaultValue("") String holidaysFile) {}

    @Bean
    BusinessCalendar businessCalendar(Settings settings, Clock clock) {
        var calendar = new BusinessCalendar(zone(settings), workingDays(settings), holidays(settings));
        try {
            calendar.nextWorkingDay(calendar.dayOf(clock.instant()));
        } catch (IllegalStateException never) {
            throw new InvalidSetting(
                    "baton.time.working-days", "Every working day is a holiday: no deadline would ever come.");
        }
        return calendar;
    }

    @Bean
    Deadlines deadlines(Settings settings, BusinessCalendar calendar) {
        return new Deadlines(
                oneOf(Counting.class, "baton.time.counting", settings.counting()),
                calendar,
                read("baton.time.working-hours", () -> WorkingHours.of(settings.workingHours())));
    }

    private static ZoneId zone(Settings settings) {
        try {
            return ZoneId.of(settings.zone().strip());
        } catch (DateTimeException unknown) {
            throw new InvalidSetting(
                    "baton.time.zone",
                    "This is no time zone"
                            + Similarity.remedy(
                                    settings.zone().strip(),
                                    ZoneId.getAvailableZoneIds().stream()
                                            .filter(zone -> zone.contains("/"))
                                            .toList(),
                                    "write one of the tz database, such as Europe/Vienna or America/New_York"));
        }
    }

    private static Set<DayOfWeek> workingDays(Settings settings) {
        if (settings.workingDays().isEmpty()) {
            throw new InvalidSetting(
                    "baton.time.working-days", "No day of the week counts: no deadline would ever come.");
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        settings.workingDays().forEach(day -> days.add(oneOf(DayOfWeek.class, "baton.time.working-days", day)));
        return days;
    }

    private static Holidays holidays(Settings settings) {
        Holidays all = Holidays.of(own(settings));
        for (var country : settings.countries()) {
            all = all.and(read("baton.time.countries", () -> CountryHolidays.of(country)));
        }
        return all;
    }

    private static Set<LocalDate> own(Settings settings) {
        var days = new HashSet<LocalDate>();
        for (var day : settings.holidays()) {
            days.add(read("baton.time.holidays", () -> HolidayFile.day(day.strip(), "An entry")));
        }
        if (!settings.holidaysFile().isBlank()) {
            var text = text(settings.holidaysFile().strip());
            days.addAll(read("baton.time.holidays-file", () -> HolidayFile.read(text)));
        }
        return days;
    }

    private static String text(String file) {
        try {
            var path = Path.of(file.replaceFirst("^file:(//)?", ""));
            if (!Files.isRegularFile(path) || Files.size(path) > LARGEST_FILE) {
                throw noText();
            }
            var bytes = ByteOrderMark.strip(Files.readAllBytes(path));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (InvalidPathException | IOException unreadable) {
            throw noText();
        }
    }

    private static InvalidSetting noText() {
        return new InvalidSetting(
                "baton.time.holidays-file",
                "No text is there that could be read: name a file in UTF-8 of at most 1 MiB, with one day a line, such as"
                        + " 2026-12-24.");
    }

    private static <T> T read(String setting, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException wrong) {
            throw new InvalidSetting(setting, String.valueOf(wrong.getMessage()));
        }
    }

    /** Capitals, hyphens and underscores do not matter, as in other settings. */
    private static <E extends Enum<E>> E oneOf(Class<E> type, String setting, String written) {
        var known = type.getEnumConstants();
        return Arrays.stream(known)
                .filter(one -> letters(inWords(one)).equals(letters(written)))
                .findFirst()
                .orElseThrow(() -> new InvalidSetting(
                        setting,
                        "This is none of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(known)
                                                .map(TimeSettings::inWords)
                                                .toList())
                                + "."));
    }

    private static String inWords(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String letters(String written) {
        return written.strip().toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }
}
