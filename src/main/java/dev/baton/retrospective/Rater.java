package dev.baton.retrospective;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who rates a launched campaign: both sides how well it met the strategic intent, stakeholders how well it fits the brand. */
public enum Rater {
    SENDER,
    RECEIVER,
    STAKEHOLDER;

    /** The public name, as in "sender". */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is rated, from 1 to 10: {@code strategic-intent} or {@code brand-alignment}. */
    public String what() {
        return this == STAKEHOLDER ? "brand-alignment" : "strategic-intent";
    }

    /** Reads a {@link #key()}. */
    public static Rater of(String key) {
        return Arrays.stream(values())
                .filter(rater -> rater.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody rates as '" + key + "'. Use one of "
                        + Arrays.stream(values()).map(Rater::key).collect(Collectors.joining(", ")) + "."));
    }
}
