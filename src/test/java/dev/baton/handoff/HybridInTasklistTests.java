package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.browser.BrowserTest;
import dev.baton.browser.Tasklist;
import dev.baton.harness.Brief;
import dev.baton.harness.People;
import dev.baton.journal.Journal;
import dev.baton.packages.ContextStore;
import dev.baton.packages.DeployedContracts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A real brief, handed to a partner by the people inside and delivered by the partner, all of them in Tasklist. */
@BrowserTest
class HybridInTasklistTests {

    private static final String CAMPAIGN = "Year-end drive with an agency";
    private static final String KEY = "year-end-drive-with-an-agency";

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ContextStore context;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private Branches branches;

    private String petra = "";

    /** The handoff whose tasks are opened: first the trunk, then its branch. */
    private String open = KEY;

    private String named = CAMPAIGN;

    @Test
    void anAgencyIsOnboardedMeetsUsAtAPointAndDelivers(Tasklist tasklist) {
        petra = people.named("petrafromtheagency", "partner");
        start(tasklist);
        brief(tasklist);
        open = branches.of(KEY).get(0);
        named = "%s (%s)".formatted(CAMPAIGN, petra);
        onboard(tasklist);
        takeOver(tasklist, petra, "07-partner-takes-the-brief");
        meet(tasklist);
        deliver(tasklist);

        assertThat(journal.find(open).orElseThrow().outcome()).isEqualTo("delivered");
        open = KEY;
        named = CAMPAIGN;
        open(tasklist, "execution-owner", "Bring the deliveries together");
        tasklist.screenshot("hybrid-14-bring-together");
    }

    private void start(Tasklist tasklist) {
        people.named("ruth", "final-approver");
        tasklist.login(people.named("strategist"), People.PASSWORD);
        tasklist.openStart("Hybrid handoff");
        tasklist.fill("campaign", CAMPAIGN);
        tasklist.fill("launchDate", LocalDate.now(ZoneOffset.UTC).plusDays(28));
        tasklist.choose("complexity", "Medium: several channels, or a product launch");
        tasklist.pick("raci_accountable", "ruth");
        tasklist.pick("raci_responsible", people.named("execution-owner"));
        tasklist.pick("team_qualityOwner", people.named("quality-owner"));
        tasklist.pick("partners", petra);
        tasklist.screenshot("hybrid-01-start");
        tasklist.start();
        assertThat(journal.find(KEY).orElseThrow().executionParty()).isEqualTo("external");
    }

    /** The documents come from the team's own tool; people look at them in Tasklist. */
    private void brief(Tasklist tasklist) {
        for (var name : List.of("strategyBrief", "executionBrief", "successCriteria")) {
            ObjectNode document = contracts.catalog().example(name);
            document.setAll((ObjectNode) Brief.complete().at("/packages/" + name));
            context.merge(KEY, name, 0, document, "strategist", "api");
        }
        open(tasklist, "strategist", "Write the brief");
        tasklist.complete();
        answer(tasklist, "manager", "Review the brief", "Approve", "hybrid-02-review-the-brief");
        takeOver(tasklist, "execution-owner", "hybrid-03-execution-takes-over");
        answer(tasklist, "execution-owner", "Hold the kickoff", "Start", "hybrid-04-kickoff");
    }

    private void onboard(Tasklist tasklist) {
        open(tasklist, "manager", "Write the onboarding package");
        fill(tasklist, "onboardingPackage");
        tasklist.screenshot("hybrid-05-onboarding");
        tasklist.complete();
        takeOver(tasklist, petra, "hybrid-06-partner-is-onboarded");
    }

    private void meet(Tasklist tasklist) {
        open(tasklist, "strategist", "Name the next interface point");
        tasklist.choose("interfacePoint", "The partner hands something to us");
        tasklist.search("interfaceContract", "content");
        tasklist.page()
                .locator(".fjs-dropdownlist-item")
                .getByText("Content to design")
                .click();
        tasklist.fill("handedOver", "The copy of the three emails, with what is said first in each.");
        tasklist.screenshot("hybrid-08-name-a-point");
        tasklist.complete();

        open(tasklist, petra, "Complete the documents");
        tasklist.shows("The copy of the three emails, with what is said first in each.");
        fill(tasklist, "designBrief");
        tasklist.screenshot("hybrid-09-partner-hands-over");
        tasklist.complete();
        takeOver(tasklist, "creative", "hybrid-10-creative-takes-over");
    }

    private void deliver(Tasklist tasklist) {
        open(tasklist, "strategist", "Name the next interface point");
        tasklist.shows("was answered: accepted");
        tasklist.choose("interfacePoint", "Nothing more: the partner delivers");
        tasklist.screenshot("hybrid-11-no-more-points");
        tasklist.complete();
        open(tasklist, petra, "Deliver the work");
        fill(tasklist, "delivery");
        tasklist.screenshot("hybrid-12-partner-delivers");
        tasklist.complete();
        answer(
                tasklist,
                "quality-owner",
                "Check the delivery",
                "It is what we ordered",
                "hybrid-13-check-the-delivery");
    }

    private void takeOver(Tasklist tasklist, String receiver, String picture) {
        answer(tasklist, "quality-owner", "Check the substance", "Pass it on", picture + "-quality");
        open(tasklist, receiver, "Confirm you have what you need");
        tasklist.choose("decision", "I have what I need");
        List.of("approvalsGiven", "fileNamesConform", "dateWorks").forEach(tasklist::check);
        tasklist.fill("nextStep", "Draw the first ad");
        if (receiver.equals(petra)) {
            tasklist.fill("nextStepOwner", petra);
        } else {
            tasklist.pick("nextStepOwner", people.named(receiver));
        }
        tasklist.screenshot(picture);
        tasklist.complete();
    }

    private void answer(Tasklist tasklist, String role, String task, String answer, String picture) {
        open(tasklist, role, task);
        tasklist.choose("decision", answer);
        tasklist.screenshot(picture);
        tasklist.complete();
    }

    private void fill(Tasklist tasklist, String name) {
        var catalog = contracts.catalog();
        for (var field : catalog.formView(name, catalog.example(name)).properties()) {
            var input = tasklist.input(name + "_" + field.getKey());
            if (field.getValue().isBoolean()) {
                tasklist.check(name + "_" + field.getKey());
            } else if (input.isVisible()) {
                tasklist.fill(name + "_" + field.getKey(), field.getValue().asText());
            }
        }
    }

    private void open(Tasklist tasklist, String who, String task) {
        tasklist.login(people.named(who), People.PASSWORD);
        tasklist.openTask(find(task).getId());
    }

    private Task find(String task) {
        var found = tasks.createTaskQuery()
                .processInstanceBusinessKey(open)
                .taskName(task + ": " + named)
                .singleResult();
        assertThat(found).as(task.toLowerCase(Locale.ROOT) + " of " + open).isNotNull();
        return found;
    }
}
