package dev.baton.spokendecision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.journal.Event;
import dev.baton.journal.EventType;
import dev.baton.journal.JournalEvent;
import dev.baton.spokendecision.SpokenDecision.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpokenDecisionsTests {

    private static final Instant MONDAY = Instant.parse("2027-03-01T09:00:00Z");
    private static final LocalDate SPOKEN = LocalDate.of(2027, 2, 26);
    private static final SpokenDecision NO_TEASER = SpokenDecision.entered(
            "d1", "No second teaser.", "maria", MONDAY, "tom", SPOKEN, "executionBrief.deliverables");

    @Test
    void whatWasEnteredDoesNotCountYet() {
        var decision = after(entered(0, NO_TEASER));

        assertThat(decision).isEqualTo(NO_TEASER);
        assertThat(decision.state()).isEqualTo(State.ENTERED);
        assertThat(decision.holds()).isFalse();
    }

    @Test
    void whatTheOtherSideConfirmsHoldsSinceThen() {
        var decision = after(entered(0, NO_TEASER), event(5, DecisionConfirmed.class, null));

        assertThat(decision.holds()).isTrue();
        assertThat(decision.since()).isEqualTo(at(5));
        assertThat(decision.enteredAt()).isEqualTo(at(0));
        assertThat(decision.spokenOn()).isEqualTo(SPOKEN);
        assertThat(decision.about()).isEqualTo("executionBrief.deliverables");
    }

    @Test
    void whatTheOtherSideRemembersDifferentlyDoesNotCountAndSaysWhat() {
        var decision = after(entered(0, NO_TEASER), event(5, DecisionDisputed.class, "Only the third one goes."));

        assertThat(decision.state()).isEqualTo(State.DISPUTED);
        assertThat(decision.holds()).isFalse();
        assertThat(decision.said()).isEqualTo("Only the third one goes.");
    }

    @Test
    void silenceLeavesItUnconfirmed() {
        var decision = after(entered(0, NO_TEASER), event(48, DecisionUnanswered.class, null));

        assertThat(decision.state()).isEqualTo(State.ENTERED);
        assertThat(decision.since()).isEqualTo(at(0));
    }

    @Test
    void correctedItIsPutToTheOtherSideAgainInTheNewWords() {
        var corrected = new SpokenDecision(
                "d1", "No third teaser.", "maria", at(6), "ben", SPOKEN, null, State.ENTERED, at(6), null);
        var decision = after(
                entered(0, NO_TEASER),
                event(5, DecisionDisputed.class, "Only the third one goes."),
                entered(6, corrected));

        assertThat(decision)
                .isEqualTo(new SpokenDecision(
                        "d1", "No third teaser.", "maria", at(0), "ben", SPOKEN, null, State.ENTERED, at(6), null));
    }

    @Test
    void whatIsDroppedNeverCounts() {
        var decision = after(entered(0, NO_TEASER), event(96, DecisionDropped.class, null));

        assertThat(decision.state()).isEqualTo(State.DROPPED);
        assertThat(decision.state().key()).isEqualTo("dropped");
        assertThat(decision.holds()).isFalse();
    }

    @Test
    void severalDecisionsStandInTheOrderInWhichTheyWereEntered() {
        var second = SpokenDecision.entered("d2", "Blue, not red.", "ben", at(1), "maria", SPOKEN, null);

        assertThat(SpokenDecisions.read(
                        List.of(entered(0, NO_TEASER), entered(1, second), event(2, DecisionConfirmed.class, null))))
                .extracting(SpokenDecision::id, SpokenDecision::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("d1", State.CONFIRMED),
                        org.assertj.core.groups.Tuple.tuple("d2", State.ENTERED));
    }

    @Test
    void onlyTheSameWordsOfTheSameConversationAreARepetition() {
        assertThat(NO_TEASER.repeats(copy("d2", "No second teaser.", "maria", "tom", SPOKEN, NO_TEASER.about())))
                .isTrue();
        assertThat(NO_TEASER.repeats(copy("d2", "No teaser.", "maria", "tom", SPOKEN, NO_TEASER.about())))
                .isFalse();
        assertThat(NO_TEASER.repeats(copy("d2", "No second teaser.", "ben", "tom", SPOKEN, NO_TEASER.about())))
                .isFalse();
        assertThat(NO_TEASER.repeats(copy("d2", "No second teaser.", "maria", "ben", SPOKEN, NO_TEASER.about())))
                .isFalse();
        assertThat(NO_TEASER.repeats(
                        copy("d2", "No second teaser.", "maria", "tom", SPOKEN.plusDays(1), NO_TEASER.about())))
                .isFalse();
        assertThat(NO_TEASER.repeats(copy("d2", "No second teaser.", "maria", "tom", SPOKEN, null)))
                .isFalse();
    }

    private static SpokenDecision copy(
            String id,
            String wording,
            String enteredBy,
            String with,
            LocalDate on,
            @org.jspecify.annotations.Nullable String about) {
        return SpokenDecision.entered(id, wording, enteredBy, MONDAY, with, on, about);
    }

    private static SpokenDecision after(Event... events) {
        return SpokenDecisions.read(List.of(events)).get(0);
    }

    private static Event entered(int hours, SpokenDecision decision) {
        return new Event("spring", at(hours), null, decision.enteredBy(), decision.toEvent());
    }

    private static Event event(
            int hours, Class<? extends JournalEvent> kind, @org.jspecify.annotations.Nullable String reason) {
        var what = EventType.of(EventType.name(kind))
                .from(fact -> fact.equals("reason") ? Optional.ofNullable(reason) : NO_TEASER.fact(fact));
        return new Event("spring", at(hours), null, "tom", what);
    }

    private static Instant at(int hours) {
        return MONDAY.plus(Duration.ofHours(hours));
    }
}
