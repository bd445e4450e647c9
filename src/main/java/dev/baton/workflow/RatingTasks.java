package dev.baton.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.engine.Refusal;
import dev.baton.journal.EventKind;
import dev.baton.journal.Rater;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Takes what one side rated out of its task and into the journal, which seals it until the other side has answered. */
@Component
class RatingTasks {

    private static final int LOWEST = 1;
    private static final int HIGHEST = 10;

    private final Reviews reviews;
    private final Escalations escalations;
    private final Trail trail;

    RatingTasks(Reviews reviews, Escalations escalations, Trail trail) {
        this.reviews = reviews;
        this.escalations = escalations;
        this.trail = trail;
    }

    /** Somebody is asked, or, at an event, the time to answer is over and work goes on without the rating. */
    void entered(DelegateExecution execution, Node node, Rater rater) {
        if (node.isUserTask()) {
            // An empty document to fill in: Tasklist sends a value back as the type that it found.
            execution.setVariableLocal(Variables.RATING, Json.variable(JsonNodeFactory.instance.objectNode()));
            return;
        }
        var detail = detail(execution, rater);
        detail.put("reason", "Nobody rated in time.");
        trail.add(execution, EventKind.NOT_RATED, detail);
    }

    /** A rating was submitted, or, where somebody stands in for a silent side, the word that nobody can give it. */
    void given(DelegateExecution task, Node node, Rater rater) {
        var rating = Json.localTree(task, Variables.RATING);
        var detail = detail(task, rater);
        node.review(task).ifPresent(review -> detail.putAll(reviews.answer(task, review)));
        if (escalations.include(task) && rating.path("cannotRate").asBoolean()) {
            detail.put("reason", rating.path("reason").asText());
            trail.add(task, EventKind.NOT_RATED, detail);
        } else {
            detail.put("value", value(rating.path("value")));
            if (rating.hasNonNull("why")) {
                detail.put("why", rating.path("why").asText());
            }
            trail.add(task, EventKind.RATED, detail);
        }
        task.removeVariableLocal(Variables.RATING);
    }

    private Map<String, Object> detail(DelegateExecution execution, Rater rater) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("what", rater.what());
        detail.put("rater", rater.key());
        detail.put("retrospective", escalations.origin(execution).getId());
        return detail;
    }

    private static int value(JsonNode value) {
        var number = value.isNumber() ? value.asDouble() : 0;
        if (number < LOWEST || number > HIGHEST || number != Math.rint(number)) {
            throw Refusal.of(
                    Variables.RATING + ".value",
                    "A rating is a whole number from %d to %d.".formatted(LOWEST, HIGHEST));
        }
        return (int) number;
    }
}
