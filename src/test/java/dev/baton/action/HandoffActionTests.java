package dev.baton.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.handoff.Cancelled;
import dev.baton.handoff.Ended;
import dev.baton.handoff.StartableModels;
import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Race;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.SingleTransfer;
import dev.baton.harness.Story;
import dev.baton.harness.Walk;
import dev.baton.journal.Event;
import dev.baton.journal.Filter;
import dev.baton.journal.Journal;
import dev.baton.journal.Sort;
import dev.baton.journal.Status;
import dev.baton.packages.DeployedContracts;
import dev.baton.process.JournalWriter;
import dev.baton.process.NotAllowed;
import dev.baton.process.NotRunning;
import dev.baton.review.AdvancedUnreviewed;
import dev.baton.review.Reminded;
import dev.baton.review.ReminderSweep;
import dev.baton.review.ReviewAsked;
import dev.baton.shared.Entrance;
import dev.baton.shared.FieldError;
import dev.baton.shared.Refusal;
import dev.baton.spokendecision.DecisionConfirmed;
import dev.baton.spokendecision.DecisionDisputed;
import dev.baton.spokendecision.DecisionDropped;
import dev.baton.spokendecision.DecisionEntered;
import dev.baton.spokendecision.DecisionUnanswered;
import dev.baton.spokendecision.DuplicateSpokenDecision;
import dev.baton.spokendecision.SpokenDecision;
import dev.baton.spokendecision.SpokenDecision.State;
import dev.baton.spokendecision.SpokenDecisions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do with a running handoff from Tasklist: stop it, or enter what they have decided in a conversation. */
@ServiceTest
class HandoffActionTests {

    private static final String WORDING = "We launch without the second teaser.";

    @Autowired
    private StartableModels models;

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private SpokenDecisions decisions;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ReminderSweep sweep;

    private SingleTransfer transfer;
    private Story story;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        people.named("cleo", "creative");
        people.named("maria", "strategist");
        people.named("salim", "sales");
        people.named("stella", "stakeholder");
        transfer = new SingleTransfer(handoff, contracts);
        story = new Story(journal, handoff.key());
    }

    // Stop

    @Test
    void whoeverMayStopsAHandoffFromTasklist() {
        transfer.toQualityCheck();
        act("strategist", Map.of("handoff", handoff.key(), "action", "stop", "stopReason", "The menu stays. "));

        assertThat(story.summary().status()).isEqualTo(Status.CANCELLED);
        assertThat(story.detail(Cancelled.class)).containsEntry("reason", "The menu stays.");
        assertThat(story.last(Cancelled.class).who()).isEqualTo("strategist");
        assertThat(nothingRuns()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Entrance.class,
            names = {"TASKLIST", "ENGINE_REST"})
    void whoeverMayNotHearsWhoMayAndTheHandoffRunsOn(Entrance entrance) {
        transfer.toQualityCheck();

        for (var other : List.of("salim", "cleo")) {
            assertThat(refused(() -> entrance.during(() -> start(other, null, stop()))))
                    .isInstanceOf(NotAllowed.class)
                    .hasMessageContaining("Only people of this handoff's team, its accountable person");
        }
        assertThat(story.summary().open()).isTrue();
        assertThat(openTasks()).containsExactly("review_quality");
        assertThat(story.kinds()).doesNotContain(Cancelled.class);
    }

    @Test
    void theAccountablePersonManagersAndOperationsMayStopIt() {
        for (var who : List.of("ruth", "manager", "operations")) {
            var key = another("Autumn menu of " + who);
            act(who, Map.of("handoff", key, "action", "stop", "stopReason", "The menu stays."));

            assertThat(journal.find(key).orElseThrow().outcome()).as(who).isEqualTo("cancelled");
        }
    }

    @Test
    void aHandoffThatIsOverCannotBeStopped() {
        transfer.toQualityCheck();
        act("strategist", stop());

        assertThat(refused(() -> act("strategist", stop())))
                .isInstanceOf(NotRunning.class)
                .hasMessageContaining("is over since")
                .hasMessageContaining("there is nothing to stop");
    }

    @Test
    void aSuspendedHandoffCannotBeStopped() {
        transfer.toQualityCheck();
        runtime.suspendProcessInstanceById(story.summary().processInstanceId());

        assertThat(refused(() -> act("strategist", stop())))
                .hasMessageContaining("Operations have suspended this handoff");
        assertThat(story.summary().open()).isTrue();
        runtime.activateProcessInstanceById(story.summary().processInstanceId());
    }

    @Test
    void anIntegratorNamesTheHandoffByItsBusinessKey() {
        transfer.toQualityCheck();
        Entrance.ENGINE_REST.during(() ->
                start("strategist", handoff.key(), Map.of("action", "stop", "stopReason", "The menu stays as it is.")));

        assertThat(story.summary().outcome()).isEqualTo("cancelled");
    }

    @Test
    void ofTwoKeysThatDisagreeNoneIsTaken() {
        transfer.toQualityCheck();
        var other = another("Winter menu");

        assertThat(refused(() -> start("strategist", other, stop())))
                .hasMessageContaining("leave one of them out")
                .extracting(HandoffActionTests::fields)
                .isEqualTo(List.of("handoff"));
        assertThat(story.summary().open()).isTrue();
        assertThat(journal.find(other).orElseThrow().open()).isTrue();
    }

    // Which handoff

    @Test
    void theNameOfItsCampaignIsEnoughWhereOnlyOneRuns() {
        var key = another("Lantern parade " + handoff.key().substring(5, 13));
        var name = journal.find(key).orElseThrow().campaign();
        act("strategist", Map.of("handoff", name.toUpperCase(Locale.ROOT), "action", "stop", "stopReason", "x"));

        assertThat(journal.find(key).orElseThrow().open()).isFalse();
    }

    @Test
    void whereTwoRunUnderOneNameTheirIdsAreNamed() {
        var name = "Lantern parade " + handoff.key().substring(5, 13);
        var first = another(name);
        var second = another(name);

        assertThat(refused(() -> act("strategist", Map.of("handoff", name, "action", "stop", "stopReason", "x"))))
                .hasMessageContaining("Several running handoffs are called")
                .hasMessageContaining(first)
                .hasMessageContaining(second);
    }

    @Test
    void aWrongIdIsAnsweredWithTheRunningHandoffsThatAreLikeIt() {
        var key = another("Lantern parade");
        var over = another("Lantern march");
        act("strategist", Map.of("handoff", over, "action", "stop", "stopReason", "x"));

        assertThat(refused(() ->
                        act("strategist", Map.of("handoff", "lantern-parad", "action", "stop", "stopReason", "x"))))
                .hasMessageContaining("Did you mean")
                .hasMessageContaining("%s (Lantern parade)".formatted(key))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(over))
                .extracting(HandoffActionTests::fields)
                .isEqualTo(List.of("handoff"));
    }

    @Test
    void whereNothingIsLikeItOnesOwnRunningHandoffsAreNamed() {
        people.named("mona", "strategist");
        var facts = SingleTransfer.facts();
        facts.put("campaign", "Quiet garden");
        facts.put("team", Map.of("strategist", "mona"));
        var key = another(facts);

        assertThat(refused(() -> act("mona", Map.of("handoff", "zzz", "action", "stop", "stopReason", "x"))))
                .hasMessageContaining("Yours are %s (Quiet garden)".formatted(key));
    }

    @Test
    void aPartnerHearsOfNoHandoffOfOthers() {
        people.named("pablo", "partner");
        var key = another("Lantern parade");

        for (var written : List.of(key, "Lantern parade", "lantern-parad")) {
            assertThat(refused(() -> act("pablo", Map.of("handoff", written, "action", "stop", "stopReason", "x"))))
                    .hasMessageContaining("that you may see")
                    .satisfies(refused -> assertThat(
                                    String.valueOf(refused.getMessage()).replace(written, ""))
                            .doesNotContain(key, "(Lantern parade)"));
        }
    }

    @Test
    void whatTheStartFormAsksIsDemandedFromEverybody() {
        transfer.toQualityCheck();

        assertThat(refused(() -> act("strategist", Map.of())).fields())
                .extracting(FieldError::field)
                .containsExactly("handoff", "action");
        assertThat(refused(() -> act("strategist", Map.of("handoff", handoff.key(), "action", "ask")))
                        .fields())
                .extracting(FieldError::field)
                .containsExactly("action");
        assertThat(refused(() -> act("strategist", Map.of("handoff", handoff.key(), "action", "stop")))
                        .fields())
                .extracting(FieldError::field)
                .containsExactly("stopReason");
        assertThat(refused(() -> act("strategist", Map.of("handoff", handoff.key(), "action", "decision")))
                        .fields())
                .extracting(FieldError::field)
                .containsExactly("wording", "spokenWith", "spokenOn");
        assertThat(openTasks()).containsExactly("review_quality");
    }

    // A spoken decision

    @Test
    void itIsPutToTheOtherSideAndDoesNotCountYet() {
        transfer.toQualityCheck();
        act("strategist", decision("cleo"));

        var asked = handoff.task("confirm_decision");
        assertThat(asked.getAssignee()).isEqualTo("cleo");
        assertThat(asked.getName()).isEqualTo("Confirm the spoken decision: Autumn menu");
        assertThat(Duration.between(
                        asked.getCreateTime().toInstant(), asked.getDueDate().toInstant()))
                .isCloseTo(Duration.ofHours(48), Duration.ofMinutes(1));
        assertThat(handoff.variable(asked, "wording")).isEqualTo(WORDING);
        assertThat(handoff.variable(asked, "enteredBy")).isEqualTo("strategist");
        assertThat(handoff.variable(asked, "aboutInWords")).isEqualTo("“The one message” in the creative brief");
        assertThat(onlyDecision().state()).isEqualTo(State.ENTERED);
        assertThat(decisions.holding(handoff.key())).isEmpty();
        assertThat(story.last(DecisionEntered.class).who()).isEqualTo("strategist");
        assertThat(story.detail(DecisionEntered.class))
                .containsEntry("wording", WORDING)
                .containsEntry("enteredBy", "strategist")
                .containsEntry("spokenWith", "cleo")
                .containsEntry("spokenOn", today().toString())
                .containsEntry("about", "creativeBrief.primaryMessage");
        assertThat(story.detail(ReviewAsked.class))
                .containsEntry("review", "spoken-decision")
                .containsEntry("reviewer", "cleo");
    }

    @Test
    void confirmedItHoldsAndTheRecordNamesBoth() {
        var day = today().toString();
        transfer.toQualityCheck();
        act("strategist", decision("cleo"));
        handoff.pass(Duration.ofHours(3));
        confirm("cleo");

        assertThat(onlyDecision().holds()).isTrue();
        assertThat(onlyDecision().since())
                .isEqualTo(story.last(DecisionConfirmed.class).at());
        assertThat(story.last(DecisionConfirmed.class).who()).isEqualTo("cleo");
        assertThat(story.detail(DecisionConfirmed.class))
                .containsEntry("wording", WORDING)
                .containsEntry("enteredBy", "strategist")
                .containsEntry("spokenWith", "cleo")
                .containsEntry("spokenOn", day);
        assertThat(openTasks()).containsExactly("review_quality");
        assertThat(story.summary().sentBack()).isZero();
    }

    @Test
    void everyTaskOfTheHandoffShowsWhatHolds() {
        transfer.toQualityCheck();
        var before = handoff.task("review_quality").getDescription();
        act("strategist", decision("cleo"));
        assertThat(handoff.task("review_quality").getDescription()).isEqualTo(before);

        confirm("cleo");
        act("strategist", with(decision("cleo"), "wording", "And without the third."));
        confirm("cleo");

        var now = handoff.task("review_quality").getDescription();
        assertThat(now)
                .startsWith(before + "\n\nSpoken decisions that hold")
                .containsOnlyOnce("Spoken decisions that hold")
                .contains(
                        "- strategist and cleo on %s about “The one message” in the creative brief: And without the third.\n- "
                                .formatted(today()))
                .endsWith(WORDING);
        transfer.pass();
        assertThat(handoff.task("receive_handoff").getDescription()).contains("Spoken decisions that hold", WORDING);
    }

    @Test
    void aDescriptionThatWouldBecomeTooLongKeepsTheNewestDecisions() {
        transfer.toQualityCheck();
        for (var number = 1; number <= 14; number++) {
            act("strategist", with(decision("cleo"), "wording", "Decision " + number + " " + "x".repeat(1900)));
            confirm("cleo");
        }

        assertThat(handoff.task("review_quality").getDescription())
                .hasSizeLessThanOrEqualTo(4000)
                .contains("Decision 14 ", "Decision 13 ")
                .doesNotContain("Decision 1 ");
    }

    @Test
    void theOtherSideSaysWhatWasReallyAgreedAndItGoesBack() {
        transfer.toQualityCheck();
        act("strategist", decision("cleo"));
        dispute("cleo", "Only the third teaser goes.");

        var back = handoff.task("correct_decision");
        assertThat(back.getAssignee()).isEqualTo("strategist");
        assertThat(handoff.variable(back, "reviewReason")).isEqualTo("Only the third teaser goes.");
        assertThat(onlyDecision().state()).isEqualTo(State.DISPUTED);
        assertThat(story.detail(DecisionDisputed.class)).containsEntry("reason", "Only the third teaser goes.");
    }

    @Test
    void correctedItIsPutToTheOtherSideOnceMore() {
        transfer.toQualityCheck();
        act("strategist", decision("cleo"));
        dispute("cleo", "Only the third teaser goes.");
        var again = new HashMap<>(decision("cleo"));
        again.keySet().removeAll(List.of("handoff", "action"));
        again.putAll(Map.of("decision", "again", "wording", "We launch without the third teaser."));
        handoff.complete("strategist", "correct_decision", again);

        assertThat(onlyDecision().state()).isEqualTo(State.ENTERED);
        assertThat(handoff.variable(handoff.task("confirm_decision"), "wording"))
                .isEqualTo("We launch without the third teaser.");
        confirm("cleo");
        assertThat(onlyDecision().holds()).isTrue();
        assertThat(onlyDecision().wording()).isEqualTo("We launch without the third teaser.");
        assertThat(story.of(DecisionEntered.class)).hasSize(2);
    }

    @Test
    void aCorrectionIsHeldToTheSameRules() {
        transfer.toQualityCheck();
        act("strategist", decision("cleo"));
        dispute("cleo", "Never.");
        var again = Map.of(
                "decision", "again", "wording", WORDING, "spokenWith", "strategist", "spokenOn", today().toString());

        assertThat(refused(() -> handoff.complete("strategist", "correct_decision", again)))
                .hasMessageContaining("You cannot confirm your own word");
        assertThat(openTasks()).contains("correct_decision");
        assertThat(onlyDecision().state()).isEqualTo(State.DISPUTED);
    }

    @Test
    void droppedByWhoeverEnteredItItNeverCounts() {
        transfer.toQualityCheck();
        act("strategist", decision("cleo"));
        dispute("cleo", "We did not decide anything.");
        handoff.complete("strategist", "correct_decision", Map.of("decision", "drop", "reason", "I misheard."));

        assertThat(onlyDecision().state()).isEqualTo(State.DROPPED);
        assertThat(onlyDecision().said()).isEqualTo("I misheard.");
        assertThat(story.detail(DecisionDropped.class)).containsEntry("name", "Decision dropped");
        assertThat(openTasks()).containsExactly("review_quality");
    }

    @Test
    void silenceConfirmsNothing() {
        transfer.toQualityCheck();
        act("strategist", decision("cleo"));
        handoff.pass(Duration.ofHours(24));
        sweep.sweep();
        assertThat(story.of(Reminded.class).stream().map(event -> event.detail().get("reviewer")))
                .contains("cleo");

        handoff.fireTimer("timer_confirmDecision48h");
        var back = handoff.task("correct_decision");
        assertThat(back.getAssignee()).isEqualTo("strategist");
        assertThat(handoff.variable(back, "reviewReason")).isNull();
        assertThat(onlyDecision().state()).isEqualTo(State.ENTERED);
        assertThat(story.last(DecisionUnanswered.class).who()).isEqualTo(JournalWriter.ENGINE);
        assertThat(story.kinds()).doesNotContain(AdvancedUnreviewed.class);

        handoff.fireTimer("timer_correctDecision48h");
        assertThat(onlyDecision().state()).isEqualTo(State.DROPPED);
        assertThat(story.detail(DecisionDropped.class)).containsEntry("name", "Decision lapsed");
        assertThat(actions()).isZero();
    }

    @Test
    void nobodyConfirmsInTheOtherSidesPlace() {
        transfer.toQualityCheck();
        act("strategist", decision("cleo"));
        var task = handoff.task("confirm_decision").getId();

        for (var other : List.of("strategist", "operations", "admin")) {
            tasks.setAssignee(task, people.named(other));
            assertThat(refused(() -> handoff.complete(other, "confirm_decision", Map.of("decision", "confirmed"))))
                    .hasMessageContaining("Only cleo can answer this");
        }
        assertThat(onlyDecision().state()).isEqualTo(State.ENTERED);
        tasks.setAssignee(task, "cleo");
        confirm("cleo");
        assertThat(onlyDecision().holds()).isTrue();
    }

    @Test
    void nobodyCorrectsWhatAnotherEntered() {
        transfer.toQualityCheck();
        act("strategist", decision("cleo"));
        dispute("cleo", "Never.");
        tasks.setAssignee(handoff.task("correct_decision").getId(), "cleo");

        assertThat(refused(() -> handoff.complete("cleo", "correct_decision", Map.of("decision", "drop"))))
                .hasMessageContaining("Only strategist can answer this");
    }

    @Test
    void theRecordKeepsWhatWasPutToTheOtherSideWhateverTheVariablesSayLater() {
        transfer.toQualityCheck();
        act("strategist", decision("cleo"));
        var task = handoff.task("confirm_decision");
        runtime.setVariable(task.getProcessInstanceId(), "wording", "We launch twice.");
        runtime.setVariable(task.getProcessInstanceId(), "spokenWith", "ruth");
        confirm("cleo");

        assertThat(story.detail(DecisionConfirmed.class))
                .containsEntry("wording", WORDING)
                .containsEntry("spokenWith", "cleo");
    }

    @Test
    void whoeverEnteredItStaysWhoEnteredIt() {
        transfer.toQualityCheck();
        act("strategist", decision("cleo"));

        assertThat(refused(() -> handoff.complete(
                        "cleo",
                        "confirm_decision",
                        Map.of("decision", "disputed", "reason", "No.", "enteredBy", "cleo"))))
                .hasMessageContaining("does not ask for \"enteredBy\"");
    }

    @Test
    void nobodyEntersADecisionInAnothersName() {
        transfer.toQualityCheck();

        assertThat(refused(() -> act("strategist", with(decision("cleo"), "enteredBy", "ruth"))))
                .hasMessageContaining("asks for \"enteredBy\"");
    }

    static Stream<Arguments> badInput() {
        var tomorrow =
                LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC).plusDays(2).toString();
        return Stream.of(
                wrong("wording", " ", "needs an answer"),
                wrong("wording", "x".repeat(2001), "shorten it"),
                wrong("spokenWith", "nobody", "name a person with an account"),
                wrong("spokenWith", "strategist", "You cannot confirm your own word"),
                wrong("spokenWith", "salim", "takes no part in this handoff: name somebody who does, such as ruth"),
                wrong("spokenWith", "stella", "takes no part in this handoff"),
                wrong("spokenOn", tomorrow, "has not come yet"),
                wrong("spokenOn", "yesterday", "write it as year-month-day"),
                wrong("spokenOn", null, "needs an answer"),
                wrong("about", "horoscope", "no part of a brief"));
    }

    private static Arguments wrong(String field, @Nullable String value, String remedy) {
        return Arguments.of(field, value, remedy);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("badInput")
    void badInputIsRefusedWithItsFieldAndTheRemedy(String field, @Nullable String value, String remedy) {
        transfer.toQualityCheck();
        var bad = new HashMap<String, Object>(decision("cleo"));
        bad.put(field, value);

        for (var entrance : List.of(Entrance.TASKLIST, Entrance.ENGINE_REST)) {
            var refused = refused(() -> entrance.during(() -> start("strategist", null, bad)));
            assertThat(fields(refused)).containsExactly(field);
            assertThat(refused).hasMessageContaining(remedy);
        }
        assertThat(openTasks()).containsExactly("review_quality");
        assertThat(story.kinds()).doesNotContain(DecisionEntered.class);
        assertThat(actions()).isZero();
    }

    // Who takes part

    @Test
    void thePeopleOfTheHandoffAndItsOpenRolesTakePart() {
        people.named("connor", "production");
        people.named("insa", "production");
        people.named("zoe", "creative");
        people.named("quentin", "quality-owner");
        transfer.startWith(
                transfer.brief(),
                Map.of(
                        "team",
                        Map.of("creative", "cleo", "stakeholder", "stella"),
                        "raci",
                        Map.of(
                                "accountable",
                                "ruth",
                                "responsible",
                                List.of(),
                                "consulted",
                                List.of("connor"),
                                "informed",
                                List.of("insa"))));

        for (var who : List.of("cleo", "ruth", "connor", "quentin", "maria", "manager", "operations")) {
            act("strategist", with(decision(people.named(who)), "wording", "Agreed with " + who));
        }
        for (var who : List.of("zoe", "stella", "insa", "salim")) {
            assertThat(refused(() -> act("strategist", decision(who))))
                    .hasMessageContaining(who + " takes no part in this handoff");
        }
        assertThat(decisions.of(handoff.key())).hasSize(7);
    }

    @Test
    void theRolesOfCalledDiagramsTakePartToo() {
        people.named("lea", "legal");
        people.named("lena", "production");
        new Walk(handoff, contracts).toBriefReview();

        act("strategist", decision("lea"));
        act("strategist", with(decision("lena"), "about", ""));
        assertThat(refused(() -> act("strategist", decision("salim")))).hasMessageContaining("takes no part");
        assertThat(decisions.of(handoff.key()))
                .extracting(SpokenDecision::spokenWith)
                .containsExactly("lea", "lena");
    }

    @Test
    void whoTakesNoPartEntersNothing() {
        transfer.toQualityCheck();

        assertThat(refused(() -> act("salim", decision("cleo"))))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Only those who take part in this handoff")
                .hasMessageContaining("ruth");
    }

    @Test
    void aPartnerOfTheTeamEntersAndConfirms() {
        people.named("pia", "partner");
        people.named("petra", "partner");
        transfer.startWith(transfer.brief(), Map.of("team", Map.of("partner", "pia")));

        act("pia", decision("strategist"));
        confirm("strategist");
        act("strategist", with(decision("pia"), "wording", "The agency sends drafts on Fridays."));
        confirm("pia");

        assertThat(decisions.holding(handoff.key())).hasSize(2);
        assertThat(refused(() -> act("strategist", decision("petra")))).hasMessageContaining("petra takes no part");
    }

    @Test
    void thePartnersRoleAloneMakesNobodyPartOfAHandoff() {
        people.named("petra", "partner");
        transfer.startWith(transfer.brief(), Map.of("receiverRole", "partner"));

        assertThat(refused(() -> act("strategist", decision("petra")))).hasMessageContaining("petra takes no part");
    }

    @Test
    void aStakeholderMayNotEvenStart() {
        transfer.toQualityCheck();

        assertThat(catchThrowable(() -> act("stella", decision("cleo")))).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void aPackageMayBeNamedByItsKeyAndAFieldByItsLabel() {
        transfer.toQualityCheck();
        var label = contracts.catalog().requirements("creativeBrief").stream()
                .filter(row -> row.field().equals("offLimits"))
                .findFirst()
                .orElseThrow()
                .label();
        act("strategist", with(decision("cleo"), "about", "creativeBrief"));
        act("strategist", with(decision("cleo"), "about", label.toLowerCase(Locale.ROOT)));
        act("strategist", with(decision("cleo"), "about", ""));

        assertThat(decisions.of(handoff.key()))
                .extracting(SpokenDecision::about)
                .containsExactly("creativeBrief", "creativeBrief.offLimits", null);
    }

    @Test
    void aLabelThatSeveralPackagesHaveIsAskedBack() {
        transfer.toQualityCheck();

        assertThat(refused(() -> act("strategist", with(decision("cleo"), "about", "Brand guidelines"))))
                .hasMessageContaining("is there more than once")
                .hasMessageContaining("strategyBrief.brandGuidelines");
    }

    // Beside the handoff

    @Test
    void theSameDecisionIsEnteredOnce() {
        transfer.toQualityCheck();
        act("strategist", decision("cleo"));
        assertThat(refused(() -> act("strategist", decision("cleo"))))
                .isInstanceOf(DuplicateSpokenDecision.class)
                .hasMessageContaining("it waits for cleo");

        confirm("cleo");
        assertThat(refused(() -> act("strategist", decision("cleo"))))
                .hasMessageContaining("has confirmed it: it holds");
        assertThat(decisions.of(handoff.key())).hasSize(1);
    }

    @Test
    void ofThoseWhoEnterTheSameAtTheSameMomentOneDoes() throws Exception {
        transfer.toQualityCheck();
        for (var round = 1; round <= 4; round++) {
            var entry = with(decision("cleo"), "wording", "Round " + round);
            var answers = Race.of(3, () -> {
                act("strategist", entry);
                return "entered";
            });

            assertThat(answers).filteredOn("entered"::equals).hasSize(1);
            assertThat(answers)
                    .filteredOn(DuplicateSpokenDecision.class::isInstance)
                    .hasSize(2);
            assertThat(decisions.of(handoff.key())).hasSize(round);
        }
    }

    @Test
    void anActionIsNoHandoff() {
        transfer.toQualityCheck();
        act("strategist", decision("cleo"));

        assertThat(journal.find(new Filter(null, ProcessKeys.ACTION, null, null, null), 0, 10, Sort.LATEST)
                        .items())
                .isEmpty();
        assertThat(models.keys()).isNotEmpty().doesNotContain(ProcessKeys.ACTION);
        confirm("cleo");
        assertThat(story.summary().open()).isTrue();
        assertThat(story.kinds()).doesNotContain(Ended.class);
    }

    @Test
    void aStoppedHandoffTakesItsOpenConfirmationsWithIt() {
        transfer.toQualityCheck();
        act("strategist", with(decision("ruth"), "wording", "Blue, not red."));
        dispute("ruth", "Red.");
        act("strategist", decision("cleo"));
        var late = handoff.task("confirm_decision").getId();
        act("strategist", stop());

        assertThat(nothingRuns()).isTrue();
        assertThat(decisions.of(handoff.key()))
                .extracting(SpokenDecision::state)
                .containsOnly(State.DROPPED);
        assertThat(story.of(DecisionDropped.class))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.detail()).containsEntry("name", "Decision overtaken"));
        assertThat(refused(() -> Entrance.TASKLIST.during(() -> handoff.as("cleo", () -> {
                    tasks.complete(late, Map.of("decision", "confirmed"));
                    return late;
                }))))
                .hasMessageContaining("has moved on");
    }

    @Test
    void aHandoffThatEndsTakesThemWithItTooAndConfirmedOnesStay() {
        transfer.toReceiver();
        act("strategist", decision("cleo"));
        confirm("cleo");
        act("strategist", with(decision("cleo"), "wording", "Blue, not red."));
        transfer.accept();

        assertThat(story.summary().outcome()).isEqualTo("accepted");
        assertThat(actions()).isZero();
        assertThat(decisions.of(handoff.key()))
                .extracting(SpokenDecision::state)
                .containsExactly(State.CONFIRMED, State.DROPPED);
    }

    @Test
    void aHandoffThatIsDeletedFromOutsideLeavesNoConfirmationBehind() {
        transfer.toQualityCheck();
        act("strategist", decision("cleo"));
        runtime.deleteProcessInstance(story.summary().processInstanceId(), "by hand");

        assertThat(actions()).isZero();
        assertThat(onlyDecision().state()).isEqualTo(State.DROPPED);
    }

    @Test
    void nothingIsDecidedInAHandoffThatIsOver() {
        transfer.toQualityCheck();
        act("strategist", stop());

        assertThat(refused(() -> act("strategist", decision("cleo"))))
                .isInstanceOf(NotRunning.class)
                .hasMessageContaining("nothing can be decided in it any more");
        assertThat(actions()).isZero();
    }

    @Test
    void aConfirmationThatWasSuspendedWhenTheHandoffEndedConfirmsNothingLater() {
        transfer.toQualityCheck();
        act("strategist", decision("cleo"));
        var action = handoff.task("confirm_decision").getProcessInstanceId();
        runtime.suspendProcessInstanceById(action);
        act("strategist", stop());
        runtime.activateProcessInstanceById(action);

        assertThat(refused(() -> confirm("cleo"))).isInstanceOf(NotRunning.class);
        assertThat(onlyDecision().state()).isEqualTo(State.ENTERED);
        handoff.pass(Duration.ofHours(96));
        assertThat(onlyDecision().state()).isEqualTo(State.DROPPED);
        assertThat(actions()).isZero();
    }

    @Test
    void confirmingWhileTheHandoffIsStoppedLeavesNothingDangling() throws Exception {
        people.named("strategist");
        for (var round = 1; round <= 6; round++) {
            var key = another("Round " + round);
            act("strategist", with(decision("cleo"), "handoff", key));
            var task = tasks.createTaskQuery()
                    .processInstanceBusinessKey(key)
                    .taskDefinitionKey("confirm_decision")
                    .singleResult()
                    .getId();
            var answers = Race.of(List.of(
                    () -> Entrance.TASKLIST.during(() -> {
                        act("strategist", with(stop(), "handoff", key));
                        return "stopped";
                    }),
                    () -> Entrance.TASKLIST.during(() -> handoff.as("cleo", () -> {
                        tasks.complete(task, Map.of("decision", "confirmed"));
                        return "confirmed";
                    }))));

            assertThat(answers.get(0)).isEqualTo("stopped");
            assertThat(answers.get(1))
                    .satisfiesAnyOf(
                            answer -> assertThat(answer).isEqualTo("confirmed"),
                            answer -> assertThat(answer).isInstanceOf(Refusal.class));
            assertThat(actions(key)).isZero();
            assertThat(decisions.of(key))
                    .singleElement()
                    .satisfies(decision -> assertThat(decision.state())
                            .isEqualTo(answers.get(1).equals("confirmed") ? State.CONFIRMED : State.DROPPED));
            assertThat(journal.events(key).stream().map(Event::kind))
                    .containsOnlyOnce("cancelled")
                    .containsOnlyOnce("ended");
        }
    }

    @Test
    void enteringWhileTheHandoffIsStoppedLeavesNothingDangling() throws Exception {
        people.named("strategist");
        for (var round = 1; round <= 6; round++) {
            var key = another("Round " + round);
            var answers = Race.of(List.of(
                    () -> {
                        act("strategist", with(stop(), "handoff", key));
                        return "stopped";
                    },
                    () -> {
                        act("strategist", with(decision("cleo"), "handoff", key));
                        return "entered";
                    }));

            assertThat(answers.get(0)).isEqualTo("stopped");
            assertThat(actions(key)).isZero();
            assertThat(decisions.of(key)).extracting(SpokenDecision::state).doesNotContain(State.ENTERED);
        }
    }

    @Test
    void aPackageBroughtAlongIsRefused() {
        transfer.toQualityCheck();
        var bringing = with(decision("cleo"), "creativeBrief", Map.of("primaryMessage", "Mine"));

        assertThat(refused(() -> start("strategist", null, bringing)))
                .extracting(HandoffActionTests::fields)
                .isEqualTo(List.of("creativeBrief"));
    }

    // How people act

    private Map<String, Object> stop() {
        return Map.of("handoff", handoff.key(), "action", "stop", "stopReason", "The menu stays as it is.");
    }

    private Map<String, Object> decision(String with) {
        return Map.of(
                "handoff",
                handoff.key(),
                "action",
                "decision",
                "wording",
                WORDING,
                "spokenWith",
                with,
                "spokenOn",
                today().toString(),
                "about",
                "creativeBrief.primaryMessage");
    }

    private static Map<String, Object> with(Map<String, Object> entry, String field, Object value) {
        var changed = new HashMap<>(entry);
        changed.put(field, value);
        return changed;
    }

    /** As Tasklist starts it: without a business key. */
    private Object act(String who, Map<String, Object> form) {
        return Entrance.TASKLIST.during(() -> start(who, null, form));
    }

    private Object start(String who, @Nullable String key, Map<String, Object> form) {
        return handoff.startAs(who, ProcessKeys.ACTION, key, form);
    }

    private String another(String campaign) {
        var facts = SingleTransfer.facts();
        facts.put("campaign", campaign);
        return another(facts);
    }

    private String another(Map<String, Object> facts) {
        var key = "action-" + UUID.randomUUID();
        handoff.startAs("strategist", ProcessKeys.TRANSFER, key, facts);
        return key;
    }

    private void confirm(String who) {
        handoff.complete(who, "confirm_decision", Map.of("decision", "confirmed"));
    }

    private void dispute(String who, String said) {
        handoff.complete(who, "confirm_decision", Map.of("decision", "disputed", "reason", said));
    }

    private SpokenDecision onlyDecision() {
        assertThat(decisions.of(handoff.key())).hasSize(1);
        return decisions.of(handoff.key()).get(0);
    }

    private Refusal refused(Runnable deed) {
        var refused = catchThrowableOfType(Refusal.class, deed::run);
        assertThat(refused).as("a refusal").isNotNull();
        return refused;
    }

    private static List<String> fields(Refusal refused) {
        return refused.fields().stream().map(FieldError::field).toList();
    }

    private List<String> openTasks() {
        return handoff.tasks().stream().map(Task::getTaskDefinitionKey).toList();
    }

    private boolean nothingRuns() {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(handoff.key())
                        .processDefinitionKeyNotIn(ProcessKeys.END_NOTICE)
                        .count()
                == 0;
    }

    private long actions() {
        return actions(handoff.key());
    }

    private long actions(String key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey(ProcessKeys.ACTION)
                .count();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC);
    }
}
