package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.Approval;
import dev.baton.harness.Brief;
import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.SingleTransfer;
import dev.baton.harness.Story;
import dev.baton.journal.Journal;
import dev.baton.packages.DeployedContracts;
import dev.baton.people.Deputies;
import dev.baton.transfer.QualityPassed;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who gets a task: the person the team names, that person's deputy, the role's group, and in an escalation whom. */
@ServiceTest
class AssignmentTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private Deputies deputies;

    @Autowired
    private TaskService tasks;

    private SingleTransfer transfer;
    private Story story;
    private LocalDate today;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver", "quality-owner");
        people.named("dan", "quality-owner");
        people.named("eva", "quality-owner");
        people.named("cleo", "creative");
        people.named("agency", "partner");
        people.named("rival", "partner");
        transfer = new SingleTransfer(handoff, contracts);
        story = new Story(journal, handoff.key());
        today = LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC);
    }

    @AfterEach
    void everybodyIsBack() {
        deputies.all().forEach(deputy -> deputies.remove(deputy.person(), deputy.from()));
    }

    @Test
    void aPersonWhomTheTeamNamesGetsTheTask() {
        transfer.startWith(transfer.brief(), team(Map.of("qualityOwner", "eva", "creative", "cleo")));

        assertThat(handoff.task("review_quality").getAssignee()).isEqualTo("eva");
        handoff.complete("eva", "review_quality", Map.of("decision", "approved"));
        assertThat(handoff.task("receive_handoff").getAssignee()).isEqualTo("cleo");
        assertThat(story.summary().team()).isEqualTo(Map.of("quality-owner", "eva", "creative", "cleo"));
    }

    @Test
    void aRoleThatNobodyIsNamedForKeepsItsTask() {
        transfer.startWith(transfer.brief(), team(Map.of("creative", "cleo")));

        assertThat(handoff.task("review_quality").getAssignee()).isNull();
        assertThat(groups(handoff.task("review_quality"))).containsExactly("quality-owner");
    }

    @Test
    void workThatComesBackGoesToWhoeverDidIt() {
        var approval = new Approval(handoff).start(Map.of());
        handoff.complete("cleo", "review_self", Approval.selfReview());
        people.named("carl", "creative");

        approval.sendBack(Approval.Stage.MANAGER);
        assertThat(handoff.task("revise_afterStrategicFit").getAssignee()).isEqualTo("cleo");
        assertThat(groups(handoff.task("revise_afterStrategicFit"))).contains("creative");
    }

    @Test
    void aTaskForAPartnerWhoIsNotNamedGoesToOperationsAndNeverToAllPartners() {
        startForPartner(Map.of());

        assertThat(groups(handoff.task("receive_handoff"))).containsExactly("operations");
        assertThat(visibleTo("agency")).isEmpty();
    }

    @Test
    void aNamedPartnerGetsTheTaskAndNoOtherPartnerSeesIt() {
        startForPartner(Map.of("partner", "agency"));

        assertThat(handoff.task("receive_handoff").getAssignee()).isEqualTo("agency");
        assertThat(visibleTo("agency")).containsExactly("receive_handoff");
        assertThat(visibleTo("rival")).isEmpty();
    }

    @Test
    void theDeputyOfSomebodyWhoIsAwayGetsTheTaskAndTheRecordNamesBoth() {
        deputies.add("eva", "dan", today, today.plusDays(3));
        transfer.startWith(transfer.brief(), team(Map.of("qualityOwner", "eva")));

        assertThat(handoff.task("review_quality").getAssignee()).isEqualTo("dan");
        assertThat(story.detail(ReviewAsked.class))
                .containsEntry("reviewer", "dan")
                .containsEntry("standsInFor", "eva");
        handoff.complete("dan", "review_quality", Map.of("decision", "approved"));
        assertThat(story.detail(QualityPassed.class))
                .containsEntry("reviewer", "dan")
                .containsEntry("standsInFor", "eva");
    }

    @Test
    void aDeputyWhoIsAwayTooPassesTheTaskOn() {
        deputies.add("eva", "dan", today, today.plusDays(3));
        deputies.add("dan", "ruth", today, today);
        transfer.startWith(transfer.brief(), team(Map.of("qualityOwner", "eva")));

        assertThat(handoff.task("review_quality").getAssignee()).isEqualTo("ruth");
        assertThat(story.detail(ReviewAsked.class)).containsEntry("standsInFor", "eva");
    }

    @Test
    void aDeputyOfOtherDaysDoesNotStandIn() {
        deputies.add("eva", "dan", today.plusDays(1), today.plusDays(3));
        deputies.add("eva", "ruth", today.minusDays(3), today.minusDays(1));
        transfer.startWith(transfer.brief(), team(Map.of("qualityOwner", "eva")));

        assertThat(handoff.task("review_quality").getAssignee()).isEqualTo("eva");
        assertThat(story.detail(ReviewAsked.class)).doesNotContainKey("standsInFor");
    }

    @Test
    void whoeverTakesTheTaskFromTheDeputyStandsInForNobody() {
        deputies.add("eva", "dan", today, today.plusDays(3));
        transfer.startWith(transfer.brief(), team(Map.of("qualityOwner", "eva")));
        tasks.setAssignee(handoff.task("review_quality").getId(), "ruth");
        handoff.complete("ruth", "review_quality", Map.of("decision", "approved"));

        assertThat(story.detail(QualityPassed.class))
                .containsEntry("reviewer", "ruth")
                .doesNotContainKey("standsInFor");
    }

    @Test
    void silenceGoesToTheAccountablePerson() {
        transfer.startWith(transfer.brief(), team(Map.of("qualityOwner", "eva")));
        handoff.pass(Duration.ofHours(48));

        assertThat(handoff.task("decide_escalated").getAssignee()).isEqualTo("ruth");
        assertThat(story.detail(Escalated.class))
                .containsEntry("reviewer", "eva")
                .containsEntry("accountable", "ruth");
        handoff.complete("ruth", "decide_escalated", Map.of("decision", "approved"));
        assertThat(story.detail(QualityPassed.class)).containsEntry("reviewer", "eva");
        assertThat(story.last(QualityPassed.class).who()).isEqualTo("ruth");
    }

    @Test
    void silenceGoesToTheDeputyOfAnAccountablePersonWhoIsAway() {
        deputies.add("ruth", "dan", today, today.plusDays(7));
        transfer.startWith(transfer.brief(), team(Map.of("qualityOwner", "eva")));
        handoff.pass(Duration.ofHours(48));

        assertThat(handoff.task("decide_escalated").getAssignee()).isEqualTo("dan");
        handoff.complete("dan", "decide_escalated", Map.of("decision", "approved"));
        assertThat(story.detail(QualityPassed.class))
                .containsEntry("reviewer", "eva")
                .containsEntry("standsInFor", "ruth");
    }

    @Test
    void silenceOfTheAccountablePersonGoesToTheirDeputy() {
        deputies.add("ruth", "dan", today.plusDays(1), today.plusDays(7));
        transfer.startWith(transfer.brief(), team(Map.of("qualityOwner", "ruth")));
        assertThat(handoff.task("review_quality").getAssignee()).isEqualTo("ruth");
        handoff.pass(Duration.ofHours(48));

        assertThat(handoff.task("decide_escalated").getAssignee()).isEqualTo("dan");
    }

    @Test
    void silenceOfTheAccountablePersonWithoutADeputyGoesToOperations() {
        transfer.startWith(transfer.brief(), team(Map.of("qualityOwner", "ruth")));
        handoff.pass(Duration.ofHours(48));

        assertThat(handoff.task("decide_escalated").getAssignee()).isNull();
        assertThat(groups(handoff.task("decide_escalated"))).containsExactly("operations");
    }

    @Test
    void silenceOfTheDeputyOfTheAccountablePersonGoesToOperations() {
        deputies.add("ruth", "dan", today, today.plusDays(7));
        transfer.startWith(transfer.brief(), team(Map.of("qualityOwner", "ruth")));
        assertThat(handoff.task("review_quality").getAssignee()).isEqualTo("dan");
        handoff.pass(Duration.ofHours(48));

        assertThat(handoff.task("decide_escalated").getAssignee()).isNull();
    }

    @Test
    void silenceOfTheAccountablePersonWhoTookTheTaskGoesToOperations() {
        transfer.toQualityCheck();
        tasks.claim(handoff.task("review_quality").getId(), "ruth");
        handoff.pass(Duration.ofHours(48));

        assertThat(handoff.task("decide_escalated").getAssignee()).isNull();
        assertThat(story.detail(Escalated.class)).containsEntry("reviewer", "ruth");
    }

    private void startForPartner(Map<String, String> named) {
        var facts = SingleTransfer.facts();
        facts.put("contract", "partner-onboarding");
        facts.put("onboardingPackage", Brief.map(contracts.catalog().example("onboardingPackage")));
        facts.putAll(team(named));
        handoff.start("manager", ProcessKeys.TRANSFER, facts);
        handoff.complete("quality-owner", "review_quality", Map.of("decision", "approved"));
    }

    private static Map<String, Object> team(Map<String, String> named) {
        return new HashMap<>(Map.of("team", named));
    }

    private List<String> visibleTo(String person) {
        return handoff.as(person, () -> tasks.createTaskQuery().listPage(0, 10)).stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private List<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }
}
