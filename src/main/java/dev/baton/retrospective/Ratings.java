package dev.baton.retrospective;

import dev.baton.journal.Event;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What was rated in one retrospective, by whoever has answered; who did not rate is in it without a value. */
record Ratings(Map<Rater, Event> answers) {

    public Ratings {
        var ordered = new EnumMap<Rater, Event>(Rater.class);
        ordered.putAll(answers);
        answers = Collections.unmodifiableMap(ordered);
    }

    /** Reads the ratings of one retrospective from a handoff's readable events. */
    public static Ratings of(List<Event> events, String retrospective) {
        var answers = new EnumMap<Rater, Event>(Rater.class);
        for (var event : events) {
            if (event.what() instanceof Rated rated && retrospective.equals(rated.retrospective())) {
                answers.put(rated.rater(), event);
            } else if (event.what() instanceof NotRated notRated && retrospective.equals(notRated.retrospective())) {
                answers.put(notRated.rater(), event);
            }
        }
        return new Ratings(answers);
    }

    /** Whether sender and receiver have answered, with a rating or without. */
    boolean areOfBothSides() {
        return answers.keySet().containsAll(Set.of(Rater.SENDER, Rater.RECEIVER));
    }

    /** From 1 to 10; none where nobody rated, or where it is still sealed. */
    public OptionalInt value(Rater rater) {
        return Optional.ofNullable(answers.get(rater))
                .flatMap(answer -> answer.as(Rated.class))
                .map(Rated::value)
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** How far apart the two sides see the strategic intent; none unless two different people rated it. */
    public OptionalInt gap() {
        var sender = value(Rater.SENDER);
        var receiver = value(Rater.RECEIVER);
        return sender.isEmpty() || receiver.isEmpty() || isOnePerson()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.abs(sender.getAsInt() - receiver.getAsInt()));
    }

    private boolean isOnePerson() {
        return Objects.equals(
                Objects.requireNonNull(answers.get(Rater.SENDER)).who(),
                Objects.requireNonNull(answers.get(Rater.RECEIVER)).who());
    }
}
