package dev.baton.demo;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.calendar.BusinessCalendar;
import dev.baton.handoff.Handoffs;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.journal.Journal;
import dev.baton.journal.Status;
import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The first command shows two handoffs. */
@ServiceTest
class DemoHandoffsTests {

    private static final Map<String, String> TEAM = Map.of(
            "maria", "strategist",
            "tom", "manager",
            "nora", "quality-owner",
            "ben", "execution-owner",
            "lena", "production",
            "ruth", "final-approver",
            "sam", "sales");

    private static final BusinessCalendar IN_VIENNA =
            new BusinessCalendar(ZoneId.of("Europe/Vienna"), EnumSet.allOf(DayOfWeek.class), Set.of());

    @Autowired
    private People people;

    @Autowired
    private Handoffs handoffs;

    @Autowired
    private Journal journal;

    @Autowired
    private IdentityService identity;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private Environment environment;

    @Test
    void theTwoExamplesStartOnceAndCountTheirDaysWhereTheTeamWorks() throws IOException {
        TEAM.forEach(people::named);
        var today = LocalDate.ofInstant(Scenario.now(), UTC);
        var lateEvening = Clock.fixed(today.atTime(23, 30).toInstant(UTC), UTC);
        var demo = new DemoHandoffs(handoffs, journal, identity, json, lateEvening, IN_VIENNA, environment);

        demo.start();
        demo.start();

        assertThat(journal.find("year-end-drive").orElseThrow().status()).isEqualTo(Status.DRAFT);
        var launch = journal.find("web-analytics-launch").orElseThrow();
        assertThat(launch.status()).isEqualTo(Status.DRAFT);
        assertThat(launch.launchDate()).as("45 days from tomorrow").isEqualTo(today.plusDays(46));
    }
}
