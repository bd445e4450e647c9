package dev.baton.action;

import dev.baton.journal.Handoff;
import dev.baton.process.Variables;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Asks something of a running handoff from outside Tasklist, by the same process that people start there. */
@Service
public class HandoffRequests {

    private final RuntimeService runtime;
    private final ActionProcesses actions;

    HandoffRequests(RuntimeService runtime, ActionProcesses actions) {
        this.runtime = runtime;
        this.actions = actions;
    }

    /** Asks somebody to look at work in progress; the role `partner` where none is named. */
    public void review(Handoff handoff, @Nullable String question, @Nullable String link, @Nullable String role) {
        var answers = new LinkedHashMap<String, @Nullable Object>();
        answers.put(Variables.REVIEW_QUESTION, question);
        answers.put(Variables.REVIEW_LINK, link);
        answers.put(Variables.REVIEWER_ROLE, role);
        start(handoff, "api.reviews", answers);
    }

    /** Opens a question that work waits for; it is the manager's where no role is named. */
    public void question(Handoff handoff, @Nullable String question, @Nullable String role) {
        var answers = new LinkedHashMap<String, @Nullable Object>();
        answers.put(Variables.DECISION_QUESTION, question);
        answers.put(Variables.ANSWERER_ROLE, role);
        start(handoff, "api.questions", answers);
    }

    /** Sends a handoff back to its gate, because the strategy is another one now. */
    public void strategyChange(Handoff handoff, @Nullable String reason) {
        var answers = new LinkedHashMap<String, @Nullable Object>();
        answers.put(Variables.STRATEGY_REASON, reason);
        start(handoff, "api.strategy-changes", answers);
    }

    private void start(Handoff handoff, String wanted, Map<String, @Nullable Object> answers) {
        var acting = actions.on(wanted);
        answers.put(Variables.ACTION, acting.action());
        answers.values().removeIf(value -> value == null);
        runtime.createProcessInstanceByKey(acting.process())
                .processDefinitionWithoutTenantId()
                .businessKey(handoff.id())
                .setVariables(answers)
                .execute();
    }
}
