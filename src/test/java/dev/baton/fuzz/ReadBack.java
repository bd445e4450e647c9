package dev.baton.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads everything that is stored, through every address that shows it. */
final class ReadBack {

    private final RawClient client;
    private final List<String> unreadable = new ArrayList<>();
    private int read;

    ReadBack(RawClient client) {
        this.client = client;
    }

    RawClient.Reply get(String path) {
        read++;
        return client.send(Attempt.get("read back", "admin", path));
    }

    /** Every address that does not answer 200 with JSON. */
    List<String> unreadable() {
        for (var page = 0; ; page++) {
            var handoffs = items("/api/handoffs?size=100&page=" + page);
            if (handoffs.isEmpty()) {
                break;
            }
            handoffs.forEach(handoff -> handoff(handoff.path("id").asText()));
        }
        json("/engine-rest/process-instance?maxResults=2000")
                .forEach(instance -> instance(instance.path("id").asText()));
        json("/engine-rest/task?maxResults=2000")
                .forEach(task -> task(task.path("id").asText()));
        json("/engine-rest/history/variable-instance?maxResults=2000&deserializeValues=false");
        json("/engine-rest/history/task?maxResults=2000");
        json("/engine-rest/history/user-operation?maxResults=2000");
        json("/engine-rest/incident?maxResults=2000");
        json("/engine-rest/job?maxResults=2000");
        json("/api/tasks");
        return unreadable;
    }

    int count() {
        return read;
    }

    private void handoff(String id) {
        var handoff = "/api/handoffs/" + id;
        json(handoff);
        items(handoff + "/journal");
        for (var written : items(handoff + "/packages")) {
            var brief = handoff + "/packages/" + written.path("name").asText();
            json(brief);
            json(brief + "/diff");
            items(brief + "/versions")
                    .forEach(version ->
                            json(brief + "/versions/" + version.path("version").asInt()));
        }
    }

    private void instance(String id) {
        json("/engine-rest/process-instance/%s/variables?deserializeValues=false".formatted(id));
        json("/engine-rest/process-instance/%s/variables".formatted(id));
        json("/engine-rest/process-instance/%s/activity-instances".formatted(id));
    }

    private void task(String id) {
        json("/engine-rest/task/%s/form-variables?deserializeValues=false".formatted(id));
        json("/engine-rest/task/%s/form-variables".formatted(id));
        json("/engine-rest/task/%s/localVariables".formatted(id));
    }

    private JsonNode items(String path) {
        return json(path).path("items");
    }

    private JsonNode json(String path) {
        var reply = get(path);
        if (reply.status() != 200 || !reply.isJson()) {
            unreadable.add("GET %s: %d %s".formatted(path, reply.status(), reply.body()));
            return Promises.tree("{}");
        }
        return Promises.tree(reply.body());
    }
}
