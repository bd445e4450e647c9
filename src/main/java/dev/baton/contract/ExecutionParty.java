package dev.baton.contract;

/** Who executes: somebody outside the company cannot ask across the table, so needs everything written. */
public enum ExecutionParty {
    INTERNAL,
    EXTERNAL;

    /**
     * Reads the word that tables and variables use.
     *
     * @throws IllegalArgumentException with a sentence that lists what is known
     */
    public static ExecutionParty of(String key) {
        return Named.of(ExecutionParty.class, key, "execution party");
    }

    /** The word that variables and tables use. */
    public String key() {
        return Named.key(this);
    }
}
