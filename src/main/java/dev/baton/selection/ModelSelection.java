package dev.baton.selection;

import dev.baton.handoff.StartableModels;
import dev.baton.process.DeployedTables;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** Recommends a model by the table in force, and warns where it cannot be started here. */
@Service
class ModelSelection {

    private final Supplier<SelectionTable> table;
    private final StartableModels models;

    ModelSelection(DeployedTables tables, StartableModels models) {
        this.table = tables.read("model-selection", SelectionTable::of);
        this.models = models;
    }

    Recommendation recommend(TeamAnswers answers) {
        var recommended = table.get().recommend(answers);
        if (isStartable(recommended.model())) {
            return recommended;
        }
        var warnings = new ArrayList<String>();
        warnings.add("%s (%s) is not deployed here: deploy its diagram, or start another model."
                .formatted(Recommendation.called(recommended.model()), recommended.model()));
        warnings.addAll(recommended.warnings());
        return new Recommendation(recommended.model(), recommended.runnerUp(), recommended.votes(), warnings);
    }

    boolean isStartable(String model) {
        return models.keys().contains(model);
    }
}
