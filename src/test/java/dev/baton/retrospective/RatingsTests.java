package dev.baton.retrospective;

import static dev.baton.retrospective.SealedRatingsTests.by;
import static dev.baton.retrospective.SealedRatingsTests.notRated;
import static dev.baton.retrospective.SealedRatingsTests.rated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.journal.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gap is between two people who both rated in the same retrospective. */
class RatingsTests {

    @Test
    void theGapIsTheDistanceBetweenTheSidesWhoeverIsHigher() {
        assertThat(ratings(rated("r1", "sender", 9), rated("r1", "receiver", 4)).gap())
                .hasValue(5);
        assertThat(ratings(rated("r1", "sender", 4), rated("r1", "receiver", 9)).gap())
                .hasValue(5);
        assertThat(ratings(rated("r1", "sender", 7), rated("r1", "receiver", 7)).gap())
                .hasValue(0);
    }

    @Test
    void withoutBothValuesThereIsNoGap() {
        assertThat(ratings().gap()).isEmpty();
        assertThat(ratings(rated("r1", "sender", 9)).gap()).isEmpty();
        assertThat(ratings(rated("r1", "sender", 9), notRated("r1", "receiver")).gap())
                .isEmpty();
    }

    @Test
    void onePersonOnBothSidesHasNoGap() {
        var one = ratings(by("maria", "r1", "sender", 9), by("maria", "r1", "receiver", 4));

        assertThat(one.gap()).isEmpty();
        assertThat(one.value(Rater.SENDER)).hasValue(9);
    }

    @Test
    void anotherRetrospectivesRatingsDoNotCount() {
        var ratings = ratings(rated("r0", "sender", 2), rated("r1", "sender", 9), rated("r0", "stakeholder", 3));

        assertThat(ratings.value(Rater.SENDER)).hasValue(9);
        assertThat(ratings.value(Rater.STAKEHOLDER)).isEmpty();
    }

    private static Ratings ratings(Event... events) {
        return Ratings.of(List.of(events), "r1");
    }
}
