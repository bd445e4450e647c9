package dev.baton.figures;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.people.Role;
import java.util.Arrays;
import java.util.List;

/** The people of a side: one per role, and on the plain side the groups and grants that Baton brings along. */
final class Staff {

    static final String ADMIN = "admin";
    static final String ACCOUNTABLE = person(Role.FINAL_APPROVER.key());
    static final String STARTER = person(Role.STRATEGIST.key());

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int GRANT = 1;
    private static final int PROCESS_DEFINITION = 6;
    private static final int PROCESS_INSTANCE = 8;

    private Staff() {}

    static String person(String role) {
        return role.replace("-", "");
    }

    static void hire(Client client) {
        for (var role : roles()) {
            var user = JSON.objectNode();
            user.putObject("profile")
                    .put("id", person(role))
                    .put("firstName", role)
                    .put("lastName", "Figure");
            user.putObject("credentials").put("password", Client.PASSWORD);
            client.post(ADMIN, "/engine-rest/user/create", user);
            client.put(ADMIN, "/engine-rest/group/%s/members/%s".formatted(role, person(role)), JSON.objectNode());
        }
    }

    static void makeGroups(Client client) {
        for (var role : roles()) {
            client.post(
                    ADMIN,
                    "/engine-rest/group/create",
                    JSON.objectNode().put("id", role).put("name", role).put("type", "WORKFLOW"));
            grant(client, role, PROCESS_DEFINITION, List.of("READ", "READ_HISTORY", "CREATE_INSTANCE"));
            grant(client, role, PROCESS_INSTANCE, List.of("CREATE"));
        }
    }

    private static void grant(Client client, String group, int resource, List<String> permissions) {
        ObjectNode grant = JSON.objectNode();
        grant.put("type", GRANT)
                .put("groupId", group)
                .put("resourceType", resource)
                .put("resourceId", "*");
        permissions.forEach(grant.putArray("permissions")::add);
        client.post(ADMIN, "/engine-rest/authorization/create", grant);
    }

    private static List<String> roles() {
        return Arrays.stream(Role.values()).map(Role::key).toList();
    }
}
