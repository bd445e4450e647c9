package dev.baton.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeputyCycleTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void aCircleOfOthersThatIsThereAlreadyIsNotFollowedForEver() {
        var others = List.of(deputy("ben", "eva"), deputy("eva", "ben"));

        assertThat(DeputyCycle.closedBy(deputy("maria", "ben"), others)).isEmpty();
    }

    private static Deputy deputy(String person, String deputy) {
        return new Deputy(person, deputy, MONDAY, MONDAY.plusDays(4));
    }
}
