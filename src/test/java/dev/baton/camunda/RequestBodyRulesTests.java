package dev.baton.camunda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyRulesTests {

    @ParameterizedTest
    @ValueSource(ints = {4, 32, 40})
    void aDocumentIsAsDeepAsTheSettingSaysWhateverABodyPutsAroundIt(int setting) {
        var rules = new RequestBodyRules(new ContextLimits(262_144, setting));

        assertThat(rules.faultOfDocument(levels(setting))).isEmpty();
        assertThat(rules.fault(levels(setting + 2))).isEmpty();
        assertThat(rules.faultOfDocument(levels(setting + 1)))
                .hasValueSatisfying(fault -> assertThat(fault.message()).contains("nested too deeply"));
        assertThat(rules.fault(levels(setting + 3)))
                .hasValueSatisfying(fault -> assertThat(fault.message()).contains("nested too deeply"));
    }

    private static byte[] levels(int levels) {
        return ("{\"a\":".repeat(levels) + "1" + "}".repeat(levels)).getBytes(UTF_8);
    }
}
