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
    private final DeployedContracts contracts;
    private final Expressions feel;
    private final Map<String, Form> parsed = new ConcurrentHashMap<>();

    FormRules(DeployedForms forms, DeployedContracts contracts, Expressions feel) {
        this.forms = forms;
        this.contracts = contracts;
        this.feel = feel;
    }

    void demand(String key, VariableScope submitted) {
        var errors = check(key, submitted);
        if (!errors.isEmpty()) {
            throw Refusal.of(errors);
        }
    }

    /** What is wrong; where nothing is, a number that somebody typed becomes one. A package reads its own. */
    List<FieldError> check(String key, VariableScope submitted) {
        return forms.latest(key)
                .map(form -> parsed.computeIfAbsent(form.id(), id -> Form.parse(form.json(), feel)))
                .map(form -> check(form, new Answers(submitted)))
                .orElse(List.of());
    }

    private List<FieldError> check(Form form, Answers answers) {
        var errors = form.check(answers);
        if (errors.isEmpty()) {
            var numbers = form.typedNumbers(answers);
            numbers.keySet().removeIf(this::isInPackage);
            numbers.forEach(answers::write);
        }
        return errors;
    }

    private boolean isInPackage(String path) {
        var dot = path.indexOf('.');
        return dot > 0 && contracts.catalog().packageNames().contains(path.substring(0, dot));
    }
}
