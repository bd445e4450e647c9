package dev.baton.figures;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The tasks of a handoff in their order, each with who completes it. It is walked once, by looking which task comes
 * next, so that it follows the diagrams.
 */
record Route(List<Step> steps) {

    private static final int TOO_MANY = 100;

    /** A task of the diagram, the person whose turn it is, and whether it comes back from its own answer. */
    record Step(String task, String person, boolean isAgain) {

        Answers answers() {
            return isAgain ? Answers.again() : Answers.to(task);
        }
    }

    static Route explore(Contestant baton, String key) {
        var client = baton.client();
        baton.side().start(client, Staff.STARTER, key);
        var steps = new ArrayList<Step>();
        for (var open = open(baton, key); !open.isEmpty(); open = open(baton, key)) {
            var task = open.get(0);
            var id = task.path("id").asText();
            var name = task.path("taskDefinitionKey").asText();
            var isAgain = !steps.isEmpty() && steps.get(steps.size() - 1).task().equals(name);
            var step = new Step(name, person(client, task), isAgain);
            steps.add(step);
            baton.side().complete(client, step.person(), id, step.answers());
            if (steps.size() > TOO_MANY) {
                throw new IllegalStateException("The handoff does not come to an end: " + steps);
            }
        }
        return new Route(List.copyOf(steps));
    }

    private static JsonNode open(Contestant baton, String key) {
        return baton.side().tasks(baton.client(), Staff.ADMIN, key);
    }

    private static String person(Client client, JsonNode task) {
        if (task.hasNonNull("assignee")) {
            return task.path("assignee").asText();
        }
        for (var link : client.get(
                Staff.ADMIN,
                "/engine-rest/task/%s/identity-links".formatted(task.path("id").asText()))) {
            if (link.hasNonNull("groupId")) {
                return Staff.person(link.path("groupId").asText());
            }
        }
        throw new IllegalStateException("Nobody may complete " + task);
    }
}
