package dev.baton.spokendecision;

import dev.baton.action.ActionProcesses;
import dev.baton.journal.Handoff;
import dev.baton.process.NotAllowed;
import dev.baton.process.NotRunning;
import dev.baton.process.Variables;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Enters a spoken decision from outside Tasklist, by the same process that people start there. */
@Service
public class SpokenDecisionEntry {

    /** What `POST /api/handoffs/{id}/decisions` starts. */
    private static final String PROPERTY = "api.decisions";

    private final RuntimeService runtime;
    private final SpokenDecisions decisions;
    private final ActionProcesses actions;

    SpokenDecisionEntry(RuntimeService runtime, SpokenDecisions decisions, ActionProcesses actions) {
        this.runtime = runtime;
        this.decisions = decisions;
        this.actions = actions;
    }

    /**
     * Enters what the person has decided with another in a conversation; the other side is asked to confirm it.
     *
     * @throws DuplicateSpokenDecision when the person has entered the same before
     * @throws NotAllowed when the person takes no part in the handoff
     * @throws NotRunning when the handoff is over
     */
    public SpokenDecision enter(Handoff handoff, NewSpokenDecision decision) {
        var variables = new LinkedHashMap<String, Object>();
        var acting = actions.on(PROPERTY);
        variables.put(Variables.ACTION, acting.action());
        put(variables, Variables.WORDING, decision.wording());
        put(variables, Variables.SPOKEN_WITH, decision.spokenWith());
        put(variables, Variables.SPOKEN_ON, decision.spokenOn());
        put(variables, Variables.ABOUT, decision.about());
        var action = runtime.createProcessInstanceByKey(acting.process())
                .processDefinitionWithoutTenantId()
                .businessKey(handoff.id())
                .setVariables(variables)
                .execute();
        return decisions.find(handoff.id(), action.getId()).orElseThrow();
    }

    private static void put(Map<String, Object> variables, String name, @Nullable Object value) {
        if (value != null) {
            variables.put(name, value);
        }
    }
}
