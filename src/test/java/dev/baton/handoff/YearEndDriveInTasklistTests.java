package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.browser.BriefInTasklist;
import dev.baton.browser.BrowserTest;
import dev.baton.browser.Tasklist;
import dev.baton.harness.Brief;
import dev.baton.harness.People;
import dev.baton.journal.Journal;
import dev.baton.journal.Status;
import dev.baton.packages.DeployedContracts;
import dev.baton.review.Decided;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A brief that a real team wrote, completed, and carried from start to launch by nine people in Tasklist. */
@BrowserTest
class YearEndDriveInTasklistTests {

    private static final String CAMPAIGN = "Year-end giving drive in the browser";
    private static final String KEY = "year-end-giving-drive-in-the-browser";
    private static final List<String> DOCUMENTS = List.of(
            "strategyBrief",
            "audienceIntelligence",
            "executionBrief",
            "successCriteria",
            "decisionFramework",
            "feedbackProtocol");

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private TaskService tasks;

    @Autowired
    private DeployedContracts contracts;

    @Test
    void ninePeopleCarryTheDriveFromStartToLaunch(Tasklist tasklist) {
        start(tasklist);
        write(tasklist);
        review(tasklist, "manager", "Review the brief", "Approve");
        review(tasklist, "quality-owner", "Check the substance", "Pass it on");
        ask(tasklist);
        answer(tasklist);
        accept(tasklist);
        review(tasklist, "execution-owner", "Hold the kickoff", "Start");
        work(tasklist, 25);
        review(tasklist, "strategist", "Review the concept", "The direction is right");
        work(tasklist, 50);
        work(tasklist, 75);
        review(tasklist, "manager", "Review the draft", "The draft meets the brief");
        finish(tasklist);
        reviewOwnWork(tasklist);
        review(tasklist, "manager", "Check the strategic fit", "It serves the strategy");
        review(tasklist, "subject-matter-expert", "Check the facts", "The facts are right");
        sendBack(tasklist);
        revise(tasklist);
        review(tasklist, "legal", "Check claims and rights", "Clear it");
        review(tasklist, "final-approver", "Give final approval", "Approve");
        launch(tasklist);

        assertThat(journal.find(KEY).orElseThrow().status()).isEqualTo(Status.LAUNCHED);
        assertThat(journal.events(KEY).stream()
                        .filter(event -> event.is(Decided.class))
                        .map(event -> event.detail().get("decision")))
                .hasSize(15)
                .containsOnlyOnce("changes")
                .doesNotContain("advanced");
    }

    private void start(Tasklist tasklist) {
        people.named("final-approver");
        people.named("execution-owner");
        people.named("lena", "production");
        login(tasklist, "strategist");
        tasklist.openStart("Documentation-first handoff");
        tasklist.fill("campaign", CAMPAIGN);
        tasklist.fill("launchDate", LocalDate.now(ZoneOffset.UTC).plusDays(28));
        tasklist.choose("complexity", "Medium: several channels, or a product launch");
        tasklist.choose("executionParty", "Internal: our own people");
        tasklist.search("raci_accountable", "final");
        tasklist.screenshot("00-who-is-accountable");
        tasklist.pick("raci_accountable", "finalapprover");
        tasklist.pick("raci_responsible", people.named("execution-owner"));
        tasklist.pick("team_qualityOwner", people.named("quality-owner"));
        tasklist.pick("team_strategist", people.named("strategist"));
        tasklist.pick("team_executionOwner", people.named("execution-owner"));
        tasklist.screenshot("01-start");
        tasklist.start();
    }

    private void write(Tasklist tasklist) {
        open(tasklist, "Write the brief");
        var brief = Brief.complete().get("packages");
        form(tasklist).write(brief, DOCUMENTS);
        tasklist.fill("strategyBrief_objective", "TBD");
        tasklist.screenshot("02-write-documents");
        tasklist.complete();

        open(tasklist, "Complete the brief");
        tasklist.shows("One thing is still open");
        tasklist.screenshot("03-named-gaps");
        tasklist.fill(
                "strategyBrief_objective", brief.at("/strategyBrief/objective").asText());
        tasklist.complete();
        assertThat(journal.find(KEY).orElseThrow().completenessPercent()).isEqualTo(100);
    }

    private BriefInTasklist form(Tasklist tasklist) {
        return new BriefInTasklist(tasklist, contracts.catalog());
    }

    private void ask(Tasklist tasklist) {
        login(tasklist, "execution-owner");
        open(tasklist, "Confirm you have what you need");
        tasklist.choose("decision", "I have a question");
        tasklist.select("clarificationField", "Key message");
        tasklist.fill("clarificationQuestion", "Does the gift count for this year when it arrives on December 31?");
        tasklist.screenshot("04-question");
        tasklist.complete();
    }

    private void answer(Tasklist tasklist) {
        login(tasklist, "strategist");
        open(tasklist, "Answer the question");
        tasklist.fill("clarificationAnswer", "Yes, the day of the transfer counts.");
        tasklist.screenshot("05-answer");
        tasklist.complete();
    }

    private void accept(Tasklist tasklist) {
        login(tasklist, "execution-owner");
        open(tasklist, "Confirm you have what you need");
        tasklist.choose("decision", "I have what I need");
        List.of("approvalsGiven", "fileNamesConform", "dateWorks").forEach(tasklist::check);
        tasklist.fill("nextStep", "Draw the first ad");
        tasklist.pick("nextStepOwner", "lena");
        tasklist.screenshot("06-accept");
        tasklist.complete();
    }

    private void work(Tasklist tasklist, int percent) {
        login(tasklist, "execution-owner");
        open(tasklist, "Work and report progress");
        tasklist.choose("progressAligned", "Yes");
        tasklist.choose("progressOnTime", "Yes");
        tasklist.fill("shareDone", String.valueOf(percent));
        tasklist.fill("workLink", "https://work.example.org/year-end-drive");
        tasklist.screenshot("07-work-" + percent);
        tasklist.complete();
        login(tasklist, "strategist");
        open(tasklist, "Confirm progress");
        tasklist.shows("https://work.example.org/year-end-drive");
        tasklist.choose("decision", "On course");
        tasklist.screenshot("07-confirm-" + percent);
        tasklist.complete();
    }

    private void finish(Tasklist tasklist) {
        login(tasklist, "execution-owner");
        open(tasklist, "Finish the deliverables");
        tasklist.fill("workLink", "https://work.example.org/year-end-drive");
        tasklist.choose("expertApplies", "Yes");
        tasklist.choose("legalNeeded", "Yes");
        tasklist.screenshot("08-finish");
        tasklist.complete();
    }

    private void reviewOwnWork(Tasklist tasklist) {
        open(tasklist, "Review your own work");
        tasklist.choose("decision", "It is ready to show");
        List.of("checkedObjective", "checkedMessage", "checkedCriteria", "checkedBoundaries", "checkedDetails")
                .forEach(tasklist::check);
        tasklist.screenshot("08-review-your-own-work");
        tasklist.complete();
    }

    private void sendBack(Tasklist tasklist) {
        login(tasklist, "legal");
        open(tasklist, "Check claims and rights");
        tasklist.choose("decision", "Ask for changes");
        tasklist.choose("revisionReason", "Something is not accurate");
        tasklist.choose("severity", "Minor: done within a few hours, the idea stands");
        tasklist.fill("reason", "The email names the match without its last day.");
        tasklist.screenshot("08-ask-for-changes");
        tasklist.complete();
    }

    private void revise(Tasklist tasklist) {
        login(tasklist, "execution-owner");
        open(tasklist, "Revise the work");
        tasklist.shows("Claims and rights: legal asks for a minor change. Something is not accurate.");
        tasklist.fill("changesMade", "Until December 20 stands next to the match.");
        tasklist.fill("workLink", "https://work.example.org/year-end-drive-v2");
        tasklist.screenshot("08-revise");
        tasklist.complete();
    }

    private void launch(Tasklist tasklist) {
        login(tasklist, "production");
        open(tasklist, "Prepare the launch");
        form(tasklist).fill("launchPackage", contracts.catalog().example("launchPackage"));
        tasklist.screenshot("09-prepare-launch");
        tasklist.complete();

        login(tasklist, "final-approver");
        open(tasklist, "Clear the launch");
        tasklist.choose("decision", "Launch");
        tasklist.check("preflightConfirmed");
        tasklist.screenshot("10-pre-launch");
        tasklist.complete();

        goLive(tasklist);
    }

    /** Before its day nobody reports a launch, so it moves to today. */
    private void goLive(Tasklist tasklist) {
        var today = LocalDate.now(ZoneOffset.UTC);
        login(tasklist, "execution-owner");
        open(tasklist, "Launch the campaign");
        tasklist.choose("launchReport", "It is live");
        assertThat(tasklist.refusal()).contains("The launch date is " + today.plusDays(28));
        tasklist.screenshot("11-launch-before-its-day");
        tasklist.dismissNotice();

        tasklist.choose("launchReport", "It launches on another day");
        tasklist.fill("newLaunchDate", today);
        tasklist.fill("reason", "Everything is ready, and the match starts today.");
        tasklist.screenshot("12-move-the-launch");
        tasklist.complete();

        open(tasklist, "Launch the campaign");
        tasklist.shows("its day is " + today);
        tasklist.choose("launchReport", "It is live");
        tasklist.screenshot("13-launch");
        tasklist.complete();
    }

    private void review(Tasklist tasklist, String role, String task, String answer) {
        login(tasklist, role);
        open(tasklist, task);
        tasklist.choose("decision", answer);
        tasklist.screenshot(task.toLowerCase(Locale.ROOT).replace(' ', '-'));
        tasklist.complete();
    }

    private void open(Tasklist tasklist, String task) {
        var open = tasks.createTaskQuery()
                .processInstanceBusinessKey(KEY)
                .taskName(task + ": " + CAMPAIGN)
                .singleResult();
        assertThat(open).as(task).isNotNull();
        tasklist.openTask(open.getId());
    }

    private void login(Tasklist tasklist, String role) {
        tasklist.login(people.named(role), People.PASSWORD);
    }
}
