package dev.baton.retrospective;

import dev.baton.camunda.Answer;
import dev.baton.camunda.VariableGuard;
import dev.baton.camunda.VariableWrite;
import dev.baton.process.Diagrams;
import dev.baton.process.Variables;
import dev.baton.shared.Refusal;
import org.camunda.spin.plugin.variable.type.JsonValueType;
import org.springframework.stereotype.Component;

/**
 * A rating goes straight from the answer that completes its task into the journal, where it is sealed. On the way it lies
 * nowhere: not as a draft in a variable and, being JSON, not in the engine's history.
 */
@Component
class SecretRatings implements VariableGuard {

    private final Diagrams diagrams;

    SecretRatings(Diagrams diagrams) {
        this.diagrams = diagrams;
    }

    @Override
    public void onWrite(VariableWrite write) {
        if (!write.name().equals(Variables.RATING)
                || write.isEmpty()
                || write.definition() == null
                || diagrams.isForeign(write.definition())) {
            return;
        }
        if (!write.type().equals(JsonValueType.TYPE_NAME) || !Answer.isGiven()) {
            throw Refusal.of(
                    write.name(),
                    "A rating is given as JSON with the answer that completes its task, and kept nowhere before.");
        }
    }
}
