package dev.baton.selection;

import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.form.FormsInForce;
import dev.baton.handoff.Handoffs;
import dev.baton.process.Facts;
import dev.baton.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * `${startChosenModel}`: starts the chosen model as whoever completed the step before, with everything that its start form
 * asks for, by the same rules as any start.
 */
@Component
@VisibleInDiagrams
class StartChosenModel implements JavaDelegate {

    private final Handoffs handoffs;
    private final FormsInForce forms;
    private final StartForms startForms;

    StartChosenModel(Handoffs handoffs, FormsInForce forms, StartForms startForms) {
        this.handoffs = handoffs;
        this.forms = forms;
        this.startForms = startForms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var model = Facts.text(execution, Variables.CHOSEN_MODEL);
        var answers = org.camunda.bpm.engine.variable.Variables.createVariables();
        forms.startVariables(startForms.of(model)).stream()
                .filter(execution::hasVariable)
                .forEach(name -> answers.putValueTyped(name, execution.getVariableTyped(name)));
        handoffs.startWithin(model, answers);
    }
}
