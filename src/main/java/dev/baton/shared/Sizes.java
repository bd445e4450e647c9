package dev.baton.shared;

import java.util.Locale;

/** Sizes as people say them. */
public final class Sizes {

    private static final int KILOBYTE = 1024;
    private static final int MEGABYTE = KILOBYTE * KILOBYTE;

    private Sizes() {}

    /** As in "900 bytes", "256 kB" or "10 MB", rounded up. */
    public static String inWords(long bytes) {
        if (bytes < KILOBYTE) {
            return "%d bytes".formatted(bytes);
        }
        return bytes < MEGABYTE
                ? "%d kB".formatted((bytes + KILOBYTE - 1) / KILOBYTE)
                : String.format(Locale.ENGLISH, "%,d MB", (bytes + MEGABYTE - 1) / MEGABYTE);
    }
}
