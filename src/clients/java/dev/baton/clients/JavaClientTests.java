package dev.baton.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.client.ApiClient;
import dev.baton.client.ApiException;
import dev.baton.client.ApiResponse;
import dev.baton.client.api.DeploymentsApi;
import dev.baton.client.api.HandoffMapApi;
import dev.baton.client.api.HandoffsApi;
import dev.baton.client.api.PackagesApi;
import dev.baton.client.api.SpokenDecisionsApi;
import dev.baton.client.api.TasksApi;
import dev.baton.client.api.TokensApi;
import dev.baton.client.model.CancelRequest;
import dev.baton.client.model.CheckRequest;
import dev.baton.client.model.DeadlineRequest;
import dev.baton.client.model.DecisionRequest;
import dev.baton.client.model.DecisionView;
import dev.baton.client.model.EventView;
import dev.baton.client.model.FactsRequest;
import dev.baton.client.model.Problem;
import dev.baton.client.model.Question;
import dev.baton.client.model.StartRequest;
import dev.baton.client.model.TaskAnswer;
import dev.baton.client.model.TaskView;
import dev.baton.client.model.TokenRequest;
import dev.baton.client.model.WhereItStands;
import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The client in Java makes the calls that docs/integration.md describes. */
@ServiceTest
@Tag("clients")
class JavaClientTests {

    private final LocalDate launch = LocalDate.now(ZoneOffset.UTC).plusWeeks(20);

    /** To Baton null takes a field of a package, or a role of a team, away. */
    private static final JsonInclude.Value KEEPING_NULL_IN_MAPS =
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS);

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    private final String key = "java-" + UUID.randomUUID();

    private ApiClient maria;
    private ApiClient tom;
    private ApiClient ruth;
    private ApiClient admin;

    @BeforeEach
    void signIn() {
        maria = as(people.named("maria", "strategist"));
        tom = as(people.named("tom", "manager"));
        ruth = as(people.named("ruth", "final-approver"));
        admin = as(People.ADMIN);
    }

    @Test
    void readsTheHandoffMap() throws ApiException {
        var map = new HandoffMapApi(maria);

        assertThat(map.listModels(null).getItems()).extracting("key").contains("documentation-first-handoff");
        assertThat(map.listContracts(null).getItems()).extracting("key").contains("strategy-to-execution");
        assertThat(map.getContract("strategy-to-execution", null).getKey()).isEqualTo("strategy-to-execution");
        var check = map.checkPackages(
                "strategy-to-creative",
                new CheckRequest()
                        .complexity(CheckRequest.ComplexityEnum.SIMPLE)
                        .packages(Map.of("creativeBrief", Map.of("primaryMessage", "TBD"))));
        assertThat(check.getComplete()).isFalse();
        assertThat(check.getGaps()).extracting("field").contains("primaryMessage");
    }

    @Test
    void makesAndRevokesAToken() throws ApiException {
        var tokens = new TokensApi(maria);
        var made = tokens.createToken(new TokenRequest()
                .name("crm-import")
                .roles(List.of("strategist"))
                .expires(OffsetDateTime.now(ZoneOffset.UTC).plusDays(90)));
        var script = client(request -> request.header("Authorization", "Bearer " + made.getSecret()));

        assertThat(new HandoffMapApi(script).listModels(null).getItems()).isNotEmpty();
        assertThat(tokens.listTokens(null).getItems()).extracting("id").contains(made.getId());
        tokens.revokeToken(made.getId());
        var refused = catchThrowableOfType(ApiException.class, () -> new HandoffMapApi(script).listModels(null));
        assertThat(refused.getCode()).isEqualTo(401);
    }

    @Test
    void startsAHandoffChangesItAndStopsIt() throws ApiException {
        var handoffs = new HandoffsApi(maria);
        start();
        var again = handoffs.startHandoffWithHttpInfo(startRequest(), null);
        assertThat(again.getStatusCode()).isEqualTo(200);

        var read = handoffs.getHandoffWithHttpInfo(key, null);
        assertThat(read.getData().getLaunchDate()).isEqualTo(launch);
        var etag = etag(read);
        var unchanged = catchThrowableOfType(ApiException.class, () -> handoffs.getHandoffWithHttpInfo(key, etag));
        assertThat(unchanged.getCode()).isEqualTo(304);
        var found = handoffs.listHandoffs(
                null, null, null, "maria", true, null, null, "ruth", null, null, 0, 20, "-startedAt", null);
        assertThat(found.getItems()).extracting("id").contains(key);

        var team = new HashMap<String, String>();
        team.put("creative", people.named("carla", "creative"));
        team.put("execution-owner", null);
        var changed = handoffs.changeHandoff(
                key,
                new FactsRequest()
                        .reason("The venue is free only a week later.")
                        .launchDate(launch.plusWeeks(1))
                        .campaignType(null)
                        .accountable("tom")
                        .team(team));
        assertThat(changed.getLaunchDate()).isEqualTo(launch.plusWeeks(1));
        assertThat(changed.getCampaignType()).as("null takes away").isNull();
        assertThat(changed.getTeam()).containsEntry("creative", "carla").doesNotContainKey("execution-owner");

        var events = handoffs.listEvents(null, 200, key, "started,facts-changed", null, null);
        assertThat(events.getItems())
                .extracting(EventView::getKind)
                .containsExactly(EventView.KindEnum.STARTED, EventView.KindEnum.FACTS_CHANGED);
        assertThat(handoffs.listEvents(events.getNext(), null, key, null, null, null)
                        .getItems())
                .noneMatch(event -> event.getKind() == EventView.KindEnum.STARTED);
        assertThat(handoffs.getJournal(key, 0, 50, null).getItems()).isNotEmpty();

        var stopped = new HandoffsApi(tom)
                .cancelHandoff(key, new CancelRequest().reason("The client has postponed the campaign."));
        assertThat(stopped.getStatus()).isEqualTo(WhereItStands.StatusEnum.CANCELLED);
        var late = catchThrowableOfType(
                ApiException.class,
                () -> new HandoffsApi(tom).cancelHandoff(key, new CancelRequest().reason("Again.")));
        assertThat(late.getCode()).isEqualTo(409);
    }

    @Test
    void answersTasks() throws ApiException {
        var tasks = new TasksApi(maria);
        start();

        var writing = task(maria);
        var asked = tasks.getTask(writing.getId(), null);
        var offer = asked.getQuestions().stream()
                .filter(question -> question.getField().equals("packages.strategyBrief.offer"))
                .findAny()
                .orElseThrow();
        assertThat(offer.getValue()).isEqualTo("Every gift is matched until Friday");
        assertThat(offer.getType()).isEqualTo(Question.TypeEnum.TEXT);
        tasks.answerTask(
                writing.getId(),
                new TaskAnswer()
                        .packages(Map.of("strategyBrief", Map.of("whyNow", "The year ends")))
                        .versions(Map.of("strategyBrief", 1)));

        var back = task(maria);
        assertThat(back.getGaps()).as("the gate says what is missing").isPositive();
        var refused = catchThrowableOfType(
                ApiException.class,
                () -> tasks.answerTask(back.getId(), new TaskAnswer().answers(Map.of("decison", "approved"))));
        var problem = problem(refused);
        assertThat(problem.getStatus()).isEqualTo(400);
        assertThat(problem.getType()).isEqualTo("urn:baton:problem:invalid");
        assertThat(problem.getErrors()).extracting("field").contains("answers.decison");
    }

    @Test
    void movesADeadlineAndEntersADecision() throws ApiException {
        start();
        var decisions = new SpokenDecisionsApi(maria);
        var wanted = new DecisionRequest()
                .wording("We launch without the second teaser email.")
                .spokenWith("tom")
                .spokenOn(LocalDate.now(ZoneOffset.UTC).minusDays(1))
                .about("strategyBrief.offer");
        assertThat(decisions.enterDecision(key, wanted).getState()).isEqualTo(DecisionView.StateEnum.ENTERED);
        assertThat(decisions.listDecisions(key, 0, 50, null).getItems()).hasSize(1);

        var confirming = task(tom);
        var due = OffsetDateTime.now(ZoneOffset.UTC).plusWeeks(2).withNano(0);
        var moved = new HandoffsApi(ruth)
                .moveDeadline(
                        key,
                        new DeadlineRequest()
                                .task(confirming.getId())
                                .due(due)
                                .reason("Legal is at a fair until Thursday."));
        assertThat(moved.getHolders())
                .anySatisfy(holder -> assertThat(holder.getDue()).isEqualTo(due));
    }

    @Test
    void changesPackages() throws ApiException {
        var packages = new PackagesApi(maria);
        start();

        var read = packages.getPackageWithHttpInfo(key, "strategyBrief", null);
        var version = etag(read);
        var change = new HashMap<String, Object>();
        change.put("whyNow", "The year ends");
        change.put("offer", null);
        var changed = packages.changePackage(key, "strategyBrief", change, version);

        assertThat(changed).containsEntry("whyNow", "The year ends").doesNotContainKey("offer");
        assertThat(packages.listPackages(key, null).getItems())
                .extracting("name")
                .contains("strategyBrief");
        assertThat(packages.listVersions(key, "strategyBrief", 0, 50, null).getTotal())
                .isEqualTo(2);
        assertThat(packages.getVersion(key, "strategyBrief", 1, null).getDocument())
                .isNotNull();
        assertThat(packages.diffPackage(key, "strategyBrief", 1, 2, null).getChanges())
                .hasSize(2);
        var unseen = catchThrowableOfType(
                ApiException.class, () -> packages.changePackage(key, "strategyBrief", change, "\"9\""));
        assertThat(unseen.getCode()).isEqualTo(412);
    }

    @Test
    void checksADeployment() throws ApiException {
        var deployments = new DeploymentsApi(admin);

        assertThat(deployments
                        .checkDeployment(List.of(new File("processes/transfers/transfer.bpmn")))
                        .getDeployable())
                .isTrue();
        assertThat(deployments.listDeployments(0, 50, null).getItems()).isNotEmpty();
    }

    private StartRequest startRequest() {
        return new StartRequest()
                .model("documentation-first-handoff")
                .businessKey(key)
                .campaign("Spring launch")
                .complexity(StartRequest.ComplexityEnum.MEDIUM)
                .executionParty(StartRequest.ExecutionPartyEnum.INTERNAL)
                .campaignType(StartRequest.CampaignTypeEnum.EMAIL)
                .launchDate(launch)
                .team(Map.of(
                        "strategist",
                        "maria",
                        "manager",
                        "tom",
                        "execution-owner",
                        people.named("ben", "execution-owner")))
                .raci(Map.of("accountable", "ruth"))
                .packages(Map.of("strategyBrief", Map.of("offer", "Every gift is matched until Friday")));
    }

    private void start() throws ApiException {
        var started = new HandoffsApi(maria).startHandoffWithHttpInfo(startRequest(), null);
        assertThat(started.getStatusCode()).isEqualTo(201);
        assertThat(started.getData().getId()).isEqualTo(key);
    }

    private TaskView task(ApiClient person) throws ApiException {
        return new TasksApi(person)
                .listMyTasks(0, 200, null).getItems().stream()
                        .filter(task -> key.equals(task.getHandoff()))
                        .findFirst()
                        .orElseThrow();
    }

    private static String etag(ApiResponse<?> answer) {
        return String.join("", answer.getHeaders().getOrDefault("etag", List.of()));
    }

    private static Problem problem(ApiException refused) {
        try {
            return ApiClient.createDefaultObjectMapper().readValue(refused.getResponseBody(), Problem.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ApiClient as(String person) {
        var login =
                Base64.getEncoder().encodeToString((person + ":" + People.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return client(request -> request.header("Authorization", "Basic " + login));
    }

    private ApiClient client(Consumer<HttpRequest.Builder> login) {
        var client = new ApiClient();
        client.setObjectMapper(ApiClient.createDefaultObjectMapper().setDefaultPropertyInclusion(KEEPING_NULL_IN_MAPS));
        client.updateBaseUri("http://127.0.0.1:" + port);
        return client.setRequestInterceptor(login);
    }
}
