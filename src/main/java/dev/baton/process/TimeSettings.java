package dev.baton.process;

import dev.baton.calendar.BusinessCalendar;
import dev.baton.calendar.Counting;
import dev.baton.calendar.Deadlines;
import dev.baton.camunda.InvalidSetting;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How deadlines are counted, from `baton.time.*`. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimeSettings.Settings.class)
class TimeSettings {

    /**
     * @param zone the time zone the team works in
     * @param counting elapsed: every hour counts; working-days: only hours on working days count
     * @param workingDays the days of the week that count
     * @param holidays days that do not count, such as 2026-12-25
     */
    @ConfigurationProperties("baton.time")
    record Settings(
            @DefaultValue("UTC") ZoneId zone,
            @DefaultValue("elapsed") Counting counting,

            @DefaultValue({"monday", "tuesday", "wednesday", "thursday", "friday"})
            Set<DayOfWeek> workingDays,

            @DefaultValue Set<LocalDate> holidays) {}

    @Bean
    BusinessCalendar businessCalendar(Settings settings) {
        if (settings.workingDays().isEmpty()) {
            throw new InvalidSetting(
                    "baton.time.working-days", "No day of the week counts: no deadline would ever come.");
        }
        return new BusinessCalendar(settings.zone(), EnumSet.copyOf(settings.workingDays()), settings.holidays());
    }

    @Bean
    Deadlines deadlines(Settings settings, BusinessCalendar calendar) {
        return new Deadlines(settings.counting(), calendar);
    }
}
