package dev.baton.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTests {

    @ParameterizedTest
    @CsvSource({
        "always,   simple, internal, true",
        "always,   high,   internal, true",
        "medium,   simple, internal, false",
        "medium,   medium, internal, true",
        "medium,   high,   internal, true",
        "high,     simple, internal, false",
        "high,     medium, internal, false",
        "high,     high,   internal, true",
        "external, high,   internal, false",
        "always,   simple, external, true",
        "medium,   simple, external, true",
        "high,     simple, external, true",
        "external, simple, external, true"
    })
    void decidesWhatIsRequired(String level, String complexity, String party, boolean required) {
        Situation situation =
                new Situation(Complexity.of(complexity), ExecutionParty.of(party), null, LocalDate.of(2026, 12, 1));

        assertThat(Level.of(level).requiredIn(situation)).isEqualTo(required);
    }

    @Test
    void anUnknownWordIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Complexity.of("hard"))
                .hasMessage("“hard” is no complexity. Choose one of: simple, medium, high.");
        assertThatThrownBy(() -> ExecutionParty.of("agency"))
                .hasMessage("“agency” is no execution party. Choose one of: internal, external.");
    }
}
