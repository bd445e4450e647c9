package dev.baton.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds an enum constant by the word that tables and variables use for it. */
final class Named {

    private Named() {}

    static <E extends Enum<E>> E of(Class<E> type, String key, String noun) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> key(value).equals(key.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("“%s” is no %s. Choose one of: %s."
                        .formatted(
                                key,
                                noun,
                                Arrays.stream(type.getEnumConstants())
                                        .map(Named::key)
                                        .collect(Collectors.joining(", ")))));
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
