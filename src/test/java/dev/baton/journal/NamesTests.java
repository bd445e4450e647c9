package dev.baton.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NamesTests {

    @ParameterizedTest
    @EnumSource
    void everyStatusIsReadBackFromItsLabel(Status status) {
        assertThat(Status.of(status.label())).isEqualTo(status);
    }

    @Test
    void aStatusFitsIntoAnAddress() {
        assertThat(Status.of("waiting-for-receiver")).isEqualTo(Status.WAITING_FOR_RECEIVER);
    }

    @Test
    void anUnknownStatusSortOrKindIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> Status.of("done"))
                .isInstanceOf(InvalidSearch.class)
                .hasMessageContaining("'done'")
                .hasMessageContaining("in work");
        assertThatThrownBy(() -> Sort.of("id; drop table baton_handoff"))
                .isInstanceOf(InvalidSearch.class)
                .hasMessageContaining("statusSince");
        assertThatThrownBy(() -> EventType.of("done")).isInstanceOf(IllegalArgumentException.class);
    }
}
