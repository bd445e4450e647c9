package dev.baton.security;

import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/** One line of what a group may do; the id {@code *} stands for every one of its kind. */
record Grant(String group, Resource resource, String id, List<Permission> permissions) {

    static Grant on(String group, Resource resource, String id, Permission... permissions) {
        return new Grant(group, resource, id, List.of(permissions));
    }

    static Grant onAll(String group, Resource resource, Permission... permissions) {
        return new Grant(group, resource, Authorization.ANY, List.of(permissions));
    }
}
