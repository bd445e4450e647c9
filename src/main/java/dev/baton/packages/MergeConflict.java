package dev.baton.packages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Two people changed the same fields; nothing was stored. The message is a sentence for the one who came second. */
class MergeConflict extends RuntimeException {

    private static final int SHORT = 60;
    private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy 'at' HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final String packageName;
    private final transient List<FieldConflict> conflicts;

    MergeConflict(String packageName, List<FieldConflict> conflicts) {
        super(sentence(conflicts));
        this.packageName = packageName;
        this.conflicts = List.copyOf(conflicts);
    }

    public String packageName() {
        return packageName;
    }

    public List<FieldConflict> conflicts() {
        return conflicts;
    }

    private static String sentence(List<FieldConflict> conflicts) {
        return conflicts.stream().map(MergeConflict::part).collect(Collectors.joining("; "))
                + ": copy your text, open the task again to see the latest version, and enter what should hold.";
    }

    private static String part(FieldConflict conflict) {
        return "%s changed \"%s\" on %s to %s while you changed it to %s"
                .formatted(
                        conflict.changedBy(),
                        words(conflict.field()),
                        WHEN.format(conflict.changedAt()),
                        shortened(conflict.theirs()),
                        shortened(conflict.mine()));
    }

    private static String words(String field) {
        return NEXT_WORD.matcher(field).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    private static String shortened(@Nullable JsonNode value) {
        if (value == null) {
            return "nothing";
        }
        var text = value.isValueNode() ? value.asText() : value.toString();
        var line = text.strip().replaceAll("\\s+", " ");
        return "\"" + (line.length() <= SHORT ? line : cut(line)) + "\"";
    }

    /** Cuts between characters, never through one that takes two units. */
    private static String cut(String line) {
        var end = Character.isHighSurrogate(line.charAt(SHORT - 1)) ? SHORT - 1 : SHORT;
        return line.substring(0, end).strip() + "…";
    }
}
