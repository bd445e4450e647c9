package dev.baton.contract;

/** How much context a campaign needs: the more complex, the more fields are required. */
public enum Complexity {
    SIMPLE,
    MEDIUM,
    HIGH;

    /**
     * Reads the word that tables and variables use.
     *
     * @throws IllegalArgumentException with a sentence that lists what is known
     */
    public static Complexity of(String key) {
        return Named.of(Complexity.class, key, "complexity");
    }

    /** The word that variables and tables use. */
    public String key() {
        return Named.key(this);
    }
}
