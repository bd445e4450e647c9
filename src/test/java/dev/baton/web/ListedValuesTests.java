package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Complexity;
import dev.baton.contract.ExecutionParty;
import dev.baton.contract.Problem;
import dev.baton.journal.Status;
import dev.baton.shared.Entrance;
import dev.baton.spokendecision.SpokenDecision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of the API lists every value that there is, and no other. */
class ListedValuesTests {

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(
                        WhereItStands.class,
                        "status",
                        Arrays.stream(Status.values()).map(Status::label)),
                Arguments.of(DecisionView.class, "state", keys(SpokenDecision.State.values())),
                Arguments.of(GapView.class, "problem", keys(Problem.values())),
                // A branch is given copies, which came in by no entrance.
                Arguments.of(VersionView.class, "via", Stream.concat(keys(Entrance.values()), Stream.of("copy"))),
                Arguments.of(StartRequest.class, "complexity", keys(Complexity.values())),
                Arguments.of(CheckRequest.class, "complexity", keys(Complexity.values())),
                Arguments.of(StartRequest.class, "executionParty", keys(ExecutionParty.values())),
                Arguments.of(CheckRequest.class, "executionParty", keys(ExecutionParty.values())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("lists")
    void everyValueIsListed(Class<?> view, String component, Stream<String> values) throws Exception {
        var listed =
                view.getDeclaredField(component).getAnnotation(Schema.class).allowableValues();

        assertThat(listed).containsExactlyElementsOf(values.toList());
    }

    private static Stream<String> keys(Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
