package dev.baton.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The real brief of the examples, as start variables of a process. */
public final class Brief {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DAY = Pattern.compile("TODAY\\+(\\d+)");

    private Brief() {}

    /** The year-end drive as a real team briefed it, completed by us. */
    public static JsonNode complete() {
        return example("year-end-drive");
    }

    public static JsonNode example(String name) {
        try {
            var today = LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC);
            var text = DAY.matcher(Files.readString(Path.of("examples", name + ".json")))
                    .replaceAll(
                            day -> today.plusDays(Long.parseLong(day.group(1))).toString());
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The flat facts. Nobody is named but those who have to be, so that each other role's group gets its tasks. */
    public static Map<String, Object> facts() {
        var facts = new HashMap<String, Object>();
        facts.put("campaign", "Year-end giving drive");
        facts.put("complexity", "medium");
        facts.put("executionParty", "internal");
        facts.put(
                "launchDate",
                LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC).plusDays(28).toString());
        facts.put("raci", Map.of("accountable", "ruth", "responsible", "executionowner"));
        facts.put("team", Map.of("qualityOwner", "qualityowner"));
        return facts;
    }

    /** The facts with all six packages of the complete brief. */
    public static Map<String, Object> start() {
        var variables = facts();
        complete().get("packages").properties().forEach(entry -> variables.put(entry.getKey(), map(entry.getValue())));
        return variables;
    }

    public static Map<?, ?> map(JsonNode document) {
        return JSON.convertValue(document, Map.class);
    }
}
