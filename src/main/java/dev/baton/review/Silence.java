package dev.baton.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What it means when nobody answers, neither the reviewer nor the accountable person. */
public enum Silence {
    /** Work moves forward, on record as not reviewed. */
    ADVANCE,
    /** Work stays where it is until somebody decides. */
    HOLD;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The word in the table, as in "advance". */
    public String key() {
        return key;
    }

    static Optional<Silence> find(String key) {
        return Arrays.stream(values())
                .filter(silence -> silence.key.equals(key))
                .findFirst();
    }
}
