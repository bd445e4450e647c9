package dev.baton.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.camunda.InvalidSetting;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionOperations;

@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTests {

    private static final Pattern PRINTED = Pattern.compile("password: (\\S+)");

    private final ProcessEngine engine = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
            .setEnablePasswordPolicy(true)
            .setProcessEngineName("first-administrator")
            .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID())
            .buildProcessEngine();
    private final IdentityService identity = engine.getIdentityService();

    @BeforeEach
    void administratorsAreAGroup() {
        identity.saveGroup(identity.newGroup("camunda-admin"));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void theFirstStartPrintsARandomSecretAndLaterStartsPrintNothing(CapturedOutput output) {
        first("admin", null).create();
        var printed = PRINTED.matcher(output);
        assertThat(printed.find()).isTrue();
        assertThat(identity.checkPassword("admin", printed.group(1))).isTrue();
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").count())
                .isEqualTo(1);

        first("admin", null).create();
        assertThat(printed.find()).isFalse();
        assertThat(PRINTED.matcher(output).results()).hasSize(1);
    }

    @Test
    void aChosenPasswordIsTakenAndNotPrinted(CapturedOutput output) {
        first("root", "Quiet-harbour-27-lanterns").create();
        assertThat(identity.checkPassword("root", "Quiet-harbour-27-lanterns")).isTrue();
        assertThat(output).doesNotContain("Quiet-harbour");
    }

    @Test
    void anAdministratorWhoIsThereIsLeftAlone() {
        first("root", "Quiet-harbour-27-lanterns").create();
        first("second", "Other-harbour-27-lanterns").create();
        first("root", "Other-harbour-27-lanterns").create();
        assertThat(identity.createUserQuery().list()).hasSize(1);
        assertThat(identity.checkPassword("root", "Quiet-harbour-27-lanterns")).isTrue();
    }

    @Test
    void aWeakPasswordStopsTheStartWithoutRepeatingIt() {
        assertThatThrownBy(() -> first("admin", "weak").create())
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("policy")
                .hasMessageNotContaining("weak");
        assertThat(identity.createUserQuery().count()).isZero();
    }

    @Test
    void anIdThatNobodyCanHaveStopsTheStart() {
        assertThatThrownBy(() -> first("the boss", "Quiet-harbour-27-lanterns").create())
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("id");
        assertThat(identity.createUserQuery().count()).isZero();
    }

    private FirstAdministrator first(String id, @Nullable String password) {
        return new FirstAdministrator(identity, TransactionOperations.withoutTransaction(), id, password);
    }
}
