package dev.baton.workflow;

import dev.baton.engine.ServedForm;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Serves every form with widgets; the engine is there before the diagrams can be read. */
@Component
class WidgetsOfForms implements ServedForm {

    private final ObjectProvider<Diagrams> diagrams;
    private final ObjectProvider<AsEngine> engine;

    WidgetsOfForms(ObjectProvider<Diagrams> diagrams, ObjectProvider<AsEngine> engine) {
        this.diagrams = diagrams;
        this.engine = engine;
    }

    @Override
    public String of(String form, String processDefinitionId) {
        var json = Json.parse(form);
        if (!json.path("components").isArray()) {
            return form;
        }
        var foreign = engine.getObject().call(() -> diagrams.getObject().isForeign(processDefinitionId));
        return (foreign ? ServedWidgets.daysOnly(json) : ServedWidgets.of(json)).toString();
    }
}
