package dev.baton.process;

import java.util.Arrays;
import java.util.List;

/** By which day of its handoff a task of a diagram is due, as its property {@code due} says. */
public enum Due {

    /** The day of the launch. */
    LAUNCH_DATE("launchDate"),

    /** The next milestone of the execution brief; without one, the day of the launch. */
    MILESTONE("milestone"),

    /** The day the receiver needs it; where nobody said, as a milestone. */
    NEED_BY("needBy");

    private final String key;

    Due(String key) {
        this.key = key;
    }

    /**
     * The day as a diagram names it.
     *
     * @throws IllegalArgumentException when there is no such day
     */
    public static Due of(String key) {
        return Arrays.stream(values())
                .filter(due -> due.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No task is due by \"%s\".".formatted(key)));
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(due -> due.key).toList();
    }
}
