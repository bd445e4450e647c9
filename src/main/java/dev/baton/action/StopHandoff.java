package dev.baton.action;

import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.handoff.Handoffs;
import dev.baton.journal.Journal;
import dev.baton.process.Facts;
import dev.baton.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** `${stopHandoff}`: stops the handoff that an action is about, by the same rule as `POST /api/handoffs/{id}/cancel`. */
@Component
@VisibleInDiagrams
class StopHandoff implements JavaDelegate {

    private final Handoffs handoffs;
    private final Journal journal;

    StopHandoff(Handoffs handoffs, Journal journal) {
        this.handoffs = handoffs;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution action) {
        var reason = Facts.text(action, Variables.STOP_REASON);
        handoffs.stop(journal.find(Facts.handoff(action)).orElseThrow(), reason.strip());
    }
}
