package dev.baton.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DemoPeopleTests {

    private final ProcessEngine engine = engine();
    private final IdentityService identity = engine.getIdentityService();

    @TempDir
    Path data;

    /** Other tests of the same JVM may have asked for silence. */
    @BeforeEach
    void letTheStartSpeak() {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(DemoPeople.class.getName(), LogLevel.INFO);
    }

    @BeforeEach
    void rolesAreGroups() {
        for (var role : Role.values()) {
            identity.saveGroup(identity.newGroup(role.key()));
        }
        identity.saveGroup(identity.newGroup("camunda-admin"));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void everyRoleHasOnePerson() {
        start();
        assertThat(Role.values())
                .allSatisfy(role -> assertThat(identity.createUserQuery()
                                .memberOfGroup(role.key())
                                .count())
                        .isEqualTo(1));
    }

    @Test
    void thePrintedPasswordsWorkAndAreTheSameAfterARestart(CapturedOutput output) throws IOException {
        start();
        var first = passwords();
        start();
        assertThat(passwords()).isEqualTo(first).hasSize(DemoPeople.ALL.size());
        first.forEach((person, password) -> {
            assertThat(output).contains((String) password);
            assertThat(identity.checkPassword((String) person, (String) password))
                    .isTrue();
        });
    }

    @Test
    void aLostFileMeansNewPasswords() throws IOException {
        start();
        Files.delete(data.resolve("passwords"));
        start();
        passwords()
                .forEach((person, password) -> assertThat(identity.checkPassword((String) person, (String) password))
                        .isTrue());
    }

    private static ProcessEngine engine() {
        var configuration = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                .setEnablePasswordPolicy(true)
                .setProcessEngineName("demo-people")
                .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setGeneralResourceWhitelistPattern("[a-z-]+");
        return configuration.buildProcessEngine();
    }

    private void start() {
        new DemoPeople(identity, data.resolve("passwords")).create();
    }

    private Properties passwords() throws IOException {
        var passwords = new Properties();
        try (var text = Files.newBufferedReader(data.resolve("passwords"))) {
            passwords.load(text);
        }
        return passwords;
    }
}
