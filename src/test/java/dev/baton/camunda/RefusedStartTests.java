package dev.baton.camunda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;

class RefusedStartTests {

    private static final String POSTGRESQL = "jdbc:postgresql://database/baton";

    private final MockEnvironment settings = new MockEnvironment();

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:./data/baton", "jdbc:h2:mem:baton", "postgresql://database/baton", ""})
    void productionRunsOnPostgreSqlOnly(String url) {
        settings.setProperty("spring.datasource.url", url);
        assertThatThrownBy(this::production)
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("jdbc:postgresql://host/baton");
    }

    @Test
    void productionStartsOnPostgreSql() {
        settings.setProperty("spring.datasource.url", POSTGRESQL);
        assertThatCode(this::production).doesNotThrowAnyException();
    }

    @Test
    void theDemosPeopleNeverMeetProduction() {
        settings.setProperty("spring.datasource.url", POSTGRESQL);
        settings.setActiveProfiles("production", "demo");
        assertThatThrownBy(this::production).isInstanceOf(InvalidSetting.class).hasMessageContaining("passwords");
    }

    @Test
    void aFolderWithoutDiagramsStopsTheStart(@TempDir Path folder) throws Exception {
        settings.setProperty("baton.processes.location", "file:" + folder);
        assertThatThrownBy(this::diagrams).isInstanceOf(InvalidSetting.class).hasMessageContaining("No diagram");
        Files.createFile(Files.createDirectories(folder.resolve("models")).resolve("own.bpmn"));
        assertThatCode(this::diagrams).doesNotThrowAnyException();
    }

    @Test
    void aFolderWrittenAsAPathIsExplained() {
        settings.setProperty("baton.processes.location", "/etc/baton/processes");
        assertThatThrownBy(this::diagrams).hasMessageContaining("file:/etc/baton/processes");
    }

    @Test
    void theShippedDiagramsAreFound() {
        settings.setProperty("baton.processes.location", "classpath*:processes");
        assertThatCode(this::diagrams).doesNotThrowAnyException();
    }

    @Test
    void aRefusedSettingIsNamed() {
        var refused = new InvalidSetting("baton.admin.password", "The password breaks the policy.");
        var analysis = new InvalidSettingFailureAnalyzer().analyze(new BeanCreationException("any", refused));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo("The password breaks the policy.");
        assertThat(analysis.getAction()).contains("baton.admin.password");
    }

    @ParameterizedTest
    @CsvSource({
        "08001, Check that the database runs",
        "08004, spring.datasource.url",
        "28P01, spring.datasource.password",
        "3D000, Create the database",
        "42501, owner of the database"
    })
    void aDatabaseThatCannotBeUsedIsNamedWithTheRemedy(String state, String remedy) {
        var failure = new SQLException("The connection attempt failed.", state, new UnknownHostException("nowhere"));
        var analysis = new DatabaseFailureAnalyzer().analyze(new BeanCreationException("flyway", failure));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains("The connection attempt failed.", "nowhere");
        assertThat(analysis.getAction()).contains(remedy);
    }

    @Test
    void anEmbeddedDatabaseThatIsOpenElsewhereIsNamedWithTheRemedy(@TempDir Path folder) throws Exception {
        var file = created(folder);
        try (var elsewhere = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var locked = elsewhere.lock()) {
            assertThat(locked.isValid()).isTrue();
            assertThat(remedyOf(folder)).contains("has this file open: stop it");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 5000})
    void anEmbeddedDatabaseThatIsDamagedIsNamedWithTheRemedy(int left, @TempDir Path folder) throws Exception {
        var file = created(folder);
        var whole = Files.readAllBytes(file);
        var damaged = left == 0
                ? "no database at all, but a text of some length".repeat(200).getBytes(UTF_8)
                : Arrays.copyOf(whole, left);
        Files.write(file, damaged);

        assertThat(remedyOf(folder)).contains("put the last backup of it in its place");
    }

    private static Path created(Path folder) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("baton"));
                var statement = connection.createStatement()) {
            statement.execute("create table kept (id int primary key)");
        }
        return folder.resolve("baton.mv.db");
    }

    private static String remedyOf(Path folder) {
        var failure = catchThrowableOfType(
                SQLException.class, () -> DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("baton")));
        var analysis = new DatabaseFailureAnalyzer().analyze(new BeanCreationException("flyway", failure));
        assertThat(analysis).as(String.valueOf(failure)).isNotNull();
        return String.valueOf(analysis.getAction());
    }

    @Test
    void aFailureOfAnotherKindKeepsItsStackTrace() {
        var failure = new BeanCreationException("flyway", new SQLException("Unique index violation", "23505"));
        assertThat(new DatabaseFailureAnalyzer().analyze(failure)).isNull();
        assertThat(new DatabaseFailureAnalyzer().analyze(new BeanCreationException("x", new SQLException("Odd"))))
                .isNull();
    }

    private void production() {
        new ProductionSettingsCheck(settings).postProcessBeanFactory(new DefaultListableBeanFactory());
    }

    private void diagrams() {
        new ShippedDiagrams(settings).postProcessBeanFactory(new DefaultListableBeanFactory());
    }
}
