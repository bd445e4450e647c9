package dev.baton.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.harness.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Bodies of requests, as the shipped example writes them. */
public final class Requests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Requests() {}

    static String newKey() {
        return "api-" + UUID.randomUUID();
    }

    public static LocalDate inDays(int days) {
        return LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC).plusDays(days);
    }

    /** The year-end drive with all packages; nobody is named but those who have to be. */
    public static ObjectNode complete(String key) {
        var body = example(key);
        body.putObject("team").put("quality-owner", "qualityowner");
        body.putObject("raci").put("accountable", "ruth").put("responsible", "executionowner");
        return body;
    }

    /** The year-end drive with its people. */
    static ObjectNode example(String key) {
        try {
            var text = Files.readString(Path.of("examples/year-end-drive.json"));
            for (var days = 60; days >= 0; days--) {
                text = text.replace("TODAY+" + days, inDays(days).toString());
            }
            return ((ObjectNode) JSON.readTree(text)).put("businessKey", key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An approval of creative's work, alone. */
    public static ObjectNode approval(String key) {
        var body = JSON.createObjectNode()
                .put("model", "approval")
                .put("businessKey", key)
                .put("campaign", "Autumn menu");
        body.putObject("raci").put("accountable", "ruth");
        body.putObject("answers")
                .put("approvalSubject", "The poster, version 2")
                .put("workLink", "https://work.example.org/poster-v2")
                .put("approvalCriteria", "The price is readable from two metres.")
                .put("creatorRole", "creative")
                .put("expertApplies", "no")
                .put("legalNeeded", "yes")
                .put("shareDone", 80);
        return body;
    }

    /** The same with a single package in which much is missing. */
    static ObjectNode incomplete(String key) {
        var body = complete(key);
        body.putObject("packages").putObject("strategyBrief").put("offer", "Every gift is matched until Friday");
        return body;
    }
}
