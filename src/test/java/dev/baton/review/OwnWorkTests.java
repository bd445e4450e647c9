package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever wrote what is reviewed decides only where nobody else of the role can, and then the record says so. */
@ServiceTest
class OwnWorkTests {

    private static final Map<String, Object> YES = Map.of("decision", "approved");

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
    private LocalDate today;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver", "quality-owner");
        people.named("dan", "quality-owner");
        people.named("mia", "strategist", "quality-owner");
        people.named("olga", "operations");
        transfer = new SingleTransfer(handoff, contracts);
        story = new Story(journal, handoff.key());
        today = LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC);
    }

    @AfterEach
    void everybodyIsBack() {
        deputies.all().forEach(deputy -> deputies.remove(deputy.person(), deputy.from()));
        identity.createUserQuery().memberOfGroup("legal").list().stream()
                .filter(lawyer -> lawyer.getId().equals("cleo"))
                .forEach(lawyer -> identity.deleteMembership("cleo", "legal"));
    }

    @Test
    void aReviewerWhoWroteThePackageIsPassedOverAndTheRecordSaysWho() {
        miaWrites(Map.of("qualityOwner", "mia"));

        assertThat(handoff.task("review_quality").getAssignee()).isNull();
        assertThat(groups("review_quality")).containsExactly("quality-owner");
        assertThat(story.detail(ReviewAsked.class))
                .containsEntry("reviewer", "quality-owner")
                .containsEntry("passedOver", "mia");
    }

    @Test
    void aDeputyWhoWroteThePackageIsPassedOver() {
        deputies.add("dan", "mia", today, today);
        miaWrites(Map.of("qualityOwner", "dan"));

        assertThat(handoff.task("review_quality").getAssignee()).isNull();
        assertThat(story.detail(ReviewAsked.class)).containsEntry("passedOver", "mia");
    }

    @Test
    void anAuthorNeitherClaimsNorAnswersTheReviewWhileOthersCan() {
        miaWrites(Map.of());
        var task = handoff.task("review_quality").getId();

        assertThatThrownBy(() -> handoff.as("mia", () -> {
                    tasks.claim(task, "mia");
                    return task;
                }))
                .hasMessageContaining("\"mia\" wrote what is reviewed here");
        handoff.as("dan", () -> {
            tasks.claim(task, "dan");
            return task;
        });
        assertThatThrownBy(() -> handoff.complete("mia", "review_quality", YES))
                .hasMessageContaining("\"mia\" wrote what is reviewed here");
        assertThat(story.of(QualityPassed.class)).isEmpty();

        handoff.complete("dan", "review_quality", YES);
        assertThat(story.detail(QualityPassed.class)).doesNotContainKey("ownWork");
    }

    @Test
    void anEscalationToTheAuthorGoesToOperations() {
        var facts = SingleTransfer.facts();
        facts.put("raci", Map.of("accountable", "mia"));
        facts.put(SingleTransfer.PACKAGE, Brief.map(transfer.brief()));
        facts.put("team", Map.of("qualityOwner", "dan"));
        handoff.start("mia", ProcessKeys.TRANSFER, facts);
        handoff.pass(Duration.ofHours(48));

        assertThat(handoff.task("decide_escalated").getAssignee()).isNull();
        assertThat(groups("decide_escalated")).containsExactly("operations");
        assertThat(story.detail(ReviewAsked.class)).containsEntry("passedOver", "mia");
    }

    @Test
    void whoeverVouchedForTheWorkDoesNotApproveItWhileOthersCan() {
        people.named("legal");
        people.named("cleo", "creative", "legal");
        var approval = new Approval(handoff);
        approval.start(Map.of("team", Map.of("legal", "cleo")));
        handoff.complete("cleo", "review_self", Approval.selfReview());
        approval.approve(Approval.Stage.MANAGER);
        approval.approve(Approval.Stage.EXPERT);

        assertThat(handoff.task("review_legal").getAssignee()).isNull();
        assertThat(story.detail(ReviewAsked.class)).containsEntry("passedOver", "cleo");
    }

    @Test
    void theCreatorsSelfReviewIsTheCreators() {
        people.named("cleo", "creative");
        new Approval(handoff).start(Map.of("team", Map.of("creative", "cleo")));

        assertThat(handoff.task("review_self").getAssignee()).isEqualTo("cleo");
        handoff.complete("cleo", "review_self", Approval.selfReview());
        assertThat(story.detail(Decided.class)).doesNotContainKey("ownWork");
        assertThat(story.last(WorkDone.class).who()).isEqualTo("cleo");
    }

    @Test
    void whereNobodyElseCanTheAuthorDecidesAndTheRecordSaysSo() {
        var others = identity.createUserQuery().memberOfGroup("quality-owner").list().stream()
                .map(user -> user.getId())
                .filter(id -> !id.equals("mia"))
                .toList();
        others.forEach(other -> identity.deleteMembership(other, "quality-owner"));
        try {
            miaWrites(Map.of("qualityOwner", "mia"));

            assertThat(handoff.task("review_quality").getAssignee()).isEqualTo("mia");
            handoff.complete("mia", "review_quality", YES);
            assertThat(story.detail(QualityPassed.class)).containsEntry("ownWork", true);
        } finally {
            others.forEach(other -> identity.createMembership(other, "quality-owner"));
        }
    }

    private void miaWrites(Map<String, String> team) {
        var facts = new HashMap<String, Object>(SingleTransfer.facts());
        facts.put(SingleTransfer.PACKAGE, Brief.map(transfer.brief()));
        facts.put("team", team);
        handoff.start("mia", ProcessKeys.TRANSFER, facts);
    }

    private List<String> groups(String task) {
        return tasks.getIdentityLinksForTask(handoff.task(task).getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }
}
