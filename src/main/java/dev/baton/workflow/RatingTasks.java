package dev.baton.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.engine.Refusal;
import dev.baton.journal.NotRated;
import dev.baton.journal.Rated;
import dev.baton.journal.Rater;
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
        trail.add(execution, notRated(execution, rater, Reviews.Answer.NONE, "Nobody rated in time."));
    }

    /** A rating was submitted, or, where somebody stands in for a silent side, the word that nobody can give it. */
    void given(DelegateExecution task, Node node, Rater rater) {
        var rating = Json.localTree(task, Variables.RATING);
        var answer =
                node.review(task).map(review -> reviews.answer(task, review)).orElse(Reviews.Answer.NONE);
        if (escalations.include(task) && rating.path("cannotRate").asBoolean()) {
            trail.add(task, notRated(task, rater, answer, rating.path("reason").asText()));
        } else {
            trail.add(
                    task,
                    new Rated(
                            rater.what(),
                            rater,
                            escalations.origin(task).getId(),
                            answer.review(),
                            answer.reviewer(),
                            answer.standsInFor(),
                            answer.waitSeconds(),
                            value(rating.path("value")),
                            rating.hasNonNull("why") ? rating.path("why").asText() : null,
                            null));
        }
        task.removeVariableLocal(Variables.RATING);
    }

    private NotRated notRated(DelegateExecution execution, Rater rater, Reviews.Answer answer, String reason) {
        return new NotRated(
                rater.what(),
                rater,
                escalations.origin(execution).getId(),
                answer.review(),
                answer.reviewer(),
                answer.standsInFor(),
                answer.waitSeconds(),
                reason);
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
