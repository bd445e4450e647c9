package dev.baton.journal;

import dev.baton.shared.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A {@link Filter} as SQL: the text holds only names of parameters, never what somebody typed. */
record Where(String sql, Map<String, Object> params) {

    static Where of(Filter filter) {
        var conditions = new ArrayList<String>();
        var params = new HashMap<String, Object>();
        if (filter.status() != null) {
            conditions.add(status(filter.status(), filter.suspended(), params));
        }
        if (filter.model() != null) {
            conditions.add("model = :model");
            params.put("model", filter.model());
        }
        if (filter.campaign() != null) {
            conditions.add("campaign_searched like :campaign escape '!'");
            params.put("campaign", containing(SearchedCampaign.of(filter.campaign())));
        }
        if (filter.person() != null) {
            conditions.add("(started_by = :person or team like :member escape '!')");
            params.put("person", filter.person());
            params.put("member", member(filter.person()));
        }
        if (filter.updatedSince() != null) {
            conditions.add("(last_event_at >= :updatedSince or status_since >= :updatedSince)");
            params.put("updatedSince", HandoffRow.timestamp(filter.updatedSince()));
        }
        if (filter.accountable() != null) {
            conditions.add("accountable = :accountable");
            params.put("accountable", filter.accountable());
        }
        if (filter.contract() != null) {
            conditions.add("contract = :contract");
            params.put("contract", filter.contract());
        }
        if (filter.among() != null) {
            conditions.add(filter.among().isEmpty() ? "1 = 0" : "id in (:among)");
            params.put("among", filter.among());
        }
        if (!filter.without().isEmpty()) {
            conditions.add("id not in (:without)");
            params.put("without", filter.without());
        }
        if (filter.within() != null) {
            conditions.add(within(filter.within(), params));
        }
        if (filter.open() != null) {
            conditions.add(filter.open() ? "ended_at is null" : "ended_at is not null");
        }
        return new Where(conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions), params);
    }

    private static String status(Status status, Set<String> suspended, Map<String, Object> params) {
        var isSuspended = suspended.isEmpty() ? "1 = 0" : "(ended_at is null and id in (:suspended))";
        if (!suspended.isEmpty()) {
            params.put("suspended", suspended);
        }
        if (status == Status.SUSPENDED) {
            return isSuspended;
        }
        params.put("status", status.label());
        return "status = :status and not " + isSuspended;
    }

    private static String within(PersonScope reach, Map<String, Object> params) {
        params.put("reaching", reach.person());
        params.put("reachingMember", member(reach.person()));
        var concerned = "started_by = :reaching or team like :reachingMember escape '!'";
        if (reach.besides().isEmpty()) {
            return "(" + concerned + ")";
        }
        params.put("besides", reach.besides());
        return "(" + concerned + " or id in (:besides))";
    }

    private static String member(String person) {
        return containing(":" + Json.write(person));
    }

    private static String containing(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
