package dev.baton.security;

import dev.baton.people.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** The lists that everyone finds in Tasklist on the first day. Each shows only what the reader may see anyway. */
@Component
class TasklistFilters {

    private record Ready(String name, String description, String color, TaskQuery query) {}

    /** What the journal calls the answer to a question. */
    private static final String ANSWERED = "clarification-answered";

    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";

    private static final List<String> ROLES = Stream.concat(
                    Roles.WORKING.stream(), Stream.of(Roles.OPERATIONS, Roles.STAKEHOLDER))
            .toList();
    private static final List<String> OVERSEERS = List.of(Roles.OPERATIONS, Role.MANAGER.key());

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final RepositoryService repository;

    TasklistFilters(
            FilterService filters,
            TaskService tasks,
            AuthorizationService authorizations,
            RepositoryService repository) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.repository = repository;
    }

    void create() {
        var doable = new Ready(
                "What I can do now",
                "What waits for you, and what nobody of your groups has taken yet",
                "#1f6f54",
                open().or()
                        .taskAssigneeExpression(ME)
                        .taskCandidateGroupInExpression(MY_GROUPS)
                        .endOr());
        create(doable, 0).ifPresent(this::letEveryoneRead);
        var mine = new Ready("My tasks", "What waits for you", "#1f6f54", open().taskAssigneeExpression(ME));
        create(mine, 1).ifPresent(this::letEveryoneRead);

        var others = List.of(
                new Ready(
                        "My groups' tasks",
                        "What nobody of your groups has taken yet",
                        "#2b5c8a",
                        open().taskCandidateGroupInExpression(MY_GROUPS)),
                new Ready(
                        "Due in 24 hours",
                        "What is due by this time tomorrow",
                        "#b26a00",
                        open().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusHours(24)}")),
                new Ready(
                        "Overdue",
                        "What should have been done by now",
                        "#a3262a",
                        open().dueBeforeExpression("${now()}")),
                new Ready(
                        "Waiting for clarification",
                        "Questions of receivers that the sender has not answered",
                        "#6b4fa0",
                        open().taskDefinitionKeyIn(clarifications())));
        var order = 2;
        for (var filter : others) {
            create(filter, order++).ifPresent(id -> letRead(id, ROLES));
        }
        var all = new Ready("All open tasks", "Of every handoff, whoever holds them", "#555555", open());
        create(all, order).ifPresent(id -> letRead(id, OVERSEERS));
    }

    /** The tasks of the deployed diagrams whose answer is one to a receiver's question. */
    private String[] clarifications() {
        return repository.createProcessDefinitionQuery().withoutTenantId().latestVersion().list().stream()
                .flatMap(deployed ->
                        repository
                                .getBpmnModelInstance(deployed.getId())
                                .getModelElementsByType(UserTask.class)
                                .stream())
                .filter(task -> task.getModelInstance().getModelElementsByType(CamundaProperty.class).stream()
                        .anyMatch(property -> property.getCamundaName().equals("answered")
                                && ANSWERED.equals(property.getCamundaValue())
                                && task.equals(property.getParentElement()
                                        .getParentElement()
                                        .getParentElement())))
                .map(UserTask::getId)
                .distinct()
                .toArray(String[]::new);
    }

    private TaskQuery open() {
        return tasks.createTaskQuery().active();
    }

    private Optional<String> create(Ready ready, int order) {
        if (filters.createTaskFilterQuery().filterName(ready.name()).count() > 0) {
            return Optional.empty();
        }
        var filter = filters.newTaskFilter(ready.name());
        filter.setQuery(ready.query());
        filter.setProperties(Map.of(
                "description",
                ready.description(),
                "color",
                ready.color(),
                "priority",
                order,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(Map.of("name", "campaign", "label", "Campaign"))));
        return Optional.of(filters.saveFilter(filter).getId());
    }

    private void letEveryoneRead(String filter) {
        var everyone = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        everyone.setResource(Resources.FILTER);
        everyone.setResourceId(filter);
        everyone.addPermission(Permissions.READ);
        authorizations.saveAuthorization(everyone);
    }

    private void letRead(String filter, List<String> roles) {
        roles.forEach(
                role -> Provisioning.grant(authorizations, Grant.on(role, Resources.FILTER, filter, Permissions.READ)));
    }
}
