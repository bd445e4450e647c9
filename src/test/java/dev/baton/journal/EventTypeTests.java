package dev.baton.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.handoff.Launched;
import dev.baton.review.Decided;
import dev.baton.transfer.ClarificationAsked;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The records are the registry: whoever adds one has added an event. */
class EventTypeTests {

    @Test
    void everyRecordIsReadBackFromItsNameInLowerCase() {
        assertThat(EventType.all()).allSatisfy(type -> {
            assertThat(type.name()).matches("[a-z]+(-[a-z]+)*");
            assertThat(EventType.of(type.name())).isEqualTo(type);
            assertThat(EventType.name(type.type())).isEqualTo(type.name());
        });
        assertThat(EventType.of("clarification-asked").type()).isEqualTo(ClarificationAsked.class);
        assertThat(EventType.of("decided").type()).isEqualTo(Decided.class);
    }

    @Test
    void anotherNameIsRefused() {
        assertThatThrownBy(() -> EventType.of("done")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventType.of("unknown-event")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEventTakesTheFactsOfItsOwnNamesAndAsksForNoOther() {
        var facts = Map.of("name", "Launched", "launchDate", "2027-04-01", "contract", "c", "nextStep", "x");

        var launched = EventType.of("launched").from(fact -> Optional.ofNullable(facts.get(fact)));

        assertThat(launched).isEqualTo(new Launched("Launched", null, "c", LocalDate.of(2027, 4, 1), null));
    }

    @Test
    void anEventThatLacksWhatItNeedsIsNotMade() {
        assertThat(EventType.of("decided").needs()).containsExactly("review", "sentBack");
        assertThatThrownBy(() -> EventType.of("decided").from(fact -> Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("review, sentBack");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        var event = new Event("h", JournalTests.MONDAY, null, null, new Launched("Launched", null, null, null, null));

        assertThat(event.detail()).isEqualTo(Map.of("name", "Launched"));
    }
}
