package dev.baton.security;

import static dev.baton.harness.People.PASSWORD;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.harness.People;
import dev.baton.web.Requests;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of the matrix, and for each of its cells the things that a call is about. */
final class RoleStage {

    private static final String PROCESS = "matrix";
    private static final String GUEST = "guest";

    /** One way in: where the engine's calls begin there, and who sends them. */
    record Way(String engine, Visitor visitor) {}

    /** Somebody who walks through the matrix; nobody has no login. */
    record Walker(String role, String person, String group, String colleague, Way basic, Way session) {

        /** Calls of the engine by both ways; the eleven working roles share a column and take turns. */
        List<Way> ways(RoleTable.Row row) {
            if (row.path().matches("/(?:api|v3)/.*")
                    || (role.equals(GUEST) && !row.path().startsWith("/camunda"))) {
                return List.of(basic);
            }
            if (row.path().matches("/(?:camunda|actuator)/.*")) {
                return List.of(session);
            }
            var takesTurns = Roles.WORKING.contains(role) && !role.equals("strategist");
            if (!takesTurns) {
                return List.of(basic, session);
            }
            return Math.floorMod(row.call().hashCode() + Roles.WORKING.indexOf(role), 2) == 0
                    ? List.of(basic)
                    : List.of(session);
        }
    }

    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final People people;
    private final int port;
    private String other = "";
    private String ruth = "";

    RoleStage(ProcessEngine engine, JdbcClient jdbc, People people, int port) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.people = people;
        this.port = port;
    }

    void open() {
        engine.getRepositoryService()
                .createDeployment()
                .name(PROCESS)
                .addString(PROCESS + ".bpmn", diagram(PROCESS))
                .deploy();
        // As a deployment by REST does: whom the diagram names may start it.
        var grant = Grant.on(
                "strategist",
                Resources.PROCESS_DEFINITION,
                PROCESS,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE);
        Provisioning.grant(engine.getAuthorizationService(), grant);
        other = newcomer("legal");
        ruth = people.named("ruth", "final-approver");
    }

    void close() {
        engine.getRepositoryService().createDeploymentQuery().deploymentNameLike(PROCESS + "%").list().stream()
                .map(one -> one.getId())
                .forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
        filters().stream()
                .filter(filter -> filter.getName().startsWith(PROCESS))
                .forEach(filter -> engine.getFilterService().deleteFilter(filter.getId()));
    }

    Walker nobody() {
        var stranger = new Way("/engine-rest", Visitor.stranger(port));
        var page = new Way(Visitor.SESSION_API, Visitor.stranger(port));
        return new Walker("nobody", other, "creative", newcomer("creative"), stranger, page);
    }

    Walker somebody(String role) {
        var roles = role.equals(GUEST) ? new String[0] : new String[] {role};
        var person = newcomer(roles);
        return new Walker(
                role,
                person,
                role.equals(GUEST) ? "creative" : role,
                newcomer(roles),
                new Way("/engine-rest", Visitor.basic(port, person, PASSWORD)),
                new Way(Visitor.SESSION_API, session(role, person)));
    }

    /** Without a role nobody signs in at a web app. */
    private Visitor session(String role, String person) {
        return role.equals(GUEST) ? Visitor.stranger(port) : Visitor.signedIn(port, person, PASSWORD);
    }

    private String newcomer(String... roles) {
        return people.hire("m" + UUID.randomUUID().toString().substring(0, 12).replace("-", ""), roles);
    }

    /** What one call is about. */
    record Scene(Map<String, String> names, List<String> ownMarks, List<String> foreignMarks) {

        HttpResponse<String> call(RoleTable.Row row, Way way) {
            var path = fill(row.path());
            var address = path.matches("/(?:api|v3|camunda|actuator)/.*") ? path : way.engine() + path;
            return switch (row.method()) {
                case "FIND" -> way.visitor().get(address);
                case "DEPLOY" -> way.visitor().deploy(address, PROCESS + "-more.bpmn", diagram(PROCESS + "-more"));
                default -> way.visitor().send(row.method(), address, fill(row.body()));
            };
        }

        private String fill(String text) {
            var filled = text;
            for (var name : names.entrySet()) {
                filled = filled.replace("{" + name.getKey() + "}", name.getValue());
            }
            return filled;
        }

        String instance() {
            return names.getOrDefault("instance", "");
        }
    }

    Scene scene(RoleTable.Row row, Walker walker) {
        var names = new LinkedHashMap<String, String>();
        names.put("me", walker.person());
        names.put("colleague", walker.colleague());
        names.put("password", PASSWORD);
        names.put("new", PROCESS + "-" + UUID.randomUUID());
        var foreign = new ArrayList<String>();
        switch (row.subject()) {
            case "own" -> names.putAll(work(walker.person(), walker.group()));
            case "offered" -> names.putAll(work(null, walker.group()));
            case "claimed" -> names.putAll(work(walker.colleague(), walker.group()));
            case "other" -> names.putAll(work(other, walker.role().equals("legal") ? "sales" : "legal"));
            case "named" -> names.putAll(handoff("creative", walker.person()));
            case "held" -> names.putAll(handoff("strategist", walker.person()));
            case "foreign" -> names.putAll(handoff("strategist", ruth));
            default -> {
                // The call is about nothing of its own.
            }
        }
        if (row.method().equals("FIND")) {
            var elsewhere = row.subject().equals("own") ? work(ruth, Roles.ADMINISTRATOR) : handoff("strategist", ruth);
            if (row.path().contains("user-operation")) {
                touch(elsewhere.get("task"));
            }
            foreign.addAll(elsewhere.values());
            foreign.add(ruth);
        }
        more(row, names);
        var own = new ArrayList<>(List.of(walker.person()));
        List.of("task", "instance", "key").forEach(name -> {
            if (names.containsKey(name)) {
                own.add(names.get(name));
            }
        });
        return new Scene(names, own, foreign);
    }

    private void more(RoleTable.Row row, Map<String, String> names) {
        var newKey = names.getOrDefault("new", "");
        add(
                row,
                names,
                "attachment",
                () -> engine.getTaskService()
                        .createAttachment(
                                "text", names.get("task"), names.get("instance"), "file", "", "https://example.org")
                        .getId());
        add(row, names, "filter", () -> filter("My tasks"));
        add(row, names, "hiddenFilter", () -> filter("Overdue"));
        add(row, names, "someFilter", () -> {
            var filter = engine.getFilterService().newTaskFilter(names.get("new"));
            filter.setQuery(engine.getTaskService().createTaskQuery());
            return engine.getFilterService().saveFilter(filter).getId();
        });
        add(
                row,
                names,
                "deployment",
                () -> engine.getRepositoryService()
                        .createDeployment()
                        .name(names.get("new"))
                        .addString("matrix-gone.bpmn", diagram("matrix-gone"))
                        .deploy()
                        .getId());
        add(row, names, "definition", () -> definition().getId());
        add(row, names, "leaver", () -> newcomer("production"));
        add(row, names, "start work", () -> """
                {"businessKey":"%s","variables":{"assignee":{"value":"%s"},"group":{"value":"legal"}}}""".formatted(newKey, other));
        add(row, names, "start", () -> Requests.complete(newKey).toString());
    }

    private static void add(RoleTable.Row row, Map<String, String> names, String name, Supplier<String> value) {
        if (row.call().contains("{" + name + "}")) {
            names.put(name, value.get());
        }
    }

    private Map<String, String> work(@Nullable String assignee, String group) {
        var key = PROCESS + "-" + UUID.randomUUID();
        var instance = engine.getRuntimeService()
                .createProcessInstanceByKey(PROCESS)
                .businessKey(key)
                .setVariable("assignee", assignee)
                .setVariable("group", group)
                .execute()
                .getId();
        return things(key, instance);
    }

    /** A handoff that names a person for a role; who has not the role had it when it started. */
    private Map<String, String> handoff(String role, String person) {
        var identity = engine.getIdentityService();
        var has = identity.createGroupQuery().groupMember(person).groupId(role).count() == 1;
        if (!has) {
            identity.createMembership(person, role);
        }
        var things = started(role, person);
        if (!has) {
            identity.deleteMembership(person, role);
        }
        return things;
    }

    private Map<String, String> started(String role, String person) {
        var key = PROCESS + "-" + UUID.randomUUID();
        var identity = engine.getIdentityService();
        identity.setAuthentication(people.named("strategist"), List.of("strategist"));
        try {
            var instance = engine.getRuntimeService()
                    .startProcessInstanceByKey(
                            "documentation-first-handoff",
                            key,
                            Map.of(
                                    "campaign", "Matrix",
                                    "complexity", "simple",
                                    "executionParty", "internal",
                                    "launchDate", Requests.inDays(60).toString(),
                                    "team", team(role, person),
                                    "raci",
                                            json("{\"accountable\":\"%s\",\"responsible\":\"executionowner\"}"
                                                    .formatted(ruth)),
                                    "strategyBrief", json("{\"offer\":\"old\"}")))
                    .getId();
            identity.clearAuthentication();
            return things(key, instance);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** Leaves an entry in the log of what people did. */
    private void touch(@Nullable String task) {
        engine.getIdentityService().setAuthentication(People.ADMIN, List.of(Roles.ADMINISTRATOR));
        engine.getTaskService().setPriority(task, 60);
        engine.getIdentityService().clearAuthentication();
    }

    private static Object team(String role, String person) {
        var team = JsonNodeFactory.instance.objectNode().put("quality-owner", "qualityowner");
        return json(team.put(role, person).toString());
    }

    private static Object json(String text) {
        return SpinValues.jsonValue(text).create();
    }

    private Map<String, String> things(String key, String instance) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
        return Map.of("key", key, "instance", instance, "task", task);
    }

    /** Everything that somebody who is refused could have changed, as a text to compare. */
    String state(RoleTable.Row row, Scene scene) {
        var instance = scene.instance();
        if (instance.isEmpty()) {
            return administration(scene);
        }
        var tasks = engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance).list().stream()
                .flatMap(
                        one -> engine
                                .getTaskService()
                                .createTaskQuery()
                                .processInstanceBusinessKey(one.getBusinessKey())
                                .list()
                                .stream())
                .toList();
        var own = tasks.stream().map(this::state).toList() + " " + running(instance);
        return row.path().startsWith("/api") ? own + written() : own;
    }

    private String written() {
        return jdbc.sql("select (select count(*) from baton_context), (select count(*) from baton_handoff),"
                        + " (select count(*) from baton_journal)")
                .query()
                .singleRow()
                .values()
                .toString();
    }

    private String administration(Scene scene) {
        var identity = engine.getIdentityService();
        return Stream.of(
                        "handoffs " + written(),
                        "users " + identity.createUserQuery().count(),
                        "groups " + identity.createGroupQuery().count(),
                        "managers "
                                + identity.createUserQuery()
                                        .memberOfGroup("manager")
                                        .count(),
                        "administrators "
                                + identity.createUserQuery()
                                        .memberOfGroup(Roles.ADMINISTRATOR)
                                        .count(),
                        "grants "
                                + engine.getAuthorizationService()
                                        .createAuthorizationQuery()
                                        .count(),
                        "filters "
                                + filters().stream()
                                        .map(Filter::getName)
                                        .sorted()
                                        .toList(),
                        "deployments "
                                + engine.getRepositoryService()
                                        .createDeploymentQuery()
                                        .count(),
                        "running "
                                + engine.getRuntimeService()
                                        .createProcessInstanceQuery()
                                        .count(),
                        definition().isSuspended() + " " + definition().getHistoryTimeToLive(),
                        profile(scene.names().getOrDefault("colleague", "")))
                .collect(Collectors.joining(", "));
    }

    private String state(Task task) {
        var service = engine.getTaskService();
        return "%s %s %s %s %s %d %d"
                .formatted(
                        task.getName(),
                        task.getAssignee(),
                        task.getOwner(),
                        task.getDelegationState(),
                        service.getIdentityLinksForTask(task.getId()).size(),
                        service.getTaskComments(task.getId()).size(),
                        service.getTaskAttachments(task.getId()).size());
    }

    private String running(String instance) {
        var found = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult();
        var facts = engine.getRuntimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(instance)
                .disableBinaryFetching()
                .list();
        return found == null ? "ended" : "%s %d".formatted(found.isSuspended(), facts.size());
    }

    private String profile(String person) {
        User user = engine.getIdentityService().createUserQuery().userId(person).singleResult();
        return user == null ? "" : user.getFirstName();
    }

    private ProcessDefinition definition() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(PROCESS)
                .latestVersion()
                .singleResult();
    }

    /** After each row: what a row may stop goes on for the next. */
    void goOn() {
        engine.getRepositoryService().activateProcessDefinitionByKey(PROCESS);
    }

    private String filter(String name) {
        return filters().stream()
                .filter(filter -> filter.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private List<Filter> filters() {
        return engine.getFilterService().createFilterQuery().list();
    }

    private static String diagram(String key) {
        var process = Bpmn.createExecutableProcess(key).camundaHistoryTimeToLiveString("P1D");
        process.eventSubProcess("aside")
                .startEvent("call")
                .interrupting(false)
                .message("matrix-go")
                .endEvent("heard");
        var diagram = process.startEvent("start")
                .userTask("work")
                .name("Work")
                .camundaAssignee("${assignee}")
                .camundaCandidateGroups("${group}")
                .endEvent("end")
                .done();
        Process element = diagram.getModelElementById(key);
        element.setCamundaCandidateStarterGroups("strategist");
        return Bpmn.convertToString(diagram);
    }
}
