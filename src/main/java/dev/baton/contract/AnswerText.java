package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The words in an answer, whatever JSON they are wrapped in. */
final class AnswerText {

    private static final String INVISIBLE = "\u00a0\u2007\u202f\u200b\ufeff";

    private AnswerText() {}

    /** Absent is what JSON calls nothing: no field, null, an empty text, list or object. */
    static boolean absent(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty())
                || (value.isContainerNode() && value.isEmpty());
    }

    static boolean blank(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (!gap(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static String of(JsonNode value) {
        return String.join("\n", leaves(value));
    }

    /** One text per entry of a list; the answer itself when it is no list. */
    static List<String> entries(JsonNode value) {
        if (!value.isArray()) {
            return List.of(of(value));
        }
        return StreamSupport.stream(value.spliterator(), false)
                .map(AnswerText::of)
                .toList();
    }

    /** The characters of all texts in a value. */
    static int length(JsonNode value) {
        var length = value.isTextual() ? value.textValue().length() : 0;
        for (var part : value) {
            length += length(part);
        }
        return length;
    }

    /** How many parts a list has and, all together, how many line ends its texts. */
    static long entryCount(JsonNode value) {
        var ends = value.isTextual()
                ? value.textValue().chars().filter(c -> c == '\n').count()
                : value.size();
        for (var part : value) {
            ends += entryCount(part);
        }
        return ends;
    }

    static int count(String text) {
        var words = 0;
        var inWord = false;
        for (var i = 0; i < text.length(); i++) {
            var gap = gap(text.charAt(i));
            words += !gap && !inWord ? 1 : 0;
            inWord = !gap;
        }
        return words;
    }

    /** A field's key as a person says it: {@code acceptanceCriteria} is "acceptance criteria". */
    static String spoken(String key) {
        var spoken = new StringBuilder(key.length() + 4);
        for (var i = 0; i < key.length(); i++) {
            var c = key.charAt(i);
            if (Character.isUpperCase(c) && i > 0) {
                spoken.append(' ');
            }
            spoken.append(Character.toLowerCase(c));
        }
        return spoken.toString();
    }

    private static boolean gap(int c) {
        return c <= ' '
                ? Character.isWhitespace(c)
                : c > '~' && (Character.isWhitespace(c) || INVISIBLE.indexOf(c) >= 0);
    }

    private static List<String> leaves(JsonNode value) {
        var texts = new ArrayList<String>();
        collect(value, texts);
        return texts;
    }

    private static void collect(JsonNode value, List<String> texts) {
        if (value.isContainerNode()) {
            value.forEach(child -> collect(child, texts));
        } else if (!value.isNull() && !value.isMissingNode()) {
            texts.add(value.asText());
        }
    }
}
