package dev.baton.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.contract.Situation;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.SingleTransfer;
import dev.baton.harness.Walk;
import dev.baton.journal.Journal;
import dev.baton.packages.DeployedContracts;
import dev.baton.process.KnownPeople;
import dev.baton.shared.FieldError;
import dev.baton.shared.Json;
import dev.baton.shared.Refusal;
import dev.baton.transfer.Accepted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who can be named stands in the form: people are picked by those who know them, and nobody else learns of them. */
@ServiceTest
class PeopleChoicesTests {

    private static final Path MODELS = Path.of("examples", "models");

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private FormService forms;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private IdentityService identity;

    @Autowired
    private FormsInForce formsInForce;

    @Autowired
    private Journal journal;

    private final List<String> deployments = new ArrayList<>();
    private final List<String> hired = new ArrayList<>();
    private SingleTransfer transfer;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        people.named("quality-owner");
        people.named("strategist");
        transfer = new SingleTransfer(handoff, contracts);
    }

    @AfterEach
    void takeBack() {
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
        hired.forEach(identity::deleteUser);
    }

    @Test
    void everybodyCanBePickedByName() {
        hire("okafor", "Ben", "Okafor", "execution-owner");

        var field = component(startForm("strategist", "transfer"), "accountable");

        assertThat(field.path("type").asText()).isEqualTo("select");
        assertThat(field.path("searchable").asBoolean()).isTrue();
        assertThat(field.path("label").asText()).isEqualTo("The one accountable person");
        assertThat(field.path("description").asText()).startsWith("Exactly one: ");
        assertThat(field.path("validate").path("required").asBoolean()).isTrue();
        assertThat(field.path("values"))
                .hasSize((int) identity.createUserQuery().count())
                .anySatisfy(choice -> {
                    assertThat(choice.path("label").asText()).isEqualTo("Ben Okafor (okafor)");
                    assertThat(choice.path("value").asText()).isEqualTo("okafor");
                });
    }

    @Test
    void whoeverAsksFirstTheListIsWhole() {
        hire("okafor", "Ben", "Okafor", "execution-owner");

        var form = handoff.as("strategist", () -> formsInForce.page(inForce("start-transfer")));

        assertThat(ids(component(Json.parse(form), "accountable")))
                .hasSize((int) identity.createUserQuery().count());
    }

    @Test
    void onlyThePeopleOfARoleAreOfferedAndPartnersWhereItExecutes() {
        hire("zaza", "Zaza", "Zimmer", "legal");
        hire("adam", "Adam", "Ahorn", "creative");
        people.named("pia", "partner");

        var form = startForm("strategist", "transfer");

        assertThat(ids(component(form, "legal"))).contains("zaza").doesNotContain("adam", "pia");
        assertThat(ids(component(form, "creative"))).contains("adam", "pia").doesNotContain("zaza");
        assertThat(ids(component(form, "accountable"))).contains("zaza", "adam", "pia");
    }

    @Test
    void nobodyIsNamedForARoleThatTheyDoNotHave() {
        hire("adam", "Adam", "Ahorn", "creative");

        var refused = catchThrowableOfType(
                Refusal.class,
                () -> transfer.startWith(transfer.brief(), Map.of("team", Map.of("qualityOwner", "adam"))));

        assertThat(refused.fields()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("team.quality-owner");
            assertThat(error.message()).isEqualTo("adam does not have the role quality owner: name somebody who has.");
        });
    }

    @Test
    void whoeverIsAskedAndKeptInformedIsPickedFromAListAndHasAnAccount() {
        hire("adam", "Adam", "Ahorn", "creative");

        var form = startForm("strategist", "transfer");
        assertThat(component(form, "consulted").path("type").asText()).isEqualTo("taglist");
        assertThat(ids(component(form, "informed"))).contains("adam");

        var raci = Map.of(
                "accountable",
                "ruth",
                "consulted",
                List.of("adam", "nobody"),
                "informed",
                "adam, No One",
                "deliverables",
                Map.of("Blog post", Map.of("accountable", "ruth", "responsible", "nowhere")));
        var refused =
                catchThrowableOfType(Refusal.class, () -> transfer.startWith(transfer.brief(), Map.of("raci", raci)));

        assertThat(refused.fields())
                .extracting(FieldError::field, FieldError::message)
                .containsExactly(
                        tuple("raci.consulted", KnownPeople.unknown("nobody")),
                        tuple("raci.informed", KnownPeople.unknown("No One")),
                        tuple("raci.deliverables.Blog post.responsible", KnownPeople.unknown("nowhere")));
    }

    @Test
    void aRoleMayStayEmpty() {
        var team = new HashMap<String, Object>();
        team.put("qualityOwner", null);

        transfer.startWith(transfer.brief(), Map.of("team", team));

        assertThat(handoff.task("review_quality").getAssignee()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "stakeholder"})
    void whoeverWorksOutsideWritesTheNameAndLearnsOfNobody(String role) {
        hire("okafor", "Ben", "Okafor", "execution-owner");
        people.named(role);

        var form = handoff.as(role, () -> formsInForce.page(inForce("start-transfer")));

        assertThat(form).doesNotContain("okafor", "Okafor");
        var field = component(Json.parse(form), "accountable");
        assertThat(field.path("type").asText()).isEqualTo("textfield");
        assertThat(field.path("description").asText()).startsWith("User name. Exactly one: ");
        assertThat(field.has("values")).isFalse();
    }

    @Test
    void aPartnerIsServedTheSameThroughTheEngine() {
        hire("okafor", "Ben", "Okafor", "execution-owner");
        people.named("partner");

        assertThat(startForm("partner", "transfer").toString()).doesNotContain("okafor");
        assertThat(json(forms.getDeployedStartForm(definition("transfer"))).toString())
                .doesNotContain("okafor");
    }

    @Test
    void whoeverIsHiredOrGoneIsSoInTheNextForm() {
        assertThat(ids(component(startForm("strategist", "transfer"), "accountable")))
                .doesNotContain("okafor");

        hire("okafor", "Ben", "Okafor", "execution-owner");
        assertThat(ids(component(startForm("strategist", "transfer"), "accountable")))
                .contains("okafor");

        identity.deleteUser("okafor");
        assertThat(ids(component(startForm("strategist", "transfer"), "accountable")))
                .doesNotContain("okafor");
    }

    @Test
    void whoeverLeavesWhileAFormIsOpenIsRefusedByName() {
        hire("okafor", "Ben", "Okafor", "creative");
        assertThat(ids(component(startForm("strategist", "transfer"), "creative")))
                .contains("okafor");
        identity.deleteUser("okafor");

        var refused = catchThrowableOfType(
                Refusal.class,
                () -> transfer.startWith(transfer.brief(), Map.of("team", Map.of("creative", "okafor"))));

        assertThat(refused.fields()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("team.creative");
            assertThat(error.message())
                    .isEqualTo("Nobody here has the user id \"okafor\": name a person with an account.");
        });
    }

    @Test
    void theNextStepBelongsToSomebodyWithAnAccount() {
        transfer.toReceiver();

        var refused = catchThrowableOfType(
                Refusal.class, () -> handoff.complete("creative", "receive_handoff", acceptance("somebody")));

        assertThat(refused.fields()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("nextStepOwner");
            assertThat(error.message()).contains("\"somebody\"", "name a person with an account");
        });
        handoff.complete("creative", "receive_handoff", acceptance(" ruth "));
        assertThat(accepted()).isEqualTo("ruth");
    }

    @Test
    void aPartnerNamesWhoeverTheirNextStepBelongsTo() {
        people.named("pia", "partner");
        transfer.toReceiver(Map.of("team", Map.of("creative", "pia")));
        var task = handoff.task("receive_handoff").getId();

        var field = component(json(handoff.as("pia", () -> forms.getDeployedTaskForm(task))), "nextStepOwner");
        assertThat(field.path("type").asText()).isEqualTo("textfield");

        handoff.complete("pia", "receive_handoff", acceptance("Jo of the agency"));
        assertThat(accepted()).isEqualTo("Jo of the agency");
    }

    @Test
    void rolesAreOfferedByNameAndReadAsBefore() {
        var field = component(startForm("strategist", "handoff-action"), "teamRole");

        assertThat(field.path("values")).hasSize(14).anySatisfy(choice -> {
            assertThat(choice.path("label").asText()).isEqualTo("Execution owner");
            assertThat(choice.path("value").asText()).isEqualTo("execution-owner");
        });
    }

    @Test
    void aFieldForThePeopleOfARoleTakesNobodyElse() throws IOException {
        hire("adam", "Adam", "Ahorn", "creative");
        hire("zaza", "Zaza", "Zimmer", "legal");
        deploy(form -> form.withArray("components").add(writer("people creative")));

        var field = component(startForm("strategist", "blog-post-handoff"), "writer");
        assertThat(ids(field)).contains("adam").doesNotContain("zaza", "ruth");

        var refused = catchThrowableOfType(Refusal.class, () -> startPost("zaza"));
        assertThat(refused.fields()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("writer");
            assertThat(error.message())
                    .isEqualTo("zaza does not have the role creative: name somebody who has, or a partner.");
        });
        refused = catchThrowableOfType(Refusal.class, () -> startPost("nobody"));
        assertThat(refused.fields().get(0).message()).contains("\"nobody\"", "name a person with an account");
        startPost("adam");
        assertThat(journal.find(handoff.key())).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "peoples | offers “peoples”, which nothing stands for: write contracts, models, roles, people",
                "people legal last | offers “people legal last”, which nothing stands for",
                "roles legal | offers “roles legal”, which nothing stands for",
                "people leagl | No role is called 'leagl'. Use one of: strategist, execution-owner"
            })
    void choicesThatNothingStandsForAreNotDeployed(String choices, String sentence) {
        assertThatThrownBy(() -> deploy(form -> form.withArray("components").add(writer(choices))))
                .hasMessageContaining("start-blog-post-handoff.form, field_writer: “Who writes it?” ")
                .hasMessageContaining(sentence);
    }

    @Test
    void peopleArePickedInAList() {
        assertThatThrownBy(() -> deploy(form ->
                        form.withArray("components").add(writer("people").put("type", "checklist"))))
                .hasMessageContaining("“Who writes it?” offers people, who are picked in a select, or in a taglist");
    }

    @Test
    void theListOfModelsTellsNobodyWhoWorksHere() {
        hire("okafor", "Ben", "Okafor", "execution-owner");

        var form = handoff.as(
                "strategist", () -> formsInForce.startForm("start-transfer").orElseThrow());

        assertThat(form.toString()).doesNotContain("okafor");
        assertThat(component(form, "contract").path("values")).isNotEmpty();
    }

    @Test
    void aFormWithoutSuchAFieldIsServedAsItWasMade() {
        assertThat(OfferedChoices.isIn(inForce("complete-package").served().tree()))
                .isFalse();
        assertThat(OfferedChoices.isIn(inForce("start-transfer").served().tree()))
                .isTrue();
    }

    private FormsInForce.InForce inForce(String form) {
        return formsInForce
                .find(form, List.of(), Situation.usual(LocalDate.EPOCH))
                .orElseThrow();
    }

    private static Map<String, Object> acceptance(String nextStepOwner) {
        var answers = new HashMap<>(Walk.acceptance());
        answers.put("nextStepOwner", nextStepOwner);
        return answers;
    }

    private String accepted() {
        return journal.events(handoff.key()).stream()
                .filter(event -> event.is(Accepted.class))
                .map(event ->
                        String.valueOf(event.detail().get("nextStepOwner")).strip())
                .findFirst()
                .orElseThrow();
    }

    private void startPost(String writer) {
        handoff.start(
                People.ADMIN,
                "blog-post-handoff",
                Map.of("campaign", "At night", "writer", writer, "raci", Map.of("accountable", "ruth")));
    }

    private static ObjectNode writer(String choices) {
        var field = Json.MAPPER
                .createObjectNode()
                .put("type", "select")
                .put("id", "field_writer")
                .put("key", "writer")
                .put("label", "Who writes it?");
        field.putArray("values");
        field.putObject("properties").put("choices", choices);
        return field;
    }

    private void deploy(Consumer<ObjectNode> change) throws IOException {
        var form = (ObjectNode) Json.parse(Files.readString(MODELS.resolve("start-blog-post-handoff.form")));
        change.accept(form);
        deployments.add(repository
                .createDeployment()
                .name("operations")
                .addString("start-blog-post-handoff.form", form.toString())
                .addString("blog-post-handoff.bpmn", Files.readString(MODELS.resolve("blog-post-handoff.bpmn")))
                .deploy()
                .getId());
    }

    private void hire(String id, String first, String last, String role) {
        var user = identity.newUser(id);
        user.setFirstName(first);
        user.setLastName(last);
        identity.saveUser(user);
        identity.createMembership(id, role);
        hired.add(id);
    }

    private JsonNode startForm(String who, String process) {
        var definition = definition(process);
        return json(handoff.as(who, () -> forms.getDeployedStartForm(definition)));
    }

    private String definition(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private static List<String> ids(JsonNode field) {
        return field.path("values").findValuesAsText("value");
    }

    private static JsonNode component(JsonNode form, String key) {
        return components(form)
                .filter(component -> component.path("key").asText().equals(key))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static Stream<JsonNode> components(JsonNode parent) {
        var inside = new ArrayList<JsonNode>();
        parent.path("components").forEach(inside::add);
        return inside.stream().flatMap(component -> Stream.concat(Stream.of(component), components(component)));
    }

    private static JsonNode json(InputStream form) {
        try (form) {
            return Json.parse(new String(form.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
