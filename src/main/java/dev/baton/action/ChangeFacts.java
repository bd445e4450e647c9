package dev.baton.action;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.handoff.FactChanges;
import dev.baton.journal.Journal;
import dev.baton.process.Facts;
import dev.baton.process.Variables;
import dev.baton.shared.Refusal;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** `${changeFacts}`: changes what was agreed about a handoff, by the same rules as `PATCH /api/handoffs/{id}`. */
@Component
@VisibleInDiagrams
class ChangeFacts implements JavaDelegate {

    private static final Map<String, String> TEXTS = Map.of(
            Variables.NEW_CAMPAIGN, Variables.CAMPAIGN,
            Variables.NEW_LAUNCH_DATE, Variables.LAUNCH_DATE,
            Variables.NEW_NEED_BY, Variables.NEED_BY,
            Variables.NEW_ACCOUNTABLE, "accountable");

    private final FactChanges changes;
    private final Journal journal;

    ChangeFacts(FactChanges changes, Journal journal) {
        this.changes = changes;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution action) {
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
        var handoff = journal.find(Facts.handoff(action)).orElseThrow();
        changes.change(
                handoff,
                fields,
                Facts.find(action, Variables.CHANGE_REASON).orElse(null),
                action.getCurrentActivityId());
    }
}
