package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.people.Deputies;
import dev.baton.web.Integrator.Answer;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A task belongs to somebody, and to somebody who may do it, whichever way it is given away. */
@ServiceTest
class TaskHoldersTests extends ApiTests {

    private static final List<String> WAYS = List.of(
            "POST | task/{task}/assignee | {'userId': '{who}'}",
            "POST | task/{task}/claim | {'userId': '{who}'}",
            "POST | task/{task}/delegate | {'userId': '{who}'}",
            "POST | task/{task}/identity-links | {'userId': '{who}', 'type': 'candidate'}",
            "POST | task/{task}/identity-links | {'userId': '{who}', 'type': 'assignee'}",
            "POST | task/{task}/identity-links | {'userId': '{who}', 'type': 'owner'}",
            "PUT  | task/{task} | {'name': 'Work', 'priority': 50, 'due': '{due}', 'assignee': '{who}'}",
            "PUT  | task/{task} | {'name': 'Work', 'priority': 50, 'due': '{due}', 'owner': '{who}'}");

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private Deputies deputies;

    private String handoff = "";

    @BeforeEach
    void aTaskOfTheCreatives() {
        people.named("olga", "operations");
        handoff = started(Requests.approval(Requests.newKey()));
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
    }

    private Answer give(String by, String way, String who) {
        var parts = way.split("\\|", -1);
        return as(by).send(
                        parts[0].strip(),
                        "/engine-rest/" + parts[1].strip().replace("{task}", task().getId()),
                        parts[2].strip()
                                .replace('\'', '"')
                                .replace("{who}", who)
                                .replace("{due}", due())
                                .getBytes(StandardCharsets.UTF_8));
    }

    private String due() {
        return new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT).format(task().getDueDate());
    }

    static Stream<String> ways() {
        return WAYS.stream();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void nobodyWithoutAnAccountGetsATask(String way) {
        var answer = give("olga", way, "Tom");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("message")).contains("\"Tom\"").contains("name a person with an account");
        assertThat(task().getAssignee()).isNull();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void nobodyGetsATaskWhoseRoleMayNotDoIt(String way) {
        for (var outsider : List.of(people.named("partner"), people.named("sales"))) {
            var answer = give("olga", way, outsider);

            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.text("message")).contains(outsider).contains("it is for creative");
            assertThat(task().getAssignee()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whoHoldsTheRoleOrIsInOperationsMayGetIt(String way) {
        var answer = give("olga", way, people.named("creative"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        handoff = started(Requests.approval(Requests.newKey()));
        assertThat(give("olga", way, "olga").status()).isEqualTo(204);
    }

    @Test
    void aDeputyMayGetIt() {
        var away = newcomer("creative");
        var deputy = newcomer("analyst");
        assertThat(give("olga", WAYS.get(0), deputy).status()).isEqualTo(400);
        var today = LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC);
        deputies.add(away, deputy, today, today);

        assertThat(give("olga", WAYS.get(0), deputy).status()).isEqualTo(204);
    }

    @Test
    void whoMayNotAssignClaimsForNobodyElse() {
        people.named("cora", "creative");
        var other = "cora";

        var answer = give("creative", WAYS.get(1), other);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("message")).contains("You claim a task for yourself");
        assertThat(task().getAssignee()).isNull();
        assertThat(give("creative", WAYS.get(1), "creative").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({"nobodys, No role is called", "partner, A task of creative is not offered to every partner"})
    void aGroupThatMayNotIsRefused(String group, String sentence) {
        var answer =
                give("olga", "POST | task/{task}/identity-links | {'groupId': '{who}', 'type': 'candidate'}", group);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("message")).contains(sentence);
    }

    @Test
    void theLastWhoMayTakeItStays() {
        var answer = give(
                "olga",
                "POST | task/{task}/identity-links/delete | {'groupId': '{who}', 'type': 'candidate'}",
                "creative");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("message")).contains("Nobody would hold this task");
        assertThat(groups()).containsExactly("creative");
    }

    @Test
    void whatADeletedPersonHeldGoesBackToTheRole() {
        var leaver = newcomer("creative");
        give("olga", WAYS.get(0), leaver);

        assertThat(as("admin")
                        .send("DELETE", "/engine-rest/user/" + leaver, new byte[0])
                        .status())
                .isEqualTo(204);

        assertThat(task().getAssignee()).isNull();
        assertThat(groups()).containsExactly("creative");
        assertThat(events("strategist", handoff, "task-moved")).singleElement().satisfies(event -> {
            assertThat(event.path("who").asText()).isEqualTo("admin");
            assertThat(event.path("detail").path("from").asText()).isEqualTo(leaver);
            assertThat(event.path("detail").path("to").asText()).isEqualTo("creative");
            assertThat(event.path("detail").path("why").asText()).isEqualTo("left");
        });
    }

    @Test
    void whatWasOfferedToADeletedPersonAloneGoesToOperations() {
        var leaver = newcomer("creative");
        give("olga", WAYS.get(3), leaver);
        tasks.deleteCandidateGroup(task().getId(), "creative");

        identity.deleteUser(leaver);

        assertThat(groups()).containsExactly("operations");
    }

    private List<String> groups() {
        return tasks.getIdentityLinksForTask(task().getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }
}
