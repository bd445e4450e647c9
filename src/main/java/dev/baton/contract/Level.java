package dev.baton.contract;

/** When an answer is required: always, from medium complexity on, at high complexity, or for an outsider only. */
public enum Level {
    ALWAYS,
    MEDIUM,
    HIGH,
    EXTERNAL;

    /**
     * Reads the word that tables and variables use.
     *
     * @throws IllegalArgumentException with a sentence that lists what is known
     */
    public static Level of(String key) {
        return Named.of(Level.class, key, "level");
    }

    /** The word that the requirements table uses. */
    public String key() {
        return Named.key(this);
    }

    /** An outsider needs every answer; at home the complexity decides. */
    public boolean requiredIn(Situation situation) {
        if (situation.party() == ExecutionParty.EXTERNAL) {
            return true;
        }
        return switch (this) {
            case ALWAYS -> true;
            case MEDIUM -> situation.complexity() != Complexity.SIMPLE;
            case HIGH -> situation.complexity() == Complexity.HIGH;
            case EXTERNAL -> false;
        };
    }
}
