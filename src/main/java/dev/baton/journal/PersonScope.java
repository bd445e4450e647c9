package dev.baton.journal;

import java.util.Set;

/** The handoffs that concern one person: those that the person started or is in the team of, and these besides. */
public record PersonScope(String person, Set<String> besides) {

    public PersonScope {
        besides = Set.copyOf(besides);
    }
}
