package dev.baton.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasValueOptions;
import dev.baton.browser.BrowserTest;
import dev.baton.browser.Browsers;
import dev.baton.browser.Tasklist;
import dev.baton.harness.Brief;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.Walk;
import dev.baton.journal.Journal;
import dev.baton.packages.ContextStore;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A day stays the day that it is, wherever somebody sits: west of UTC, at home, and where tomorrow has begun. */
@BrowserTest
class DaysInTasklistTests {

    private static final String LAUNCH = "executionBrief_launchDate";
    private static final String MEASURED = "successCriteria_measurementDate";

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private ContextStore context;

    @Autowired
    private Journal journal;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
    }

    @ParameterizedTest(name = "in {0}")
    @CsvSource({"America/Los_Angeles, en-US", "Europe/Berlin, de-DE", "Pacific/Auckland, en-NZ"})
    void aDayThatNobodyTouchesIsShownAndKept(String timezone, String locale, Browsers browsers) {
        start(Map.of("launchDate", "2026-12-24"), Map.of("measurementDate", "2027-01-25"));
        var tasklist = write(browsers.open(timezone, locale));

        assertThat(tasklist.input(LAUNCH)).hasValue("2026-12-24");
        assertThat(tasklist.input(MEASURED)).hasValue("2027-01-25");
        tasklist.complete();

        assertThat(stored("executionBrief", "launchDate")).isEqualTo("2026-12-24");
        assertThat(stored("successCriteria", "measurementDate")).isEqualTo("2027-01-25");
        assertThat(version("executionBrief")).isEqualTo(1);
        assertThat(version("successCriteria")).isEqualTo(1);
    }

    @ParameterizedTest(name = "in {0}")
    @CsvSource({"America/Los_Angeles, en-US", "Europe/Berlin, de-DE", "Pacific/Auckland, en-NZ"})
    void aDayThatIsTypedOrPickedIsTheOneThatIsStored(String timezone, String locale, Browsers browsers) {
        start(Map.of("launchDate", "2026-12-24"), Map.of());
        var tasklist = write(browsers.open(timezone, locale));

        tasklist.fill(MEASURED, "2027-03-01");
        pickTheNextDay(tasklist, LAUNCH);
        assertThat(tasklist.input(LAUNCH)).hasValue("2026-12-25");
        tasklist.screenshot("days-in-" + timezone.replace('/', '-'));
        tasklist.complete();

        assertThat(stored("executionBrief", "launchDate")).isEqualTo("2026-12-25");
        assertThat(stored("successCriteria", "measurementDate")).isEqualTo("2027-03-01");
    }

    @ParameterizedTest(name = "in {0}")
    @CsvSource({"America/Los_Angeles, en-US", "Pacific/Auckland, en-NZ"})
    void theLaunchDayOfAStartFormIsTheOneThatWasTyped(String timezone, String locale, Browsers browsers) {
        var launch = LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC).plusDays(40);
        var tasklist = browsers.open(timezone, locale);
        tasklist.login(people.named("strategist"), People.PASSWORD);
        tasklist.openStart("Documentation-first handoff");
        tasklist.fill("campaign", "Days in " + timezone);
        tasklist.fill("launchDate", launch);
        tasklist.choose("complexity", "Medium: several channels, or a product launch");
        tasklist.choose("executionParty", "Internal: our own people");
        tasklist.pick("raci_accountable", "ruth");
        tasklist.pick("raci_responsible", people.named("execution-owner"));
        tasklist.pick("team_qualityOwner", people.named("quality-owner"));
        tasklist.screenshot("days-at-the-start");
        tasklist.start();

        var key = "days-in-" + timezone.toLowerCase(Locale.ROOT).replaceAll("[/_]", "-");
        assertThat(journal.find(key).orElseThrow().launchDate()).isEqualTo(launch);
    }

    @Test
    void aDayInAnotherOrderIsNotChangedButQuestioned(Browsers browsers) {
        start(Map.of("launchDate", "2026-12-24"), Map.of());
        var tasklist = write(browsers.open("America/Los_Angeles", "en-US"));

        tasklist.fill(LAUNCH, "03/04/2027");
        tasklist.shows("“03/04/2027” can be two days: write 2027-04-03 or 2027-03-04.");
        assertThat(tasklist.input(LAUNCH)).hasValue("03/04/2027");
        tasklist.screenshot("a-day-in-another-order");
        tasklist.fill(LAUNCH, "2027-02-29");
        tasklist.shows("“2027-02-29” is no day");
        tasklist.fill(LAUNCH, "2027-04-03");

        assertThat(tasklist.page().locator(".baton-hint", new Page.LocatorOptions().setHasText("day")))
                .hasCount(0);
    }

    private void start(Map<String, String> executionBrief, Map<String, String> successCriteria) {
        var variables = new HashMap<>(Brief.facts());
        // The brief says another day, so that its form asks.
        variables.put("launchDate", LocalDate.now(ZoneOffset.UTC).plusDays(40).toString());
        variables.put("executionBrief", executionBrief);
        variables.put("successCriteria", successCriteria);
        handoff.start("strategist", Walk.MODEL, variables);
    }

    private Tasklist write(Tasklist tasklist) {
        tasklist.login(people.named("strategist"), People.PASSWORD);
        tasklist.openTask(handoff.task("write_documents").getId());
        tasklist.showAllDocuments();
        return tasklist;
    }

    /** Opens the browser's calendar, which begins at the day in the field, and goes on one day. */
    private static void pickTheNextDay(Tasklist tasklist, String field) {
        var before = tasklist.input(field).inputValue();
        for (var round = 0; round < 5 && tasklist.input(field).inputValue().equals(before); round++) {
            tasklist.page()
                    .locator("[id$='-field_" + field + "'] + .baton-calendar .baton-pick")
                    .click();
            tasklist.page().keyboard().press("ArrowRight");
            tasklist.page().keyboard().press("Enter");
            waitForAnother(tasklist, field, before);
        }
    }

    /** Nothing on the page says that the calendar is open: keys that come before it does go nowhere. */
    private static void waitForAnother(Tasklist tasklist, String field, String before) {
        try {
            assertThat(tasklist.input(field)).not().hasValue(before, new HasValueOptions().setTimeout(3_000));
        } catch (AssertionError notOpenYet) {
            tasklist.page().keyboard().press("Escape");
        }
    }

    private String stored(String name, String field) {
        return context.latest(handoff.key(), name)
                .orElseThrow()
                .document()
                .path(field)
                .asText();
    }

    private int version(String name) {
        return context.latest(handoff.key(), name).orElseThrow().version();
    }
}
