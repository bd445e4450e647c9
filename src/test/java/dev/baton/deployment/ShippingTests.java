package dev.baton.deployment;

import static dev.baton.camunda.DeploymentSource.FOLDER;
import static dev.baton.camunda.DeploymentSource.SHIPPED;
import static dev.baton.deployment.Edits.BLOG_POST;
import static dev.baton.deployment.Edits.BLOG_POST_START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.camunda.DeploymentSource;
import dev.baton.deployment.Shipping.Report;
import dev.baton.harness.Modeler;
import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import dev.baton.web.Integrator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a start and an upgrade deploy, next to what operations have deployed. */
@ServiceTest
class ShippingTests {

    private static final String KEY = "shipped-process";
    private static final String FILE = KEY + ".bpmn";
    private static final String FORMER_NAME = "SpringAutoDeployment";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Shipping shipping;

    @Autowired
    private FileDeployment files;

    private Set<String> before = Set.of();

    @BeforeEach
    void remember() {
        before = deployments();
    }

    @AfterEach
    void takeBack() {
        var mine = new ArrayList<>(deployments());
        mine.removeAll(before);
        mine.forEach(id -> repository.deleteDeployment(id, true));
    }

    /** The newest first, as they can be deleted. */
    private Set<String> deployments() {
        return repository.createDeploymentQuery().orderByDeploymentTime().desc().list().stream()
                .map(Deployment::getId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Test
    void aSecondStartDeploysNothing() {
        files.afterSingletonsInstantiated();

        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void whatCameWithBatonIsOneDeploymentThatSaysSo() {
        assertThat(repository.createDeploymentQuery().list())
                .filteredOn(deployment -> DeploymentSource.of(deployment) == SHIPPED)
                .singleElement()
                .satisfies(deployment -> assertThat(deployment.getName()).isEqualTo("Shipped with Baton"));
    }

    @Test
    void anUpgradeDeploysWhatHasChangedAndNothingElse() {
        deployedByAnEarlierBaton("/opt/baton/" + FILE, diagram("One"));
        deployedByAnEarlierBaton("other.bpmn", ForeignProcess.diagram("other", "Other"));

        var report = ship(Map.of(FILE, diagram("Two"), "other.bpmn", ForeignProcess.diagram("other", "Other")));

        assertThat(report.deployed()).containsExactly(FILE);
        assertThat(newest(KEY).getName()).isEqualTo("Two");
        assertThat(newest("other").getVersion()).isEqualTo(1);
        assertThat(ship(Map.of(FILE, diagram("Two"))).deployed()).isEmpty();
    }

    @Test
    void operationsVersionStaysAndWhatIsLeftAsideIsSaidWithTheDifference() {
        deployedByAnEarlierBaton(FILE, diagram("One"));
        deployedByOperations(diagram("Of operations"));

        assertThat(ship(Map.of(FILE, diagram("One"))).deployed()).isEmpty();
        assertThat(leftAside(diagram("One"))).as("nothing has changed").isEmpty();

        assertThat(ship(Map.of(FILE, diagram("Two"))).deployed()).isEmpty();

        assertThat(newest(KEY).getName()).isEqualTo("Of operations");
        assertThat(leftAside(diagram("Two"))).singleElement().satisfies(aside -> {
            assertThat(aside.file()).isEqualTo(FILE);
            assertThat(aside.inForce().inWords()).isEqualTo("version 2 of the process " + KEY);
            assertThat(aside.difference())
                    .startsWith("--- in force", "+++ left aside")
                    .anyMatch(line -> line.startsWith("-") && line.contains("Of operations"))
                    .anyMatch(line -> line.startsWith("+") && line.contains("\"Two\""))
                    .noneMatch(line -> line.contains("userTask"));
        });
    }

    @Test
    void whoHasDeployedWhatWasShippedHasNoVersionOfTheirOwn() {
        deployedByAnEarlierBaton(FILE, diagram("One"));
        deployedByOperations(diagram("Of operations"));
        deployedByOperations(diagram("One"));

        assertThat(ship(Map.of(FILE, diagram("Two"))).deployed()).containsExactly(FILE);
        assertThat(newest(KEY).getVersion()).isEqualTo(4);
    }

    @Test
    void whoHasDeployedWhatWasLeftAsideGetsTheNextChange() {
        deployedByAnEarlierBaton(FILE, diagram("One"));
        deployedByOperations(diagram("Of operations"));
        ship(Map.of(FILE, diagram("Two")));
        deployedByOperations(diagram("Two"));

        ship(Map.of(FILE, diagram("Two")));
        assertThat(leftAside(diagram("Two"))).isEmpty();
        ship(Map.of(FILE, diagram("Three")));

        assertThat(newest(KEY).getName()).isEqualTo("Three");
    }

    @Test
    void aKeyThatOperationsHadBeforeStaysTheirs() {
        deployedByOperations(diagram("Of operations"));

        assertThat(ship(Map.of(FILE, diagram("One"))).deployed()).isEmpty();
        assertThat(leftAside(diagram("One"))).hasSize(1);
    }

    @Test
    void aFolderReplacesWhatWasShippedAndIsNotReplacedByIt() {
        ship(Map.of(FILE, diagram("One")));

        assertThat(shipping.ship(bytes(Map.of(FILE, diagram("Of the folder"))), FOLDER)
                        .deployed())
                .containsExactly(FILE);
        assertThat(ship(Map.of(FILE, diagram("Two"))).deployed()).isEmpty();
        assertThat(newest(KEY).getName()).isEqualTo("Of the folder");
    }

    @Test
    void anEarlierVersionOfBatonBringsItsFilesBack() {
        ship(Map.of(FILE, diagram("One")));
        ship(Map.of(FILE, diagram("Two")));

        ship(Map.of(FILE, diagram("One")));

        assertThat(newest(KEY).getVersion()).isEqualTo(3);
        assertThat(newest(KEY).getName()).isEqualTo("One");
    }

    @Test
    void whatNeedsEachOtherIsDeployedTogether() {
        var model = Map.of(name(BLOG_POST), read(BLOG_POST), name(BLOG_POST_START), read(BLOG_POST_START));

        assertThat(ship(Map.of(name(BLOG_POST), read(BLOG_POST))).refused())
                .anyMatch(violation -> violation.rule().id().equals("reference"));
        assertThat(ship(model).deployed()).hasSize(2);
        assertThat(deployments()).hasSize(before.size() + 1);
    }

    @Test
    void whatBreaksARuleAndWhatNeedsItWaitsAndTheRestIsDeployed() {
        var report = ship(Map.of(
                FILE, diagram("One"), name(BLOG_POST), read(BLOG_POST), name(BLOG_POST_START), "{\"components\": [}"));

        assertThat(report.deployed()).containsExactly(FILE);
        assertThat(report.refused())
                .extracting(violation -> violation.file())
                .contains(name(BLOG_POST), name(BLOG_POST_START));
        assertThat(newest(KEY).getName()).isEqualTo("One");
    }

    @Test
    void whatOnlyTheEngineRefusesIsSaidOfItsFile() {
        var catchesNothing = Bpmn.convertToString(Bpmn.createExecutableProcess(KEY)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .intermediateCatchEvent("nothing")
                .endEvent()
                .done());

        var report = ship(Map.of(FILE, catchesNothing, "other.bpmn", ForeignProcess.diagram("other", "Other")));

        assertThat(report.deployed()).containsExactly("other.bpmn");
        assertThat(report.refused())
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.file()).isEqualTo(FILE));
    }

    @Test
    void nobodysDeploymentPassesForBatons() {
        for (var source : List.of(SHIPPED, FOLDER)) {
            var refused = Modeler.deploy(
                    operations(),
                    "mine",
                    Map.of(FILE, diagram("Of operations")),
                    Map.of("deployment-source", source.source()));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("message"))
                    .isEqualTo(
                            "\"%s\" is the source of what Baton deploys itself: choose another deployment-source, or leave it out."
                                    .formatted(source.source()));
        }
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void whatSomebodyDeploysAgainOfAnEarlierBatonIsTheirs() {
        var former = deployedByAnEarlierBaton(FILE, diagram("One"));
        ship(Map.of(FILE, diagram("Two")));

        var back = operations().post("/engine-rest/deployment/%s/redeploy".formatted(former.getId()), "{}");

        assertThat(back.status()).as(back.toString()).isEqualTo(200);
        assertThat(ship(Map.of(FILE, diagram("Two"))).deployed()).isEmpty();
        assertThat(ship(Map.of(FILE, diagram("Three"))).deployed()).isEmpty();
        assertThat(newest(KEY).getName()).isEqualTo("One");
    }

    private Report ship(Map<String, String> files) {
        return shipping.ship(bytes(files), SHIPPED);
    }

    private List<Shipping.LeftAside> leftAside(String content) {
        return shipping.leftAside(bytes(Map.of(FILE, content)), SHIPPED);
    }

    private Deployment deployedByAnEarlierBaton(String file, String content) {
        return repository
                .createDeployment()
                .name(FORMER_NAME)
                .addString(file, content)
                .deploy();
    }

    private void deployedByOperations(String content) {
        var answer = Modeler.deploy(operations(), "mine", Map.of(FILE, content));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private Integrator operations() {
        return new Integrator(port, people.named("operations"));
    }

    private ProcessDefinition newest(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    private static String diagram(String name) {
        return ForeignProcess.diagram(KEY, name);
    }

    private static String read(String path) {
        return Edits.read(path);
    }

    private static String name(String path) {
        return Path.of(path).getFileName().toString();
    }

    private static Map<String, byte[]> bytes(Map<String, String> files) {
        return files.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> file.getValue().getBytes(StandardCharsets.UTF_8)));
    }
}
