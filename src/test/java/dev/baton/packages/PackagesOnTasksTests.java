package dev.baton.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.handoff.Messages;
import dev.baton.harness.Brief;
import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Race;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.SingleTransfer;
import dev.baton.harness.Story;
import dev.baton.harness.Walk;
import dev.baton.journal.Journal;
import dev.baton.process.JsonVariables;
import dev.baton.shared.Entrance;
import dev.baton.shared.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a task shows of a package, what its form sends back, and what others wrote in between. */
@ServiceTest
class PackagesOnTasksTests {

    private static final String BRIEF = SingleTransfer.PACKAGE;

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private ContextStore context;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private PackageChanges changes;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    private SingleTransfer transfer;
    private Story story;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        people.named("strategist");
        people.named("manager");
        transfer = new SingleTransfer(handoff, contracts);
        story = new Story(journal, handoff.key());
    }

    @Test
    void aTaskShowsThePackageWithItsVersion() {
        transfer.startWith(incomplete());

        assertThat(shown("complete_package")).isEqualTo(transfer.form(incomplete()));
        assertThat(versions("complete_package")).isEqualTo(Map.of(BRIEF, 1));
    }

    @Test
    void whatTwoPeopleChangeInDifferentFieldsBothSurvives() {
        transfer.startWith(incomplete());
        var form = transfer.form(incomplete());
        change(1, "brandGuidelines", "https://brand.example.org/2027");

        submit(form.put("primaryMessage", "You cook less and sell more."), 1);

        assertThat(latest().version()).isEqualTo(3);
        assertThat(text("brandGuidelines")).isEqualTo("https://brand.example.org/2027");
        assertThat(text("primaryMessage")).isEqualTo("You cook less and sell more.");
        assertThat(latest().author()).isEqualTo("strategist");
        assertThat(latest().via()).isEqualTo("TASKLIST");
        assertThat(openTasks()).containsExactly("review_quality");
    }

    @Test
    void aFieldThatTwoPeopleChangeIsRefusedWithBothValuesAndNothingIsCompleted() {
        transfer.startWith(incomplete());
        var form = transfer.form(incomplete());
        change(1, "primaryMessage", "Autumn tastes of smoke.");
        var events = story.kinds().size();

        var refused = refused(() -> submit(
                form.put("primaryMessage", "You cook less and sell more.")
                        .put("brandGuidelines", "https://brand.example.org/2027"),
                1));

        assertThat(refused.fields().get(0).field()).isEqualTo(BRIEF + ".primaryMessage");
        assertThat(refused)
                .hasMessageContaining("manager")
                .hasMessageContaining("\"primary message\"")
                .hasMessageContaining("\"Autumn tastes of smoke.\"")
                .hasMessageContaining("\"You cook less and sell more.\"")
                .hasMessageContaining("open the task again");
        assertThat(openTasks()).containsExactly("complete_package");
        assertThat(latest().version()).isEqualTo(2);
        assertThat(text("brandGuidelines")).isNotEqualTo("https://brand.example.org/2027");
        assertThat(story.kinds()).hasSize(events);
    }

    @Test
    void whoeverReadsTheLatestVersionAfterAConflictMayDecide() {
        transfer.startWith(incomplete());
        change(1, "primaryMessage", "Autumn tastes of smoke.");

        submit(shown("complete_package").put("primaryMessage", "You cook less and sell more."), 2);

        assertThat(text("primaryMessage")).isEqualTo("You cook less and sell more.");
    }

    @Test
    void whatTwoPeopleChangeAlikeIsNoConflictAndNoVersion() {
        transfer.startWith(incomplete());
        var form = transfer.form(incomplete());
        change(1, "primaryMessage", "Autumn tastes of smoke.");

        submit(form.put("primaryMessage", "Autumn tastes of smoke."), 1);

        assertThat(latest().version()).isEqualTo(2);
        assertThat(openTasks()).containsExactly("review_quality");
    }

    @Test
    void whatTheFormDoesNotShowSurvives() {
        transfer.startWith(incomplete().put("agencyReference", "A-17"));

        submit(transfer.form(transfer.brief()), 1);

        assertThat(text("agencyReference")).isEqualTo("A-17");
        assertThat(text("primaryMessage"))
                .isEqualTo(transfer.brief().path("primaryMessage").asText());
    }

    @Test
    void anOpenTaskShowsWhatOthersHaveChanged() {
        transfer.startWith(incomplete());
        change(1, "primaryMessage", "Autumn tastes of smoke.");

        assertThat(shown("complete_package").path("primaryMessage").asText()).isEqualTo("Autumn tastes of smoke.");
        assertThat(versions("complete_package")).isEqualTo(Map.of(BRIEF, 2));
    }

    @Test
    void aReviewThatIsOpenShowsWhatOthersHaveChanged() {
        transfer.toQualityCheck();
        change(1, "primaryMessage", "Autumn tastes of smoke.");

        assertThat(shown("review_quality").path("primaryMessage").asText()).isEqualTo("Autumn tastes of smoke.");
    }

    @Test
    void anOldPageDoesNotPutOldValuesBack() {
        transfer.startWith(incomplete());
        var oldPage = transfer.form(incomplete());
        change(1, "brandGuidelines", "https://brand.example.org/2027");

        submit(oldPage.deepCopy().put("offLimits", "No irony"), 1);
        assertThat(text("brandGuidelines")).isEqualTo("https://brand.example.org/2027");

        assertThat(openTasks()).containsExactly("complete_package");
        submit(oldPage.deepCopy().put("messagesToAvoid", "Cheap"), 1);
        assertThat(text("brandGuidelines")).isEqualTo("https://brand.example.org/2027");
        assertThat(latest().document().path("offLimits"))
                .isEqualTo(JsonNodeFactory.instance.arrayNode().add("No irony"));
    }

    @Test
    void whoeverSawTheNewValueMayPutTheOldOneBack() {
        transfer.startWith(incomplete());
        var old = text("brandGuidelines");
        change(1, "brandGuidelines", "https://brand.example.org/2027");

        submit(shown("complete_package").put("brandGuidelines", old), 2);

        assertThat(text("brandGuidelines")).isEqualTo(old);
    }

    @Test
    void aClientThatNamesNoVersionIsTakenToHaveSeenTheOneTheTaskOpenedWith() {
        transfer.startWith(incomplete());
        var form = transfer.form(incomplete());
        change(1, "brandGuidelines", "https://brand.example.org/2027");

        handoff.complete("strategist", "complete_package", Map.of(BRIEF, Brief.map(form.put("offLimits", "No irony"))));

        assertThat(text("brandGuidelines")).isEqualTo("https://brand.example.org/2027");
    }

    @Test
    void aVersionThatNobodyWroteIsNoKeyToOverwriting() {
        transfer.startWith(incomplete());
        var form = transfer.form(incomplete());
        change(1, "brandGuidelines", "https://brand.example.org/2027");

        for (var version : List.of(99, -1, 0)) {
            assertThat(refused(() -> submit(form, version)).getMessage())
                    .contains(version < 0 ? "is no version" : "brand guidelines");
        }
        assertThat(text("brandGuidelines")).isEqualTo("https://brand.example.org/2027");
    }

    @Test
    void aReviewersDecisionMakesNoVersion() {
        transfer.toQualityCheck().pass().accept();

        assertThat(context.versions(handoff.key(), BRIEF)).hasSize(1);
        assertThat(story.of(PackageChanged.class)).hasSize(1);
    }

    @Test
    void aReviewersDecisionMakesNoVersionOfWhatOthersChangedMeanwhile() {
        new Walk(handoff, contracts).toBriefReview();
        var deliverables =
                (com.fasterxml.jackson.databind.node.ArrayNode) context.latest(handoff.key(), "executionBrief")
                        .orElseThrow()
                        .document()
                        .path("deliverables")
                        .deepCopy();
        deliverables
                .addObject()
                .put("name", "Leaflet")
                .put("specification", "A5, 2 pages")
                .put("effort", "3 days");
        handoff.as(
                "strategist",
                () -> changes.change(
                        handoff.key(),
                        "executionBrief",
                        1,
                        JsonNodeFactory.instance.objectNode().set("deliverables", deliverables)));

        Entrance.TASKLIST.during(() -> {
            handoff.complete("manager", "review_brief", Map.of("decision", "approved"));
            return null;
        });

        assertThat(context.latest(handoff.key(), "executionBrief").orElseThrow().version())
                .isEqualTo(2);
        assertThat(context.latest(handoff.key(), "executionBrief")
                        .orElseThrow()
                        .document()
                        .path("deliverables"))
                .isEqualTo(deliverables);
    }

    @Test
    void aPackageIsNoVariableOfARunningHandoff() {
        transfer.startWith(incomplete());
        var instance = handoff.process(ProcessKeys.TRANSFER).getId();
        var json = SpinValues.jsonValue("{\"primaryMessage\":\"Smuggled\"}").create();

        assertThatThrownBy(() -> runtime.setVariable(instance, BRIEF, json))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is a package, not a variable of the process")
                .hasMessageContaining("PATCH /api/handoffs/{id}/packages/creativeBrief");
        assertThatThrownBy(() -> runtime.setVariableLocal(instance, "strategyBrief", "text"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> runtime.createMessageCorrelation(Messages.CANCELLED)
                        .processInstanceId(instance)
                        .setVariable("strategyBrief", json)
                        .correlate())
                .isInstanceOf(Refusal.class);
        assertThat(runtime.getVariables(instance)).doesNotContainKeys(BRIEF, "strategyBrief");
        assertThat(openTasks()).containsExactly("complete_package");
    }

    @Test
    void aPackageThatATaskDoesNotShowCannotComeInWithItsForm() {
        transfer.startWith(incomplete());

        assertThat(refused(() -> handoff.complete(
                                "strategist",
                                "complete_package",
                                Map.of("designBrief", Map.of("examples", "Smuggled"))))
                        .fields()
                        .get(0)
                        .field())
                .isEqualTo("designBrief");
        assertThat(openTasks()).containsExactly("complete_package");
    }

    @Test
    void aTasksOwnVariablesAreNoWayAroundTheTable() {
        transfer.startWith(incomplete());
        var task = handoff.task("complete_package").getId();
        var json = SpinValues.jsonValue("{\"primaryMessage\":\"Smuggled\"}").create();

        assertThatThrownBy(() -> tasks.setVariableLocal(task, BRIEF, json))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is a package");
    }

    @Test
    void whatNobodyTouchedMakesNoVersion() {
        var launch = startLaunch();
        launch.remove(List.of("trackingTested", "utmTested", "pixelsTested", "contingencyPlan"));
        var form = contracts.catalog().formView("launchPackage", launch);
        form.put("trackingTested", false)
                .put("utmTested", false)
                .put("contingencyPlan", "")
                .putNull("pixelsTested");
        start(launch);

        handoff.complete("production", "complete_package", Map.of("launchPackage", Brief.map(form)));

        assertThat(context.versions(handoff.key(), "launchPackage")).hasSize(1);
        assertThat(openTasks()).containsExactly("complete_package");
    }

    @Test
    void aTickIsAnAnswerAndTakingItBackIsOneToo() {
        var launch = startLaunch();
        launch.remove(List.of("trackingTested", "utmTested"));
        start(launch);
        var form = contracts.catalog().formView("launchPackage", launch);

        handoff.complete(
                "production",
                "complete_package",
                Map.of(
                        "launchPackage",
                        Brief.map(form.put("trackingTested", true).put("utmTested", false))));
        var ticked = context.latest(handoff.key(), "launchPackage").orElseThrow();
        assertThat(ticked.version()).isEqualTo(2);
        assertThat(ticked.document().path("trackingTested").asBoolean()).isTrue();
        assertThat(ticked.document().has("utmTested")).isFalse();

        handoff.complete(
                "production",
                "complete_package",
                Map.of("launchPackage", Brief.map(form.put("trackingTested", false))));
        var back = context.latest(handoff.key(), "launchPackage").orElseThrow();
        assertThat(back.document().path("trackingTested").isBoolean()).isTrue();
        assertThat(back.document().path("trackingTested").asBoolean()).isFalse();
    }

    @Test
    void anOversizedPackageIsRefusedWithItsName() {
        transfer.startWith(incomplete());
        var huge = transfer.form(transfer.brief()).put("primaryMessage", "x".repeat(262_144));

        assertThat(refused(() -> submit(huge, 1)).fields().get(0).field()).isEqualTo(BRIEF);
        assertThat(latest().version()).isEqualTo(1);
        assertThat(openTasks()).containsExactly("complete_package");
    }

    @Test
    void everyVersionIsInTheJournalWithItsFieldsAndItsWayIn() {
        transfer.startWith(incomplete());
        change(1, "brandGuidelines", "https://brand.example.org/2027");
        submit(transfer.form(transfer.brief()), 1);

        var changes = story.of(PackageChanged.class);
        assertThat(changes).extracting(change -> change.detail().get("version")).containsExactly(1, 2, 3);
        assertThat(changes).extracting(change -> change.who()).containsExactly("strategist", "manager", "strategist");
        assertThat(changes)
                .extracting(change -> change.detail().get("via"))
                .containsExactly("engine", "api", "tasklist");
        assertThat(changes.get(0).detail().get("fields"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains("audienceInsights", "brandGuidelines")
                .doesNotContain("primaryMessage");
        assertThat(changes.get(1).detail()).containsEntry("fields", List.of("brandGuidelines"));
        assertThat(changes.get(2).detail()).containsEntry("fields", List.of("primaryMessage"));
    }

    @Test
    @Tag("races")
    void changesAtTheSameMomentLoseNothing() throws Exception {
        transfer.startWith(incomplete());
        for (int round = 1; round <= Race.ROUNDS; round++) {
            var seen = latest().version();
            var form = shown("complete_package").put("offLimits", "No irony in round " + round);
            var guidelines = "https://brand.example.org/" + round;

            var answers = Race.of(List.of(
                    () -> {
                        submit(form, seen);
                        return "completed";
                    },
                    () -> {
                        change(seen, "brandGuidelines", guidelines);
                        return "changed";
                    }));

            assertThat(answers).containsExactly("completed", "changed");
            assertThat(text("brandGuidelines")).isEqualTo(guidelines);
            assertThat(latest().document().path("offLimits").path(0).asText()).endsWith("round " + round);
            assertThat(shown("complete_package").path("brandGuidelines").asText())
                    .isEqualTo(guidelines);
        }
    }

    private ObjectNode incomplete() {
        var brief = transfer.brief();
        brief.remove("primaryMessage");
        return brief;
    }

    private ObjectNode startLaunch() {
        return contracts.catalog().example("launchPackage");
    }

    private void start(ObjectNode launch) {
        var facts = SingleTransfer.facts();
        facts.put("contract", "production-to-launch");
        facts.put("launchPackage", Brief.map(launch));
        transfer.start(facts);
    }

    /** What Tasklist sends back: the whole form and the version it showed. */
    private void submit(ObjectNode form, int shownVersion) {
        var answers = new HashMap<String, Object>();
        answers.put(BRIEF, Brief.map(form));
        answers.put("shownVersions", Map.of(BRIEF, shownVersion));
        Entrance.TASKLIST.during(() -> {
            handoff.complete("strategist", "complete_package", answers);
            return null;
        });
    }

    private void change(int seen, String field, String value) {
        var fields = JsonNodeFactory.instance.objectNode().put(field, value);
        handoff.as("manager", () -> Entrance.API.during(() -> changes.change(handoff.key(), BRIEF, seen, fields)));
    }

    private static Refusal refused(Runnable deed) {
        var refused = catchThrowableOfType(Refusal.class, deed::run);
        assertThat(refused).as("a refusal").isNotNull();
        return refused;
    }

    private PackageVersion latest() {
        return context.latest(handoff.key(), BRIEF).orElseThrow();
    }

    private String text(String field) {
        return latest().document().path(field).asText();
    }

    private ObjectNode shown(String task) {
        return (ObjectNode) json(task, BRIEF);
    }

    private Map<?, ?> versions(String task) {
        return Brief.map(json(task, "packageVersions"));
    }

    private JsonNode json(String task, String variable) {
        return JsonVariables.tree(forms.getTaskFormVariables(handoff.task(task).getId(), List.of(variable), false)
                .<TypedValue>getValueTyped(variable));
    }

    private List<String> openTasks() {
        return handoff.tasks().stream().map(Task::getTaskDefinitionKey).toList();
    }
}
