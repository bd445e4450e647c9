package dev.baton.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.camunda.DeploymentCheck;
import dev.baton.deployment.BrokenFiles.Broken;
import dev.baton.harness.OneDatabase;
import dev.baton.harness.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each way to break a shipped file is refused by the rule that is about it, at the element that is wrong. */
@OneDatabase
@ServiceTest
class BrokenFilesTests {

    @Autowired
    private DeploymentCheck check;

    static List<Broken> broken() {
        return BrokenFiles.corpus();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void isRefusedByItsRuleAtItsElement(Broken broken) {
        assertThat(check.violations(broken.files())).anySatisfy(violation -> {
            assertThat(violation.rule()).isEqualTo(broken.rule());
            assertThat(violation.element()).isEqualTo(broken.element());
            assertThat(violation.message()).matches("(?s).*[.:].*");
        });
    }

    @Test
    void thereAreManyWays() {
        assertThat(broken().size()).isGreaterThan(60);
    }
}
