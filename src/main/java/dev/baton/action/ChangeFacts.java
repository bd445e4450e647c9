package dev.baton.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.handoff.FactChanges;
import dev.baton.handoff.Rights;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.packages.ContextStore;
import dev.baton.process.Facts;
import dev.baton.process.JsonVariables;
import dev.baton.process.Variables;
import dev.baton.shared.Json;
import dev.baton.shared.Refusal;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** `${changeFacts}`: changes what was agreed about a handoff, by the same rules as `PATCH /api/handoffs/{id}`. */
@Component
@VisibleInDiagrams
class ChangeFacts implements JavaDelegate {

    private static final String DELIVERABLES = "deliverables";

    private static final Map<String, String> TEXTS = Map.of(
            Variables.NEW_CAMPAIGN, Variables.CAMPAIGN,
            Variables.NEW_LAUNCH_DATE, Variables.LAUNCH_DATE,
            Variables.NEW_NEED_BY, Variables.NEED_BY,
            Variables.NEW_ACCOUNTABLE, "accountable");

    private static final Map<String, String> DUTIES = Map.of(
            "accountable", Variables.DELIVERABLE_ACCOUNTABLE,
            "responsible", Variables.DELIVERABLE_RESPONSIBLE,
            "consulted", Variables.DELIVERABLE_CONSULTED,
            "informed", Variables.DELIVERABLE_INFORMED);

    private final FactChanges changes;
    private final Journal journal;
    private final ContextStore context;
    private final Rights rights;

    ChangeFacts(FactChanges changes, Journal journal, ContextStore context, Rights rights) {
        this.changes = changes;
        this.journal = journal;
        this.context = context;
        this.rights = rights;
    }

    @Override
    public void execute(DelegateExecution action) {
        var handoff = journal.lock(Facts.handoff(action)).orElseThrow();
        rights.toChangeFacts(handoff); // Before a refusal tells what the brief orders.
        var fields = JsonNodeFactory.instance.objectNode();
        TEXTS.forEach((asked, fact) -> Facts.find(action, asked).ifPresent(text -> fields.put(fact, text.strip())));
        var role = Facts.find(action, Variables.TEAM_ROLE);
        var person = Facts.find(action, Variables.TEAM_MEMBER);
        if (role.isPresent() != person.isPresent()) {
            throw Refusal.of(
                    role.isPresent() ? Variables.TEAM_MEMBER : Variables.TEAM_ROLE,
                    "A role and its new person belong together: fill in both, or neither.");
        }
        role.ifPresent(key -> fields.putObject(Variables.TEAM)
                .put(key.strip(), person.orElseThrow().strip()));
        var deliverable = Facts.find(action, Variables.DELIVERABLE).map(name -> ordered(handoff, name.strip()));
        deliverable.ifPresent(name -> fields.set(Variables.RACI, raci(handoff, name, action)));
        var reason = Facts.find(action, Variables.CHANGE_REASON)
                .or(() -> deliverable.map("Who answers for “%s” is named."::formatted));
        changes.change(handoff, fields, reason.orElse(null), action.getCurrentActivityId());
    }

    /** Who does what for one deliverable, and for the others as before. */
    private static JsonNode raci(Handoff handoff, String deliverable, DelegateExecution action) {
        var raci = Json.MAPPER.<ObjectNode>valueToTree(handoff.facts().raci());
        var duties = raci.withObjectProperty(DELIVERABLES).putObject(deliverable);
        DUTIES.forEach((duty, asked) -> {
            if (Facts.find(action, asked).isPresent()) {
                duties.set(duty, JsonVariables.value(action, asked));
            }
        });
        return raci;
    }

    /** The name as the brief has it. */
    private String ordered(Handoff handoff, String name) {
        var names = context.latest(handoff.id()).values().stream()
                .flatMap(document -> StreamSupport.stream(
                        document.document().path(DELIVERABLES).spliterator(), false))
                .map(row -> row.path("name").asText(""))
                .filter(one -> !one.isBlank())
                .distinct()
                .toList();
        return names.stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        Variables.DELIVERABLE,
                        names.isEmpty()
                                ? "No brief of this handoff orders anything yet: write its deliverables first."
                                : "The brief orders no “%s”: write one of %s."
                                        .formatted(
                                                name,
                                                names.stream()
                                                        .map("“%s”"::formatted)
                                                        .collect(Collectors.joining(", ")))));
    }
}
