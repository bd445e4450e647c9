package dev.baton.selection;

import java.util.List;
import java.util.Map;

/** What speaks for a model: each axis is a column of the table, or two that are read together. */
public enum Axis {
    TEAM_SIZE("team size"),
    COMPLEXITY("complexity"),
    BUDGET_AND_TIME("budget and time");

    static final String SIZE = "teamSize";
    static final String PARTNER = "partner";

    /** What can be answered; the sizes of teams are bands that the table says itself. */
    static final Map<String, List<String>> WORDS = Map.of(
            PARTNER,
            List.of("agency", "freelancers", "neither"),
            "complexity",
            List.of("simple", "medium", "high"),
            "budget",
            List.of("tight", "moderate", "healthy"),
            "time",
            List.of("fast", "flexible", "quality-focused"));

    /** What a column takes; nothing for the sizes of teams. */
    static List<String> words(String column) {
        return WORDS.getOrDefault(column, List.of());
    }

    private final String inWords;

    Axis(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }

    List<String> columns() {
        return switch (this) {
            case TEAM_SIZE -> List.of(SIZE, PARTNER);
            case COMPLEXITY -> List.of("complexity");
            case BUDGET_AND_TIME -> List.of("budget", "time");
        };
    }
}
