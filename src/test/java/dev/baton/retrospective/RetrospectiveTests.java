package dev.baton.retrospective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.handoff.Ended;
import dev.baton.handoff.Handoffs;
import dev.baton.handoff.NewHandoff;
import dev.baton.handoff.Started;
import dev.baton.harness.Brief;
import dev.baton.harness.LookBack;
import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Race;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.Story;
import dev.baton.harness.Walk;
import dev.baton.journal.Journal;
import dev.baton.journal.Status;
import dev.baton.packages.ContextStore;
import dev.baton.packages.DeployedContracts;
import dev.baton.packages.GateJudged;
import dev.baton.process.Variables;
import dev.baton.review.AdvancedUnreviewed;
import dev.baton.review.Escalated;
import dev.baton.review.Reminded;
import dev.baton.review.ReminderSweep;
import dev.baton.shared.FieldError;
import dev.baton.shared.Json;
import dev.baton.shared.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Looking back on a campaign: both sides rate apart, a stakeholder may rate, nine questions are answered together. */
@ServiceTest
class RetrospectiveTests {

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
    private Handoffs handoffs;

    @Autowired
    private ReminderSweep sweep;

    private LookBack lookBack;
    private Story story;

    @BeforeEach
    void prepare() {
        people.named("ruth", "final-approver", "stakeholder");
        people.named("maria", "strategist");
        people.named("ben", "execution-owner");
        lookBack = new LookBack(handoff, contracts);
        story = new Story(journal, handoff.key());
    }

    // The way through

    @Test
    void threeAreAskedAtOnceAndTheRetrospectiveIsHeldWhenAllHaveAnswered() {
        lookBack.start();
        assertThat(open()).containsExactlyInAnyOrder("rate_asSender", "rate_asReceiver", "rate_brand");
        assertThat(story.summary().status()).isEqualTo(Status.LAUNCHED);

        lookBack.rateAsSender(9).rateBrand(7);
        assertThat(open()).containsExactly("rate_asReceiver");
        lookBack.rateAsReceiver(5);
        assertThat(open()).containsExactly("hold_retrospective");
        assertThat(story.summary().status()).isEqualTo(Status.LAUNCHED);

        lookBack.hold();
        assertThat(story.summary().status()).isEqualTo(Status.ENDED);
        assertThat(story.summary().outcome()).isEqualTo("retrospective-held");
        assertThat(story.kinds()).endsWith(GateJudged.class, RetrospectiveHeld.class, Ended.class);
        assertThat(context.latest(handoff.key(), LookBack.PACKAGE).orElseThrow().document())
                .isEqualTo(lookBack.answers());
    }

    @Test
    void whoHoldsItSeesEveryRatingAndTheGap() {
        lookBack.toHolding();

        var shown = shown(handoff.task("hold_retrospective"));
        assertThat(shown.at("/sender/value").asInt()).isEqualTo(9);
        assertThat(shown.at("/sender/who").asText()).isEqualTo("strategist");
        assertThat(shown.at("/sender/why").asText()).isEqualTo("The tone is ours.");
        assertThat(shown.at("/receiver/value").asInt()).isEqualTo(5);
        assertThat(shown.at("/stakeholder/value").asInt()).isEqualTo(7);
        assertThat(shown.at("/gap").asInt()).isEqualTo(4);
        assertThat(ratings().gap()).hasValue(4);
    }

    @Test
    void aGapThatOnePersonHasWithThemselvesIsNone() {
        people.named("uma", "strategist", "execution-owner");
        lookBack.start(Map.of("team", Map.of("strategist", "uma", "execution-owner", "uma")));
        handoff.complete("uma", "rate_asSender", LookBack.rating(9));
        handoff.complete("uma", "rate_asReceiver", LookBack.rating(5));
        lookBack.rateBrand(7);

        assertThat(shown(handoff.task("hold_retrospective")).has("gap")).isFalse();
    }

    @Test
    void aQuestionWithoutAnAnswerComesBackByName() {
        lookBack.toHolding();
        lookBack.hold(lookBack.answers().put("communicationBroke", "n/a").without(List.of("nextCampaign")));

        var again = handoff.task("hold_retrospective");
        assertThat(tree(again, Variables.CONTEXT_GAPS))
                .extracting(gap -> gap.path("field").asText())
                .containsExactlyInAnyOrder("communicationBroke", "nextCampaign");
        assertThat(tree(again, Variables.RATINGS).at("/gap").asInt()).isEqualTo(4);
        assertThat(story.summary().status()).isEqualTo(Status.LAUNCHED);

        lookBack.hold();
        assertThat(story.summary().outcome()).isEqualTo("retrospective-held");
    }

    @Test
    void bothSidesMayAnswerAtTheSameInstant() throws Exception {
        lookBack.start();
        Callable<Object> sender = () -> lookBack.rateAsSender(9);
        Callable<Object> receiver = () -> lookBack.rateAsReceiver(5);
        Callable<Object> stakeholder = () -> lookBack.rateBrand(7);

        assertThat(Race.of(List.of(sender, receiver, stakeholder))).containsOnly(lookBack);
        assertThat(open()).containsExactly("hold_retrospective");
        assertThat(story.of(Rated.class)).hasSize(3);
        assertThat(ratings().gap()).hasValue(4);
    }

    // Nobody sees the other's answer

    @Test
    void theJournalKeepsARatingSealedUntilTheOtherSideHasAnswered() {
        lookBack.start().rateBrand(7).rateAsSender(9);

        assertThat(story.of(Rated.class))
                .hasSize(2)
                .allSatisfy(rated -> assertThat(rated.detail())
                        .doesNotContainKeys("value", "why")
                        .containsEntry("sealed", true));

        lookBack.rateAsReceiver(5);
        assertThat(story.of(Rated.class))
                .extracting(rated -> rated.detail().get("value"))
                .containsExactly(7, 9, 5);
        assertThat(story.detail(Rated.class))
                .containsEntry("what", "strategic-intent")
                .containsEntry("rater", "receiver")
                .containsEntry("reviewer", "executionowner")
                .doesNotContainKey("sealed");
    }

    @Test
    void aRatingOfACancelledRetrospectiveStaysSealed() {
        lookBack.start().rateAsSender(9);
        handoff.as("manager", () -> {
            handoffs.stop(story.summary(), "The client has left.");
            return true;
        });

        assertThat(story.summary().status()).isEqualTo(Status.CANCELLED);
        assertThat(story.detail(Rated.class)).containsEntry("sealed", true).doesNotContainKey("value");
        assertThat(handoff.tasks()).isEmpty();
    }

    // Silence

    @Test
    void whoAnswersInTimeIsDoneWithinSevenDaysEvenWhenOneStepIsEscalated() {
        var launched = Scenario.now();
        lookBack.start();
        handoff.pass(Duration.ofHours(47));
        lookBack.rateAsSender(9);
        handoff.pass(Duration.ofHours(48));
        handoff.complete("ruth", "decide_escalated", LookBack.rating(5));
        handoff.pass(Duration.ofHours(47));
        lookBack.hold();

        assertThat(Duration.between(launched, Scenario.now())).isLessThan(Duration.ofDays(7));
        assertThat(story.summary().outcome()).isEqualTo("retrospective-held");
    }

    @Test
    void eachSilentSideIsEscalatedWithItsOwnReviewer() {
        lookBack.start(Map.of("team", Map.of("strategist", "maria", "execution-owner", "ben", "stakeholder", "ruth")));
        handoff.pass(Duration.ofHours(24));
        sweep.sweep();
        assertThat(story.of(Reminded.class))
                .extracting(reminded -> reminded.detail().get("reviewer"))
                .containsExactlyInAnyOrder("maria", "ben");

        handoff.pass(Duration.ofHours(24));
        assertThat(story.of(Escalated.class))
                .extracting(escalated -> escalated.detail().get("reviewer"))
                .containsExactlyInAnyOrder("maria", "ben");
        assertThat(handoff.tasks())
                .extracting(Task::getTaskDefinitionKey, Task::getAssignee)
                .containsOnly(tuple("decide_escalated", "ruth"))
                .hasSize(2);
    }

    @Test
    void aSidesSilenceHoldsUntilSomebodyRatesInItsPlace() {
        lookBack.start(Map.of("team", Map.of("strategist", "maria")))
                .rateAsReceiver(5)
                .rateBrand(7);
        handoff.pass(Duration.ofHours(96));
        assertThat(open()).containsExactly("decide_held");
        assertThat(story.summary().status()).isEqualTo(Status.HELD);
        var reminders = story.of(Reminded.class).size();
        for (int day = 1; day <= 2; day++) {
            handoff.pass(Duration.ofHours(24));
            sweep.sweep();
            assertThat(story.of(Reminded.class)).hasSize(reminders + day);
        }

        handoff.complete("ruth", "decide_held", LookBack.rating(8));

        assertThat(story.detail(Rated.class))
                .containsEntry("rater", "sender")
                .containsEntry("value", 8)
                .containsEntry("reviewer", "maria")
                .hasEntrySatisfying(
                        "waitSeconds",
                        seconds -> assertThat(((Number) seconds).longValue())
                                .isCloseTo(Duration.ofDays(6).toSeconds(), within(60L)));
        assertThat(story.last(Rated.class).who()).isEqualTo("ruth");
        assertThat(open()).containsExactly("hold_retrospective");
        assertThat(story.summary().status()).isEqualTo(Status.LAUNCHED);
    }

    @Test
    void whoStandsInMaySayThatNobodyCanRate() {
        lookBack.start().rateAsReceiver(5).rateBrand(7);
        handoff.fireTimer("timer_rateAsSender48h");
        handoff.complete(
                "ruth",
                "decide_escalated",
                Map.of("rating", Map.of("cannotRate", true, "reason", "Maria has left the company.")));

        assertThat(story.detail(NotRated.class))
                .containsEntry("rater", "sender")
                .containsEntry("reason", "Maria has left the company.")
                .doesNotContainKey("value");
        var shown = shown(handoff.task("hold_retrospective"));
        assertThat(shown.at("/sender/reason").asText()).isEqualTo("Maria has left the company.");
        assertThat(shown.at("/receiver/value").asInt()).isEqualTo(5);
        assertThat(shown.has("gap")).isFalse();
    }

    @Test
    void aSideItselfDoesNotGetAwayWithoutARating() {
        lookBack.start();

        var refused = refused(() -> handoff.complete(
                "strategist", "rate_asSender", Map.of("rating", Map.of("cannotRate", true, "reason", "No time."))));

        assertThat(refused.fields()).extracting(FieldError::field).contains("rating.value");
        assertThat(story.of(NotRated.class)).isEmpty();
    }

    @Test
    void aSilentStakeholderBlocksNothing() {
        lookBack.start().rateAsSender(9).rateAsReceiver(5);
        assertThat(open()).containsExactly("rate_brand");

        handoff.fireTimer("timer_rateBrand48h");

        assertThat(story.of(NotRated.class)).hasSize(1);
        assertThat(open()).containsExactly("hold_retrospective");
        assertThat(story.detail(NotRated.class))
                .containsEntry("what", "brand-alignment")
                .containsEntry("rater", "stakeholder")
                .containsEntry("reason", "Nobody rated in time.");
        assertThat(shown(handoff.task("hold_retrospective"))
                        .at("/stakeholder/reason")
                        .asText())
                .isEqualTo("Nobody rated in time.");
    }

    @Test
    void silenceAtTheRetrospectiveItselfHoldsItWithTheRatingsInView() {
        lookBack.toHolding();
        handoff.fireTimer("timer_holdRetrospective48h");
        var escalated = handoff.task("decide_escalated");
        assertThat(escalated.getAssignee()).isEqualTo("ruth");
        assertThat(shown(escalated).at("/gap").asInt()).isEqualTo(4);

        handoff.fireTimer("timer_decideEscalated48h");
        assertThat(story.summary().status()).isEqualTo(Status.HELD);
        handoff.complete("ruth", "decide_held", lookBack.form(lookBack.answers()));

        assertThat(story.summary().outcome()).isEqualTo("retrospective-held");
        assertThat(story.kinds()).doesNotContain(AdvancedUnreviewed.class);
    }

    // What is refused

    static List<Object> wrongRatings() {
        return List.of(0, 11, -3, 7.5, 1e300, Integer.MAX_VALUE, "eight", "", List.of(8), Map.of("is", 8), true);
    }

    @ParameterizedTest
    @MethodSource("wrongRatings")
    void aRatingIsAWholeNumberFromOneToTen(Object value) {
        lookBack.start();

        var refused = refused(() -> handoff.complete("strategist", "rate_asSender", LookBack.rating(value)));

        assertThat(refused.fields()).extracting(FieldError::field).containsOnly("rating.value");
        assertThat(story.of(Rated.class)).isEmpty();
        assertThat(open()).contains("rate_asSender");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void oneAndTenAreRatings(int value) {
        lookBack.start().rateAsSender(value);

        assertThat(story.of(Rated.class)).hasSize(1);
    }

    @Test
    void aRatingThatIsMissingIsAskedFor() {
        lookBack.start();

        assertThat(refused(() -> handoff.complete("strategist", "rate_asSender"))
                        .fields())
                .extracting(FieldError::field)
                .containsExactly("rating.value");
    }

    @Test
    void aStartThatMakesNoSenseIsRefusedWithEverythingThatIsWrong() {
        var refused = refused(() -> lookBack.start(Map.of("handoff", "no-such-handoff", "launchedOn", today(2))));
        assertThat(refused.fields()).extracting(FieldError::field).containsExactly("handoff");

        assertThat(refused(() -> lookBack.start(Map.of("launchedOn", today(2)))).fields())
                .extracting(FieldError::field)
                .containsExactly("launchedOn");
        assertThat(refused(() -> lookBack.start(Map.of("launchedOn", "last Tuesday")))
                        .fields())
                .extracting(FieldError::message)
                .containsExactly("\"last Tuesday\" is not a date: write it as year-month-day, such as 2027-03-31.");
        assertThat(journal.find(handoff.key())).isEmpty();
    }

    // What it takes from the handoff it looks back on

    @Test
    void thePeopleOfTheHandoffAreAskedUnlessOthersAreNamed(@Autowired Scenario earlier) {
        people.named("sol", "stakeholder");
        var facts = Brief.facts();
        facts.put("team", Map.of("strategist", "maria", "execution-owner", "ben", "quality-owner", "qualityowner"));
        earlier.start("strategist", Walk.MODEL, facts);

        lookBack.start(Map.of(
                "handoff",
                earlier.key(),
                "launchedOn",
                "2026-01-05",
                "team",
                Map.of("stakeholder", "sol", "strategist", "strategist")));

        assertThat(handoff.task("rate_asSender").getAssignee()).isEqualTo("strategist");
        assertThat(handoff.task("rate_asReceiver").getAssignee()).isEqualTo("ben");
        assertThat(handoff.task("rate_brand").getAssignee()).isEqualTo("sol");
        assertThat(story.detail(Started.class)).containsEntry("about", earlier.key());
        assertThat(handoff.variable(handoff.task("rate_asSender"), "holdBy")).isEqualTo("2026-01-12");
    }

    @Test
    void anIntegratorStartsOneThroughTheApi() {
        handoff.as("execution-owner", () -> {
            handoffs.start(new NewHandoff(
                    ProcessKeys.RETROSPECTIVE,
                    handoff.key(),
                    "Spring appeal",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Map.of("launchedOn", today(0)),
                    null,
                    Json.MAPPER.createObjectNode().put("accountable", "ruth"),
                    Map.of()));
            return handoff;
        });

        assertThat(open()).contains("rate_asSender", "rate_asReceiver", "rate_brand");
    }

    private Ratings ratings() {
        return Ratings.of(journal.events(handoff.key()), story.summary().processInstanceId());
    }

    private static String today(int plusDays) {
        return LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC)
                .plusDays(plusDays)
                .toString();
    }

    private List<String> open() {
        return handoff.tasks().stream().map(Task::getTaskDefinitionKey).toList();
    }

    private JsonNode shown(Task task) {
        return tree(task, Variables.RATINGS);
    }

    private JsonNode tree(Task task, String variable) {
        try {
            return Json.MAPPER.readTree(String.valueOf(handoff.variable(task, variable)));
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }

    private static Refusal refused(Runnable deed) {
        return catchThrowableOfType(Refusal.class, deed::run);
    }
}
