package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.harness.Approval;
import dev.baton.harness.LookBack;
import dev.baton.harness.PartnerWalk;
import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.Story;
import dev.baton.harness.Walk;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.journal.Status;
import dev.baton.packages.ContextStore;
import dev.baton.packages.DeployedContracts;
import dev.baton.packages.GateJudged;
import dev.baton.shared.Refusal;
import dev.baton.transfer.Accepted;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A hybrid handoff from its start to each of its ends, and what happens with its partners, side by side. */
@ServiceTest
class HybridTests {

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
    private Branches branches;

    @Autowired
    private FactChanges changes;

    private PartnerWalk walk;
    private String petra = "";
    private String otto = "";

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        petra = people.hire("petra" + UUID.randomUUID().toString().replace("-", ""), "partner");
        otto = people.hire("otto" + UUID.randomUUID().toString().replace("-", ""), "partner");
        walk = new PartnerWalk(handoff, contracts, branches);
    }

    // The whole way

    @Test
    void everyWeekTheTeamMeetsWhileThePartnersWork() {
        walk.toPartners(petra);

        handoff.pass(Duration.ofDays(7));

        assertThat(openTasks(handoff)).containsExactly("hold_sync");
        assertThat(openTasks(walk.branch(0))).containsExactly("write_onboarding");
        handoff.complete("execution-owner", "hold_sync", Map.of("note", "The second partner starts on Monday."));
        assertThat(openTasks(handoff)).isEmpty();
    }

    @Test
    void twoPartnersWorkSideBySideAndTheirDeliveriesBecomeOneLaunch() {
        walk.toPartners(petra, otto);
        assertThat(openTasks(handoff)).isEmpty();
        var first = walk.branch(0);
        var second = walk.branch(1);

        walk.toDelivery(first, petra);
        walk.toEnd(second, otto);
        assertThat(openTasks(handoff)).isEmpty();
        assertThat(openTasks(first)).containsExactly("write_delivery");
        walk.deliver(first, petra);
        first.complete("quality-owner", "review_delivery", Map.of("decision", "approved"));
        assertThat(summary(first).outcome()).isEqualTo("delivered");
        assertThat(openTasks(handoff)).containsExactly("finish_work");

        var rest = new Walk(handoff, contracts);
        rest.finish();
        handoff.complete("execution-owner", "review_self", Approval.selfReview());
        rest.approve("manager", "review_strategicFit");
        rest.approve("final-approver", "review_finalApproval");
        rest.prepareLaunch();
        rest.launch();
        new LookBack(handoff, contracts)
                .rateAsSender(9)
                .rateAsReceiver(8)
                .rateBrand(7)
                .hold();

        assertThat(summary(handoff).status()).isEqualTo(Status.ENDED);
        assertThat(summary(handoff).outcome()).isEqualTo("launched");
    }

    @Test
    void aBriefThatIsRejectedReachesNoPartner() {
        handoff.start("strategist", ProcessKeys.HYBRID, PartnerWalk.facts(contracts, petra));
        handoff.complete("strategist", "write_documents");
        new Walk(handoff, contracts).reject("manager", "review_brief");

        assertThat(summary(handoff).outcome()).isEqualTo("rejected");
        assertThat(branches.of(handoff.key())).isEmpty();
    }

    @Test
    void workThatIsRejectedAtItsApprovalEndsTheHandoff() {
        walk.toPartners(petra).toEnd(walk.branch(0), petra);
        var rest = new Walk(handoff, contracts);
        rest.finish();
        handoff.complete("execution-owner", "review_self", Approval.selfReview());
        rest.approve("manager", "review_strategicFit");
        rest.reject("final-approver", "review_finalApproval");

        assertThat(summary(handoff).outcome()).isEqualTo("rejected");
    }

    // Onboarding

    @Test
    void nothingIsHandedToAPartnerBeforeItsKickoffCallWasHeld() {
        walk.toPartners(petra);
        var branch = walk.branch(0);
        branch.complete("manager", "write_onboarding");

        assertThat(openTasks(branch)).containsExactly("complete_package");
        assertThat(new Story(journal, branch.key()).detail(GateJudged.class))
                .containsEntry("contract", "partner-onboarding")
                .extractingByKey("gaps")
                .asString()
                .contains("kickoffCall");
        assertThat(context.latest(branch.key())).isEmpty();

        branch.complete("manager", "complete_package", walk.form("onboardingPackage"));
        walk.take(branch, petra);
        assertThat(context.latest(branch.key()))
                .containsOnlyKeys("onboardingPackage", "strategyBrief", "executionBrief", "successCriteria");
    }

    @Test
    void thePartnersShareOfOneWhoDeclinesGoesToAnother() {
        walk.toPartners(petra);
        var declined = walk.branch(0);
        walk.writeOnboarding(declined);
        declined.complete("quality-owner", "review_quality", Map.of("decision", "approved"));
        new Walk(declined, contracts).reject(petra, "receive_handoff");

        assertThat(summary(declined).outcome()).isEqualTo("rejected");
        assertThat(handoff.variable(handoff.task("cover_share"), "partner")).isEqualTo(petra);
        handoff.complete(
                "execution-owner",
                "cover_share",
                Map.of("coverage", "another", "nextPartner", otto, "coverReason", "Otto made the last campaign."));

        assertThat(summary(walk.branch(1)).team()).containsEntry("partner", otto);
        walk.toEnd(walk.branch(1), otto);
        assertThat(openTasks(handoff)).containsExactly("finish_work");
    }

    @Test
    void aShareThatNobodyOutsideTakesOverIsSettledInside() {
        walk.toPartners(petra);
        walk.toDeliveryCheck(walk.branch(0), petra);
        new Walk(walk.branch(0), contracts).reject("quality-owner", "review_delivery");

        handoff.complete(
                "execution-owner",
                "cover_share",
                Map.of("coverage", "inside", "coverReason", "Lena makes the banners by Friday."));

        assertThat(openTasks(handoff)).containsExactly("finish_work");
        assertThat(branches.of(handoff.key())).hasSize(1);
    }

    // Interface points

    @Test
    void interfacePointsGoInBothDirectionsAsOftenAsTheWorkNeedsThem() {
        walk.toPartners(petra);
        var branch = walk.branch(0);
        walk.toFirstPoint(branch, petra);

        walk.name(branch, "from-partner", "creative-to-production", "Three banners, with their sources.");
        assertThat(branch.variable(branch.task("complete_package"), "handedOver"))
                .isEqualTo("Three banners, with their sources.");
        assertThat(branch.task("complete_package").getAssignee()).isEqualTo(petra);
        branch.complete(petra, "complete_package", walk.form("productionPackage"));
        walk.take(branch, "production");

        walk.name(branch, "to-partner", "website-update", "What changes on the donation page.");
        branch.complete("execution-owner", "complete_package", walk.form("websiteBrief"));
        walk.take(branch, petra);

        assertThat(openTasks(branch)).containsExactly("name_interfacePoint");
        assertThat(branch.variable(branch.task("name_interfacePoint"), "lastHandedOver"))
                .isEqualTo("What changes on the donation page.");
        assertThat(new Story(journal, branch.key()).of(InterfacePointReached.class))
                .extracting(event -> event.detail().get("handedOver"))
                .contains("Three banners, with their sources.", "What changes on the donation page.")
                .hasSize(3);
        assertThat(new Story(journal, branch.key()).of(Accepted.class)).hasSize(4);
    }

    @Test
    void thePartnerGetsACopyOfTheBriefAndNothingElseOfTheHub() {
        walk.toPartners(petra);
        var branch = walk.branch(0);
        walk.writeOnboarding(branch);
        walk.take(branch, petra);

        var hub = context.latest(handoff.key(), "strategyBrief").orElseThrow();
        var copy = context.latest(branch.key(), "strategyBrief").orElseThrow();
        assertThat(copy.document()).isEqualTo(hub.document());
        assertThat(copy.author()).isEqualTo(hub.author());
        assertThat(copy.via()).isEqualTo("copy");
    }

    @Test
    void whatTheStrategistSaidToOnePartnerStaysWhenMoreIsHandedOver() {
        walk.toPartners(petra);
        var branch = walk.branch(0);
        walk.toFirstPoint(branch, petra);
        context.merge(
                branch.key(),
                "strategyBrief",
                1,
                JsonNodeFactory.instance.objectNode().put("offer", "The matching gift, until 20 December."),
                "strategist",
                "api");

        walk.name(branch, "to-partner", "strategy-to-execution", "The offer, said more precisely.");

        assertThat(context.latest(branch.key(), "strategyBrief").orElseThrow().version())
                .isEqualTo(2);
    }

    // Delivery

    @Test
    void anIncompleteDeliveryGoesBackToThePartner() {
        walk.toPartners(petra);
        walk.toDelivery(walk.branch(0), petra);
        walk.branch(0).complete(petra, "write_delivery");

        assertThat(openTasks(walk.branch(0))).containsExactly("write_delivery");
        assertThat(walk.branch(0).task("write_delivery").getAssignee()).isEqualTo(petra);
    }

    @Test
    void aDeliveryThatIsNotAsOrderedGoesBackWithTheReason() {
        walk.toPartners(petra);
        walk.toDeliveryCheck(walk.branch(0), petra);
        walk.branch(0).complete("quality-owner", "review_delivery", Approval.changes());

        assertThat(walk.branch(0).variable(walk.branch(0).task("write_delivery"), "reviewReason"))
                .isEqualTo(Approval.changes().get("reason"));
        assertThat(summary(walk.branch(0)).sentBack()).isEqualTo(1);
    }

    @Test
    void silenceAtTheDeliveryCheckAcceptsNothing() {
        walk.toPartners(petra);
        var branch = walk.branch(0);
        walk.toDeliveryCheck(branch, petra);
        branch.fireTimer("timer_reviewDelivery48h");
        branch.pass(Duration.ofHours(48));
        assertThat(summary(branch).open()).isTrue();

        branch.complete("ruth", branch.tasks().get(0).getTaskDefinitionKey(), Map.of("decision", "approved"));
        assertThat(summary(branch).outcome()).isEqualTo("delivered");
    }

    // What a branch is

    @Test
    void aBranchBelongsToItsHandoffAndNamesNoOtherPartner() {
        walk.toPartners(petra, otto);

        assertThat(branches.of(handoff.key())).hasSize(2);
        IntStream.range(0, 2).forEach(number -> {
            var branch = summary(walk.branch(number));
            var partner = List.of(petra, otto).get(number);
            assertThat(Branches.trunk(branch)).contains(handoff.key());
            assertThat(branch.id()).matches("year-end-giving-drive-petra.*|year-end-giving-drive-otto.*");
            assertThat(branch.team()).isEqualTo(Map.of("partner", partner, "quality-owner", "qualityowner"));
            assertThat(branch.campaign()).isEqualTo("Year-end giving drive (%s)".formatted(partner));
            assertThat(branch.executionParty()).isEqualTo("external");
            assertThat(branch.startedBy()).isEqualTo("strategist");
            assertThat(branch.facts().accountable()).contains("ruth");
        });
        assertThat(summary(handoff).executionParty()).isEqualTo("external");
    }

    @Test
    void cancellingTheHandoffCancelsItsBranchesAndTellsPartnersNoReason() {
        walk.toPartners(petra, otto);
        walk.toFirstPoint(walk.branch(0), petra);
        handoff.cancel(summary(handoff).processInstanceId(), "Otto is too slow.");

        assertThat(summary(handoff).status()).isEqualTo(Status.CANCELLED);
        IntStream.range(0, 2).forEach(number -> {
            assertThat(summary(walk.branch(number)).status()).isEqualTo(Status.CANCELLED);
            assertThat(walk.branch(number).tasks()).isEmpty();
            assertThat(walk.branch(number).notices()).isEmpty();
            assertThat(new Story(journal, walk.branch(number).key()).detail(Cancelled.class))
                    .extractingByKey("reason")
                    .asString()
                    .doesNotContain("Otto");
        });
    }

    @Test
    void cancellingABranchAsksWhoCoversItsShare() {
        walk.toPartners(petra, otto);
        var branch = walk.branch(0);
        branch.cancel(summary(branch).processInstanceId(), "The agency has closed.");

        assertThat(summary(branch).status()).isEqualTo(Status.CANCELLED);
        assertThat(openTasks(handoff)).containsExactly("cover_share");
        assertThat(summary(walk.branch(1)).open()).isTrue();
    }

    @Test
    void aBranchFollowsWhatIsAgreedAboutItsHandoff() {
        walk.toPartners(petra);
        var day = LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC).plusDays(40);
        var lena = people.named("lena", "manager");
        change(
                handoff,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("launchDate", day.toString())
                        .put("campaign", "New year drive")
                        .put("accountable", lena)
                        .<ObjectNode>set(
                                "team", JsonNodeFactory.instance.objectNode().put("manager", lena)));

        var branch = summary(walk.branch(0));
        assertThat(branch.launchDate()).isEqualTo(day);
        assertThat(branch.campaign()).isEqualTo("New year drive (%s)".formatted(petra));
        assertThat(branch.team()).isEqualTo(Map.of("partner", petra, "manager", lena, "quality-owner", "qualityowner"));
        assertThat(branch.facts().accountable()).contains(lena);
        assertThat(walk.branch(0).task("write_onboarding").getAssignee()).isEqualTo(lena);
    }

    @Test
    void whatABranchSharesWithItsHandoffIsChangedThere() {
        walk.toPartners(petra);

        assertThatThrownBy(() -> change(
                        walk.branch(0), JsonNodeFactory.instance.objectNode().put("launchDate", "2027-12-24")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("branch of " + handoff.key());
    }

    // Bad input

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''              | partners",
                "nobodyhere      | Nobody here has the user id",
                "strategist      | does not have the role partner",
                "PETRA,PETRA     | named twice",
            })
    void whoeverIsNoPartnerStartsNothing(String partners, String complaint) {
        people.named("strategist");
        var named = partners.isEmpty()
                ? new String[0]
                : partners.replace("PETRA", petra).split(",");

        assertThatThrownBy(() -> handoff.start("strategist", ProcessKeys.HYBRID, PartnerWalk.facts(contracts, named)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(complaint);
        assertThat(journal.find(handoff.key())).isEmpty();
    }

    @Test
    void moreThanTwentyPartnersAreRefused() {
        var many = IntStream.range(0, 21).mapToObj(number -> petra).toArray(String[]::new);

        assertThatThrownBy(() -> handoff.start("strategist", ProcessKeys.HYBRID, PartnerWalk.facts(contracts, many)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("1 to 20 people");
    }

    @Test
    void nobodyStartsPartnerWorkAlone() {
        assertThatThrownBy(() -> handoff.start("operations", ProcessKeys.PARTNER_WORK, Map.of("partner", petra)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not started alone");
    }

    private void change(Scenario which, ObjectNode fields) {
        which.as("manager", () -> {
            changes.change(summary(which), fields, "The venue is not free.");
            return true;
        });
    }

    private Handoff summary(Scenario which) {
        return journal.find(which.key()).orElseThrow();
    }

    private static List<String> openTasks(Scenario which) {
        return which.tasks().stream().map(Task::getTaskDefinitionKey).toList();
    }
}
