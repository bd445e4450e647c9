package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The words in an answer, whatever JSON they are wrapped in. */
final class AnswerText {

    private static final Pattern WORD = Pattern.compile("[^\\s\\p{Z}\u200b\ufeff]++");
    private static final Pattern CAPITAL_INSIDE = Pattern.compile("(?<!^)(?=\\p{Lu})");

    private AnswerText() {}

    /** Absent is what JSON calls nothing: no field, null, an empty text, list or object. */
    static boolean absent(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty())
                || (value.isContainerNode() && value.isEmpty());
    }

    static boolean blank(String text) {
        return !WORD.matcher(text).find();
    }

    static String of(JsonNode value) {
        var texts = new ArrayList<String>();
        collect(value, texts);
        return String.join("\n", texts);
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

    static long count(String text) {
        return WORD.matcher(text).results().count();
    }

    /** A field's key as a person says it: {@code acceptanceCriteria} is "acceptance criteria". */
    static String spoken(String key) {
        return CAPITAL_INSIDE.matcher(key).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    private static void collect(JsonNode value, List<String> texts) {
        if (value.isContainerNode()) {
            value.forEach(child -> collect(child, texts));
        } else if (!value.isNull() && !value.isMissingNode()) {
            texts.add(value.asText());
        }
    }
}
