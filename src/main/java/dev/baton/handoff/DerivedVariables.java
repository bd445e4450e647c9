package dev.baton.handoff;

import dev.baton.journal.Handoff;
import dev.baton.journal.HandoffFacts;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.JsonVariables;
import dev.baton.process.Variables;
import dev.baton.shared.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The process variables that follow a handoff's facts, in every process that works for it. */
@Component
class DerivedVariables {

    private final RuntimeService runtime;
    private final Diagrams diagrams;

    DerivedVariables(RuntimeService runtime, Diagrams diagrams) {
        this.runtime = runtime;
        this.diagrams = diagrams;
    }

    /** As the facts were understood, where somebody wrote them otherwise or left out what is usual. */
    void start(DelegateExecution instance, HandoffFacts facts) {
        of(facts).forEach((name, value) -> {
            if (value instanceof String text
                    && !text.equals(Facts.find(instance, name).orElse(null))) {
                instance.setVariable(name, text);
            }
        });
    }

    /** The value of each variable; null where there is none. */
    static Map<String, @Nullable Object> of(HandoffFacts facts) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put(Variables.CAMPAIGN, facts.campaign());
        values.put(Variables.COMPLEXITY, facts.complexity());
        values.put(Variables.EXECUTION_PARTY, facts.executionParty());
        values.put(Variables.CAMPAIGN_TYPE, facts.campaignType());
        values.put(Variables.LAUNCH_DATE, Objects.toString(facts.launchDate(), null));
        values.put(Variables.NEED_BY, Objects.toString(facts.needBy(), null));
        values.put(Variables.CONTRACT, facts.contract());
        values.put(
                Variables.TEAM,
                facts.team().isEmpty() ? null : JsonVariables.variable(Json.MAPPER.valueToTree(facts.team())));
        values.put(
                Variables.RACI,
                facts.raci().isEmpty() ? null : JsonVariables.variable(Json.MAPPER.valueToTree(facts.raci())));
        return values;
    }

    /**
     * Sets what has changed: in the handoff's own process, and in those that work for it where they know the fact.
     */
    void change(Handoff handoff, HandoffFacts before, HandoffFacts after) {
        var was = plain(before);
        var now = plain(after);
        var changed = of(after);
        changed.keySet().removeIf(name -> Objects.equals(was.get(name), now.get(name)));
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(handoff.id()).unlimitedList().stream()
                .filter(instance -> !diagrams.isForeign(instance.getProcessDefinitionId()))
                .forEach(instance -> follow(handoff, instance.getId(), changed));
    }

    private void follow(Handoff handoff, String instance, Map<String, @Nullable Object> changed) {
        var known = instance.equals(handoff.processInstanceId())
                ? changed.keySet()
                : runtime.getVariablesTyped(instance, changed.keySet(), false).keySet();
        changed.forEach((name, value) -> {
            if (known.contains(name)) {
                runtime.setVariable(instance, name, value);
            }
        });
    }

    /** The facts as plain values, to be compared and told. */
    static Map<String, @Nullable Object> plain(HandoffFacts facts) {
        var values = of(facts);
        values.put(Variables.TEAM, facts.team().isEmpty() ? null : facts.team());
        values.put(Variables.RACI, facts.raci().isEmpty() ? null : facts.raci());
        return values;
    }
}
