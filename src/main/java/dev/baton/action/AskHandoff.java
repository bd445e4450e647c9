package dev.baton.action;

import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.handoff.Rights;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.process.AsEngine;
import dev.baton.process.Facts;
import dev.baton.process.NotRunning;
import dev.baton.process.Variables;
import dev.baton.shared.Refusal;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * `${askHandoff}`: asks a running handoff for something that its model waits for. The input `message` names it, `from` says
 * who may ask (`participants`, or `team` as for a change of what was agreed); every other input goes along.
 */
@Component
@VisibleInDiagrams
class AskHandoff implements JavaDelegate {

    private static final String FROM_TEAM = "team";

    private final RuntimeService runtime;
    private final AsEngine asEngine;
    private final Journal journal;
    private final Rights rights;

    AskHandoff(RuntimeService runtime, AsEngine asEngine, Journal journal, Rights rights) {
        this.runtime = runtime;
        this.asEngine = asEngine;
        this.journal = journal;
        this.rights = rights;
    }

    @Override
    public void execute(DelegateExecution action) {
        var handoff = journal.find(Facts.handoff(action)).orElseThrow();
        var given = action.getVariablesLocal();
        var message = String.valueOf(given.remove(Variables.MESSAGE));
        if (FROM_TEAM.equals(given.remove(Variables.FROM))) {
            rights.toChangeFacts(handoff);
        } else {
            rights.toAsk(handoff);
        }
        if (!handoff.open()) {
            throw NotRunning.over(handoff, "it takes no requests any more");
        }
        ask(handoff, message, given);
    }

    private void ask(Handoff handoff, String message, Map<String, Object> given) {
        try {
            asEngine.allowed(() -> {
                runtime.createMessageCorrelation(message)
                        .processInstanceId(handoff.processInstanceId())
                        .setVariablesToTriggeredScope(given)
                        .correlate();
                return true;
            });
        } catch (MismatchingMessageCorrelationException nothingWaits) {
            throw Refusal.of(
                    Variables.ACTION,
                    "\"%s\" does not take this now: its model (%s) has no such request, or its work does not run at the moment (it is %s)."
                            .formatted(
                                    handoff.campaign(),
                                    handoff.model(),
                                    handoff.status().label()));
        }
    }
}
