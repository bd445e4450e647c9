package dev.baton.retrospective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.Ended;
import dev.baton.journal.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ratings stay unread until both sides have answered, in whatever order people answer. */
class SealedRatingsTests {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void oneSidesRatingIsReadByNobody() {
        var read = new SealedRatings().visible(List.of(rated("r1", "sender", 9)));

        assertThat(read.get(0).detail())
                .doesNotContainKeys("value", "why")
                .containsEntry("sealed", true)
                .containsEntry("rater", "sender");
        assertThat(read.get(0).who()).isEqualTo("sender");
    }

    @Test
    void bothAreReadOnceBothAreIn() {
        var read = new SealedRatings().visible(List.of(rated("r1", "receiver", 4), rated("r1", "sender", 9)));

        assertThat(read).extracting(event -> event.detail().get("value")).containsExactly(4, 9);
        assertThat(read).noneMatch(event -> event.detail().containsKey("sealed"));
    }

    @Test
    void theBrandsRatingWaitsForBothSidesToo() {
        var events = new ArrayList<Event>(List.of(rated("r1", "stakeholder", 7), rated("r1", "sender", 9)));
        assertThat(new SealedRatings().visible(events))
                .allMatch(event -> !event.detail().containsKey("value"));

        events.add(rated("r1", "receiver", 4));
        assertThat(new SealedRatings().visible(events))
                .allMatch(event -> event.detail().containsKey("value"));
    }

    @Test
    void aBrandRatingThatComesLastIsReadAtOnce() {
        var read = new SealedRatings()
                .visible(List.of(rated("r1", "receiver", 4), rated("r1", "sender", 9), rated("r1", "stakeholder", 7)));

        assertThat(read).allMatch(event -> event.detail().containsKey("value"));
    }

    @Test
    void aSideThatDoesNotRateHasAnsweredAsWell() {
        var read = new SealedRatings().visible(List.of(rated("r1", "sender", 9), notRated("r1", "receiver")));

        assertThat(read.get(0).detail()).containsEntry("value", 9);
    }

    @Test
    void aSilentStakeholderIsNoSide() {
        var read = new SealedRatings().visible(List.of(rated("r1", "sender", 9), notRated("r1", "stakeholder")));

        assertThat(read.get(0).detail()).doesNotContainKey("value");
    }

    @Test
    void theSameSideTwiceIsNotBothSides() {
        var read = new SealedRatings().visible(List.of(rated("r1", "sender", 9), rated("r1", "sender", 8)));

        assertThat(read).allMatch(event -> !event.detail().containsKey("value"));
    }

    @Test
    void anotherRetrospectiveOfTheHandoffOpensNothing() {
        var read = new SealedRatings()
                .visible(List.of(
                        rated("r1", "sender", 9),
                        rated("r1", "receiver", 4),
                        rated("r2", "sender", 8),
                        rated("r3", "receiver", 3)));

        assertThat(read)
                .extracting(event -> event.detail().containsKey("value"))
                .containsExactly(true, true, false, false);
    }

    @Test
    void whateverElseHappenedIsReadAsItIs() {
        var other = new Event("spring-launch", MONDAY, "node", "engine", new Ended("accepted"));

        assertThat(new SealedRatings().visible(List.of(other))).containsExactly(other);
    }

    static Event rated(String retrospective, String rater, int value) {
        return by(rater, retrospective, rater, value);
    }

    static Event notRated(String retrospective, String rater) {
        var what = new NotRated("intent", Rater.of(rater), retrospective, null, null, null, null, "Gone.");
        return new Event("spring-launch", MONDAY, "node", "engine", what);
    }

    static Event by(String who, String retrospective, String rater, int value) {
        var what = new Rated(
                "intent", Rater.of(rater), retrospective, null, null, null, null, value, "The tone is ours.", null);
        return new Event("spring-launch", MONDAY, "node", who, what);
    }
}
