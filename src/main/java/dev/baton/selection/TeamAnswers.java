package dev.baton.selection;

import dev.baton.shared.FieldError;
import dev.baton.shared.Refusal;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a team says about itself, each answer one of the known words.
 *
 * @param teamSize people, from 1
 * @param words column to word; without the partner where nobody said
 */
record TeamAnswers(int teamSize, Map<String, String> words) {

    static final int MOST_PEOPLE = 10_000;

    /** @throws Refusal that names every answer that is missing or unknown */
    static TeamAnswers of(@Nullable Number teamSize, Map<String, @Nullable String> given) {
        var errors = new ArrayList<FieldError>();
        if (teamSize == null || teamSize.intValue() < 1 || teamSize.intValue() > MOST_PEOPLE) {
            errors.add(new FieldError(
                    Axis.SIZE,
                    "Say how many people the team has: a whole number from 1 to %d.".formatted(MOST_PEOPLE)));
        }
        var words = new TreeMap<String, String>();
        Axis.WORDS.forEach((column, known) -> {
            var word = Objects.toString(given.get(column), "").strip();
            if (known.contains(word)) {
                words.put(column, word);
            } else if (!word.isEmpty() || !column.equals(Axis.PARTNER)) {
                errors.add(new FieldError(column, "“%s” is one of %s.".formatted(column, String.join(", ", known))));
            }
        });
        if (teamSize == null || !errors.isEmpty()) {
            throw Refusal.of(errors);
        }
        return new TeamAnswers(teamSize.intValue(), words);
    }

    /** An axis's answer in words. */
    String inWords(Axis axis) {
        var size = axis == Axis.TEAM_SIZE
                ? Stream.of(teamSize == 1 ? "1 person" : "%d people".formatted(teamSize))
                : Stream.<String>empty();
        var others = axis.columns().stream().flatMap(column -> {
            var word = words.get(column);
            return word == null
                    ? Stream.<String>empty()
                    : Stream.of(axis == Axis.BUDGET_AND_TIME ? column + " " + word : word);
        });
        return Stream.concat(size, others).collect(Collectors.joining(", "));
    }

    TeamAnswers with(String column, String word) {
        var changed = new TreeMap<>(words);
        changed.put(column, word);
        return new TeamAnswers(teamSize, changed);
    }
}
