package dev.baton.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.Modeler;
import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import dev.baton.web.Integrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A folder that is looked at again and again, look by look. */
@ServiceTest
class FolderTests {

    private static final String KEY = "of-a-folder";
    private static final String FILE = KEY + ".bpmn";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Shipping shipping;

    @TempDir
    private Path folder;

    private final List<Object> events = new ArrayList<>();
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
    void aChangeIsTakenOnceItIsTheSameInTwoLooks() throws IOException {
        write(FILE, diagram("One"));
        var node = started(folder);
        assertThat(name()).isEqualTo("One");

        write(FILE, diagram("Two"));
        node.look();
        assertThat(name()).as("it may be half written").isEqualTo("One");
        node.look();

        assertThat(name()).isEqualTo("Two");
        assertThat(events).hasSize(1);
        node.look();
        node.look();
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void whatIsHalfWrittenIsNeitherTakenNorReported() throws IOException {
        write(FILE, diagram("One"));
        var node = started(folder);
        var whole = diagram("Two");

        write(FILE, whole.substring(0, whole.length() / 2));
        node.look();
        write(FILE, whole);
        node.look();
        assertThat(node.refused()).isEmpty();
        node.look();

        assertThat(node.refused()).isEmpty();
        assertThat(name()).isEqualTo("Two");
    }

    @Test
    void whatIsBrokenIsReportedTheOldStaysAndTheRepairedGoesLive() throws IOException {
        write(FILE, diagram("One"));
        var node = started(folder);

        write(FILE, "<bpmn:definitions");
        write("other.bpmn", ForeignProcess.diagram("other", "Other"));
        twoLooks(node);

        assertThat(node.refused()).singleElement().satisfies(violation -> {
            assertThat(violation.file()).isEqualTo(FILE);
            assertThat(violation.rule().id()).isEqualTo("readable");
        });
        assertThat(name()).isEqualTo("One");
        assertThat(newest("other").getName()).isEqualTo("Other");

        write(FILE, diagram("Two"));
        twoLooks(node);
        assertThat(node.refused()).isEmpty();
        assertThat(name()).isEqualTo("Two");
    }

    @Test
    void aNewFolderOfKubernetesIsTakenWhenItsLinkSwitches() throws IOException {
        var first = Files.createDirectory(folder.resolve("..2026_11_27_one"));
        Files.writeString(first.resolve(FILE), diagram("One"));
        Files.createSymbolicLink(folder.resolve("..data"), first.getFileName());
        Files.createSymbolicLink(folder.resolve(FILE), Path.of("..data", FILE));
        var node = started(folder);
        assertThat(name()).isEqualTo("One");

        var second = Files.createDirectory(folder.resolve("..2026_11_27_two"));
        Files.writeString(second.resolve(FILE), diagram("Two"));
        Files.createSymbolicLink(folder.resolve("..data_tmp"), second.getFileName());
        Files.move(folder.resolve("..data_tmp"), folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        twoLooks(node);

        assertThat(node.refused()).isEmpty();
        assertThat(name()).isEqualTo("Two");
    }

    @Test
    void ofTwoFilesWithOneNameNeitherIsTaken() throws IOException {
        write(FILE, diagram("One"));
        var node = started(folder);

        write(FILE, diagram("Two"));
        write("elsewhere/" + FILE, diagram("Three"));
        twoLooks(node);

        assertThat(node.refused()).singleElement().satisfies(violation -> {
            assertThat(violation.file()).isEqualTo(FILE);
            assertThat(violation.message()).contains("lies in the folder twice");
        });
        assertThat(name()).isEqualTo("One");
    }

    @Test
    void whatIsTooLargeIsReportedAndTheRestIsTaken() throws IOException {
        write(FILE, diagram("One"));
        var node = started(folder);

        write(FILE, diagram("Two"));
        write("large.form", " ".repeat(10 * 1024 * 1024 + 1));
        twoLooks(node);

        assertThat(node.refused()).singleElement().satisfies(violation -> {
            assertThat(violation.file()).isEqualTo("large.form");
            assertThat(violation.message()).contains("larger than 10 MiB");
        });
        assertThat(name()).isEqualTo("Two");
    }

    @Test
    void hiddenFilesAndThoseOfOtherKindsAreNoBusinessOfBatons() throws IOException {
        write(FILE, diagram("One"));
        write("." + FILE + ".swp", "half");
        write(".git/other.bpmn", "half");
        write(".hidden.bpmn", "half");
        write("readme.md", "For colleagues");

        var node = started(folder);

        assertThat(node.refused()).isEmpty();
        assertThat(deployments()).hasSize(before.size() + 1);
    }

    @Test
    void aMarkBeforeTheFirstCharacterIsNoChange() throws IOException {
        write(FILE, diagram("One"));
        var node = started(folder);

        write(FILE, "\uFEFF" + diagram("One"));
        twoLooks(node);
        started(folder);

        assertThat(version()).isEqualTo(1);
    }

    @Test
    void aFileOrAFolderThatIsGoneTakesNothingAway() throws IOException {
        write(FILE, diagram("One"));
        var node = started(folder);

        Files.delete(folder.resolve(FILE));
        twoLooks(node);
        assertThat(name()).isEqualTo("One");
        assertThat(node.refused()).isEmpty();

        var away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        twoLooks(node);
        assertThat(node.refused())
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).contains("is not there any more"));
        assertThat(name()).isEqualTo("One");

        Files.move(away, folder);
        write(FILE, diagram("Two"));
        twoLooks(node);
        assertThat(node.refused()).isEmpty();
        assertThat(name()).isEqualTo("Two");
    }

    @Test
    void whatNeedsSomethingOfOperationsIsTakenAsSoonAsTheyHaveDeployedIt() throws IOException {
        var node = started(folder);
        write("blog-post-handoff.bpmn", Edits.read(Edits.BLOG_POST));
        twoLooks(node);
        assertThat(node.refused()).isNotEmpty();

        deploy("start-blog-post-handoff.form", Edits.read(Edits.BLOG_POST_START));
        node.look();

        assertThat(node.refused()).isEmpty();
        assertThat(newest("blog-post-handoff")).isNotNull();
    }

    @Test
    void whatWasLeftAsideIsBatonsAgainOnceOperationsHaveDeployedIt() throws IOException {
        write(FILE, diagram("One"));
        var node = started(folder);
        deploy(FILE, diagram("Of operations"));

        write(FILE, diagram("Two"));
        twoLooks(node);
        assertThat(name()).isEqualTo("Of operations");
        assertThat(node.leftAside()).hasSize(1);

        deploy(FILE, diagram("Two"));
        node.look();
        assertThat(node.leftAside()).isEmpty();
        write(FILE, diagram("Three"));
        twoLooks(node);
        assertThat(name()).isEqualTo("Three");
    }

    @Test
    void whatWasLeftAsideIsNotForgottenWhileTheFolderIsAway() throws IOException {
        write(FILE, diagram("One"));
        var node = started(folder);
        deploy(FILE, diagram("Of operations"));
        write(FILE, diagram("Two"));
        twoLooks(node);

        var away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        twoLooks(node);
        Files.move(away, folder);
        twoLooks(node);
        deploy(FILE, diagram("Two"));
        node.look();

        assertThat(node.leftAside()).isEmpty();
        assertThat(version())
                .as("deployed once more, so that the next change arrives")
                .isEqualTo(4);
    }

    @Test
    void aNodeWhoseFolderIsBehindDeploysNothingOld(@TempDir Path behind) throws IOException {
        write(FILE, diagram("One"));
        Files.writeString(behind.resolve(FILE), diagram("One"));
        Files.writeString(behind.resolve("broken.bpmn"), "<");
        var ahead = started(folder);
        var late = started(behind);

        write(FILE, diagram("Two"));
        twoLooks(ahead);
        twoLooks(late);

        assertThat(name()).isEqualTo("Two");
        Files.writeString(behind.resolve(FILE), diagram("Two"));
        twoLooks(late);
        assertThat(version()).isEqualTo(2);
    }

    private FileDeployment started(Path folder) {
        var node = new FileDeployment(new ProcessFiles("file:" + folder), shipping, repository, events::add);
        node.afterSingletonsInstantiated();
        node.look();
        return node;
    }

    private static void twoLooks(FileDeployment node) {
        node.look();
        node.look();
    }

    private void write(String file, String content) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private void deploy(String file, String content) {
        var answer = Modeler.deploy(new Integrator(port, people.named("operations")), "mine", Map.of(file, content));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private String name() {
        return newest(KEY).getName();
    }

    private int version() {
        return newest(KEY).getVersion();
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
}
