package dev.baton.workflow;

import dev.baton.contract.Expressions;
import dev.baton.engine.DeployedForms;
import dev.baton.engine.FieldError;
import dev.baton.engine.Refusal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Checks what a person submitted against the newest version of the form: nobody gets around it by skipping the page. */
@Component
class FormRules {

    private final DeployedForms forms;
    private final Expressions feel;
    private final Map<String, Form> parsed = new ConcurrentHashMap<>();

    FormRules(DeployedForms forms, Expressions feel) {
        this.forms = forms;
        this.feel = feel;
    }

    void demand(String key, VariableScope submitted) {
        var errors = check(key, submitted);
        if (!errors.isEmpty()) {
            throw Refusal.of(errors);
        }
    }

    List<FieldError> check(String key, VariableScope submitted) {
        return forms.latest(key)
                .map(form -> parsed.computeIfAbsent(form.id(), id -> Form.parse(form.json(), feel)))
                .map(form -> form.check(new Answers(submitted)))
                .orElse(List.of());
    }
}
