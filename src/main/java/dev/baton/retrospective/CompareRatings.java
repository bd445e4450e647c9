package dev.baton.retrospective;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.journal.Event;
import dev.baton.journal.Journal;
import dev.baton.process.Facts;
import dev.baton.process.JsonVariables;
import dev.baton.process.Variables;
import dev.baton.shared.Json;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** `${compareRatings}`: shows the retrospective what both sides and the stakeholder rated, and how far the sides are apart. */
@Component
@VisibleInDiagrams
class CompareRatings implements JavaDelegate {

    private final Journal journal;

    CompareRatings(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ratings = Ratings.of(journal.events(Facts.handoff(execution)), execution.getProcessInstanceId());
        var shown = JsonNodeFactory.instance.objectNode();
        ratings.answers().forEach((rater, answer) -> shown.set(rater.key(), shown(answer)));
        ratings.gap().ifPresent(gap -> shown.put("gap", gap));
        execution.setVariable(Variables.RATINGS, JsonVariables.variable(shown));
    }

    private static ObjectNode shown(Event answer) {
        var shown = Json.MAPPER.<ObjectNode>valueToTree(answer.detail()).retain("value", "why", "reason");
        return shown.put("who", answer.who());
    }
}
