package dev.baton.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedBodiesTest {

    @ParameterizedTest
    @ValueSource(ints = {4, 32, 40})
    void aDocumentIsAsDeepAsTheSettingSaysWhateverABodyPutsAroundIt(int setting) {
        var bodies = new CheckedBodies(setting);

        assertThatCode(() -> check(bodies, setting, ObjectNode.class)).doesNotThrowAnyException();
        assertThatCode(() -> check(bodies, setting + 2, StartRequest.class)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(bodies, setting + 1, ObjectNode.class))
                .hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> check(bodies, setting + 3, StartRequest.class))
                .hasMessageContaining("nested too deeply");
    }

    private static void check(CheckedBodies bodies, int levels, Type target) {
        bodies.check(("{\"a\":".repeat(levels) + "1" + "}".repeat(levels)).getBytes(UTF_8), target);
    }
}
