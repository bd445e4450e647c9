package dev.baton.shared;

import java.util.Optional;

/** Text that every database keeps and every page shows as it was sent. */
public final class PlainText {

    /** Under these a text reads otherwise than it was written: embeddings, overrides and isolates. */
    private static final String TURNS_AROUND = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private PlainText() {}

    /** What is wrong with a text, as the rest of a sentence that begins with the field's name. */
    public static Optional<String> fault(String text) {
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (isControl(character)) {
                return Optional.of("holds the control character U+%04X: remove it.".formatted((int) character));
            }
            if (TURNS_AROUND.indexOf(character) >= 0) {
                return Optional.of("holds the invisible character U+%04X, which turns the text around it: remove it."
                        .formatted((int) character));
            }
            if (Character.isSurrogate(character)) {
                if (!Character.isSurrogatePair(character, at + 1 < text.length() ? text.charAt(at + 1) : ' ')) {
                    return Optional.of("holds half a character (U+%04X): send it whole.".formatted((int) character));
                }
                at++;
            }
        }
        return Optional.empty();
    }

    private static boolean isControl(char character) {
        return (character < 0x20 && character != '\n' && character != '\r' && character != '\t') || character == 0x7F;
    }
}
