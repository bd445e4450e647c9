package dev.baton.selection;

import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.handoff.StartableModels;
import org.springframework.stereotype.Component;

/** `${startForms.of(model)}`: the form that starts a model. */
@Component
@VisibleInDiagrams
public class StartForms {

    private final StartableModels models;

    StartForms(StartableModels models) {
        this.models = models;
    }

    public String of(String model) {
        return models.startForm(model);
    }
}
