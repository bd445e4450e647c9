package dev.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.baton.harness.Brief;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.Walk;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A long form says what is open and where, and what sends it is always in sight. */
@BrowserTest
class DocumentsTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private TaskService tasks;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
    }

    @ParameterizedTest
    @CsvSource({"1280, 800, Pacific/Auckland", "1920, 1080, America/Los_Angeles"})
    void aLongFormShowsOneDocumentAtATimeWithWhatIsOpen(int width, int height, String zone, Browsers browsers) {
        var tasklist = browsers.open(zone, "en-GB");
        tasklist.page().setViewportSize(width, height);
        fillGaps(tasklist);
        assertThat(tasklist.input("strategyBrief_objective")).isVisible();
        assertThat(tasklist.input("feedbackProtocol_when")).isHidden();
        assertThat(complete(tasklist)).isInViewport();

        var before = open(tasklist, "Feedback");
        document(tasklist, "Feedback").click();
        assertThat(tasklist.input("strategyBrief_objective")).isHidden();
        var gap = tasklist.page().locator("label[for$='-field_feedbackProtocol_when'] + .baton-gap");
        assertThat(gap).containsText("Nothing is written here yet.");
        assertThat(gap).not().containsText("When feedback is given");
        tasklist.fill("feedbackProtocol_when", "Every Tuesday at 10:00");
        assertThat(gap).isHidden();
        assertThat(document(tasklist, "Feedback")).containsText(before - 1 + " open");
        assertThat(complete(tasklist)).isInViewport();
        tasklist.look("documents-" + width);

        tasks.complete(handoff.task("complete_documents").getId());
        tasklist.refusal();
        assertThat(overlap(tasklist.page().locator(".page-notifications .alert").first(), complete(tasklist)))
                .isFalse();
        tasklist.look("documents-refused-" + width);
    }

    @Test
    void whoStartsWithoutARequiredAnswerIsLedToIt(Tasklist tasklist) {
        tasklist.page().setViewportSize(1280, 800);
        tasklist.login(people.named("strategist"), People.PASSWORD);
        tasklist.openStart("Approval");
        tasklist.fill("campaign", "Autumn menu");
        var start = tasklist.page().locator(".modal-footer .btn-primary");
        assertThat(start).isInViewport();

        start.click();
        assertThat(tasklist.page().locator(".baton-alert")).containsText("“What is to be approved?” needs an answer.");
        assertThat(tasklist.input("approvalSubject")).isFocused();
        assertThat(tasklist.page().locator(".alert-danger:visible")).hasCount(0);
        tasklist.look("start-without-answer");
    }

    @Test
    void whatTheServiceRefusesStandsAtItsFieldUntilThatIsChanged(Tasklist tasklist) {
        tasklist.page().setViewportSize(1280, 800);
        tasklist.login(people.named("strategist"), People.PASSWORD);
        people.named("manager");
        people.named("ruth", "final-approver");
        tasklist.openStart("Documentation-first handoff");
        tasklist.fill("campaign", "Autumn menu");
        tasklist.fill(
                "launchDate",
                LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC).minusDays(3));
        tasklist.choose("complexity", "Simple: one channel, such as an email or a blog post");
        tasklist.choose("executionParty", "Internal: our own people");
        tasklist.pick("raci_accountable", "ruth");
        tasklist.pick("raci_responsible", people.named("execution-owner"));
        tasklist.pick("team_qualityOwner", people.named("quality-owner"));
        tasklist.pick("raci_consulted", "manager");

        tasklist.refusedStart();
        var refusal = tasklist.page().locator(".fjs-form-field:has([id$='-field_launchDate']) .baton-refused");
        assertThat(refusal).containsText("is in the past: give today or a later day.");
        assertThat(refusal).isInViewport();
        tasklist.look("start-refused-at-its-field");

        tasklist.fill(
                "launchDate",
                LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC).plusDays(30));
        assertThat(tasklist.page().locator(".baton-refused")).hasCount(0);
    }

    private void fillGaps(Tasklist tasklist) {
        var facts = new HashMap<>(Brief.facts());
        facts.put("strategyBrief", Map.of("whyNow", "The season begins"));
        handoff.start("strategist", Walk.MODEL, facts);
        handoff.complete("strategist", "write_documents");
        tasklist.login(people.named("strategist"), People.PASSWORD);
        tasklist.openTask(handoff.task("complete_documents").getId());
    }

    private static Locator document(Tasklist tasklist, String name) {
        return tasklist.page().locator(".baton-documents button", containing(name));
    }

    private static int open(Tasklist tasklist, String name) {
        var count =
                Pattern.compile("(\\d+) open").matcher(document(tasklist, name).innerText());
        assertThat(count.find()).isTrue();
        return Integer.parseInt(count.group(1));
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator complete(Tasklist tasklist) {
        return tasklist.page().locator(".form-actions .btn-primary");
    }

    private static boolean overlap(Locator one, Locator other) {
        var a = one.boundingBox();
        var b = other.boundingBox();
        return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
    }
}
