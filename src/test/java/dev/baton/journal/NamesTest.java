package dev.baton.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NamesTest {

    @ParameterizedTest
    @EnumSource
    void everyStatusIsReadBackFromItsLabel(Status status) {
        assertThat(Status.of(status.label())).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsReadBackFromItsKey(EventKind kind) {
        assertThat(EventKind.of(kind.key())).isEqualTo(kind);
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
        assertThatThrownBy(() -> EventKind.of("done")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDetailTakesPlainJsonOnly() {
        assertThatThrownBy(() -> JournalTest.event(EventKind.STARTED, Map.of("gap", Map.of("at", JournalTest.MONDAY))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'gap.at'")
                .hasMessageContaining("java.time.Instant");
    }

    @Test
    void whatTheCallerChangesLaterDoesNotChangeTheEvent() {
        List<Object> gaps = new ArrayList<>(List.of("objective"));
        Map<String, Object> detail = new HashMap<>(Map.of("gaps", gaps));
        Event event = JournalTest.event(EventKind.GATE_JUDGED, detail);

        gaps.add("audience");
        detail.put("complete", true);

        assertThat(event.detail()).isEqualTo(Map.of("gaps", List.of("objective")));
    }
}
