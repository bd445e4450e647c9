package dev.baton.absence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.SingleTransfer;
import dev.baton.harness.Story;
import dev.baton.journal.Journal;
import dev.baton.packages.DeployedContracts;
import dev.baton.people.Deputies;
import dev.baton.review.RoleVacant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever leaves, or loses a role, leaves no task behind; where nobody of a role is left, operations see it. */
@ServiceTest
class LeaversTests {

    private static final String ROLE = "quality-owner";

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

    @Autowired
    private IdentityService identity;

    private SingleTransfer transfer;
    private Story story;
    private List<String> others = List.of();

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver", ROLE);
        people.named("dan", ROLE);
        people.named("leo", ROLE);
        transfer = new SingleTransfer(handoff, contracts);
        story = new Story(journal, handoff.key());
    }

    @AfterEach
    void everybodyIsBack() {
        deputies.all().forEach(deputy -> deputies.remove(deputy.person(), deputy.from()));
        others.stream()
                .filter(other -> identity.createGroupQuery()
                                .groupMember(other)
                                .groupId(ROLE)
                                .count()
                        == 0)
                .forEach(other -> identity.createMembership(other, ROLE));
    }

    @Test
    void whoLosesTheRoleGivesTheTaskToTheGroup() {
        leoChecks();

        identity.deleteMembership("leo", ROLE);

        assertThat(handoff.task("review_quality").getAssignee()).isNull();
        assertThat(groups()).containsExactly(ROLE);
        assertThat(moved()).containsExactly("leo → quality-owner, no-role");
    }

    @Test
    void whoLosesAnotherRoleKeepsTheTask() {
        people.named("leo", "analyst");
        leoChecks();

        identity.deleteMembership("leo", "analyst");

        assertThat(handoff.task("review_quality").getAssignee()).isEqualTo("leo");
        assertThat(moved()).isEmpty();
    }

    @Test
    void whatADeputyHoldsForALeaverGoesToTheGroup() {
        var today = LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC);
        deputies.add("leo", "dan", today, today);
        leoChecks();
        assertThat(handoff.task("review_quality").getAssignee()).isEqualTo("dan");

        identity.deleteUser("leo");

        assertThat(handoff.task("review_quality").getAssignee()).isNull();
        assertThat(deputies.all()).isEmpty();
    }

    @Test
    void whatALeaverHeldAsADeputyReturns() {
        var today = LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC);
        deputies.add("dan", "leo", today, today);
        transfer.startWith(transfer.brief(), Map.of("team", Map.of("qualityOwner", "dan")));
        assertThat(handoff.task("review_quality").getAssignee()).isEqualTo("leo");

        identity.deleteUser("leo");

        assertThat(handoff.task("review_quality").getAssignee()).isEqualTo("dan");
        assertThat(moved()).containsExactly("leo → dan, back");
    }

    @Test
    void aTeamMemberWithoutTheRoleAnyMoreGetsNoNewTask() {
        transfer.start(facts());
        identity.deleteMembership("leo", ROLE);

        transfer.submit(transfer.brief());

        assertThat(handoff.task("review_quality").getAssignee()).isNull();
        assertThat(groups()).containsExactly(ROLE);
    }

    @Test
    void whereNobodyOfTheRoleIsLeftOperationsSeeTheTask() {
        transfer.toQualityCheck();
        everybodyLeaves();

        assertThat(groups()).containsExactlyInAnyOrder(ROLE, "operations");
        assertThat(story.detail(RoleVacant.class)).containsEntry("role", ROLE);
        assertThat(story.of(RoleVacant.class)).hasSize(1);
    }

    @Test
    void aNewTaskOfARoleThatNobodyHasIsOfferedToOperations() {
        everybodyLeaves();
        transfer.toQualityCheck();

        assertThat(groups()).containsExactlyInAnyOrder(ROLE, "operations");
        assertThat(story.detail(RoleVacant.class)).containsEntry("role", ROLE);
    }

    private void everybodyLeaves() {
        others = identity.createUserQuery().memberOfGroup(ROLE).list().stream()
                .map(User::getId)
                .toList();
        others.forEach(other -> identity.deleteMembership(other, ROLE));
    }

    private void leoChecks() {
        transfer.startWith(transfer.brief(), Map.of("team", Map.of("qualityOwner", "leo")));
    }

    private static Map<String, Object> facts() {
        var facts = SingleTransfer.facts();
        facts.put("team", Map.of("qualityOwner", "leo"));
        return facts;
    }

    private List<String> moved() {
        return story.of(TaskMoved.class).stream()
                .map(event -> (TaskMoved) event.what())
                .map(moved -> "%s → %s, %s".formatted(moved.from(), moved.to(), moved.why()))
                .toList();
    }

    private List<String> groups() {
        return tasks.getIdentityLinksForTask(handoff.task("review_quality").getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }
}
