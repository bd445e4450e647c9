package dev.baton.security;

import static dev.baton.harness.People.ADMIN;
import static dev.baton.harness.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.SingleTransfer;
import dev.baton.packages.DeployedContracts;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A comment and an attachment are their author's, also for those who may do anything else with the task. */
@ServiceTest
class AuthorsTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Scenario handoff;

    @Autowired
    DeployedContracts contracts;

    @Autowired
    TaskService tasks;

    private Task task;
    private Visitor maria;
    private List<Visitor> others = List.of();

    @BeforeEach
    void open() {
        people.named("ruth", "final-approver");
        people.named("strategist");
        new SingleTransfer(handoff, contracts).start(SingleTransfer.facts());
        task = tasks.createTaskQuery().list().get(0);
        var author = hire("strategist");
        tasks.addCandidateUser(task.getId(), author);
        var colleague = hire("strategist");
        tasks.addCandidateUser(task.getId(), colleague);
        maria = Visitor.basic(port, author, PASSWORD);
        others = List.of(
                Visitor.basic(port, colleague, PASSWORD),
                Visitor.basic(port, hire("operations"), PASSWORD),
                Visitor.basic(port, ADMIN, PASSWORD));
    }

    @Test
    void aCommentOnATaskIsChangedAndDeletedByItsAuthorOnly() throws IOException {
        var comment = comment(maria, "The offer ends on Friday.");
        var path = "/engine-rest/task/" + task.getId() + "/comment";
        for (var other : others) {
            refused(other.put(path, "{\"id\":\"%s\",\"message\":\"Saturday\"}".formatted(comment)));
            refused(other.delete(path + "/" + comment));
            refused(other.delete(path));
        }
        assertThat(tasks.getTaskComment(task.getId(), comment).getFullMessage()).isEqualTo("The offer ends on Friday.");
        assertThat(maria.put(path, "{\"id\":\"%s\",\"message\":\"Saturday\"}".formatted(comment))
                        .statusCode())
                .isEqualTo(204);
        assertThat(maria.delete(path + "/" + comment).statusCode()).isEqualTo(204);
    }

    @Test
    void nobodyClearsATaskOfWhatOthersSaid() throws IOException {
        comment(maria, "Mine.");
        comment(others.get(0), "Theirs.");
        var path = "/engine-rest/task/" + task.getId() + "/comment";
        refused(maria.delete(path));
        assertThat(tasks.getTaskComments(task.getId())).hasSize(2);
    }

    @Test
    void aCommentOnAHandoffIsChangedAndDeletedByItsAuthorOnly() throws IOException {
        var comment = comment(maria, "The offer ends on Friday.");
        var path = "/engine-rest/process-instance/" + task.getProcessInstanceId() + "/comment";
        for (var other : others) {
            refused(other.put(path, "{\"id\":\"%s\",\"message\":\"Saturday\"}".formatted(comment)));
            refused(other.delete(path + "/" + comment));
            refused(other.delete(path));
        }
        assertThat(tasks.getTaskComment(task.getId(), comment).getFullMessage()).isEqualTo("The offer ends on Friday.");
    }

    @Test
    void theWebAppsAreNoWayAround() throws IOException {
        var comment = comment(maria, "The offer ends on Friday.");
        var admin = Visitor.signedIn(port, ADMIN, PASSWORD);
        refused(admin.delete(Visitor.SESSION_API + "/task/" + task.getId() + "/comment/" + comment));
    }

    @Test
    void anAttachmentIsDeletedByWhoeverAttachedIt() throws IOException {
        var mine = attach(maria);
        var theirs = attach(others.get(0));
        var path = "/engine-rest/task/" + task.getId() + "/attachment/";
        for (var other : others) {
            refused(other.delete(path + mine));
        }
        refused(maria.delete(path + theirs));
        assertThat(maria.delete(path + mine).statusCode()).isEqualTo(204);
        assertThat(others.get(0).delete(path + theirs).statusCode()).isEqualTo(204);
    }

    private String comment(Visitor who, String message) throws IOException {
        var answer = who.post(
                "/engine-rest/task/" + task.getId() + "/comment/create",
                "{\"message\":\"%s\",\"processInstanceId\":\"%s\"}".formatted(message, task.getProcessInstanceId()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("id").asText();
    }

    private String attach(Visitor who) throws IOException {
        var answer = who.form(
                "/engine-rest/task/" + task.getId() + "/attachment/create",
                "attachment-name",
                "Moodboard",
                "attachment-type",
                "link",
                "url",
                "https://work.example.org/moodboard");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("id").asText();
    }

    private String hire(String role) {
        return people.hire("p" + UUID.randomUUID().toString().substring(0, 8), role);
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("Only whoever wrote a comment");
    }
}
