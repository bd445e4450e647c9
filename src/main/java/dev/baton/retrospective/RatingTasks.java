package dev.baton.retrospective;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.process.Diagrams;
import dev.baton.process.JournalWriter;
import dev.baton.process.JsonVariables;
import dev.baton.process.Node;
import dev.baton.process.NodeListener;
import dev.baton.process.Variables;
import dev.baton.review.Reviews;
import dev.baton.shared.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes what one side rated out of its task and into the journal, which seals it until the other side has answered. */
@Component
@Order(NodeListener.RECORD)
class RatingTasks implements NodeListener {

    private static final int LOWEST = 1;
    private static final int HIGHEST = 10;

    private final Reviews reviews;
    private final Diagrams diagrams;
    private final JournalWriter journal;

    RatingTasks(Reviews reviews, Diagrams diagrams, JournalWriter journal) {
        this.reviews = reviews;
        this.diagrams = diagrams;
        this.journal = journal;
    }

    @Override
    public void entered(DelegateExecution execution, Node node) {
        node.ratedBy(execution).map(Rater::of).ifPresent(rater -> entered(execution, node, rater));
    }

    @Override
    public void completed(DelegateExecution task, Node node) {
        node.ratedBy(task).map(Rater::of).ifPresent(rater -> given(task, node, rater));
    }

    /** Somebody is asked, or, at an event, the time to answer is over and work goes on without the rating. */
    private void entered(DelegateExecution execution, Node node, Rater rater) {
        if (node.isUserTask()) {
            // An empty document to fill in: Tasklist sends a value back as the type that it found.
            execution.setVariableLocal(Variables.RATING, JsonVariables.variable(JsonNodeFactory.instance.objectNode()));
            return;
        }
        journal.add(execution, notRated(execution, rater, Reviews.Answer.NONE, "Nobody rated in time."));
    }

    /** A rating was submitted, or, where somebody stands in for a silent side, the word that nobody can give it. */
    private void given(DelegateExecution task, Node node, Rater rater) {
        var rating = JsonVariables.localTree(task, Variables.RATING);
        var answer =
                node.review(task).map(review -> reviews.answer(task, review)).orElse(Reviews.Answer.NONE);
        if (diagrams.isEscalation(task) && rating.path("cannotRate").asBoolean()) {
            journal.add(
                    task, notRated(task, rater, answer, rating.path("reason").asText()));
        } else {
            journal.add(
                    task,
                    new Rated(
                            rater.what(),
                            rater,
                            diagrams.origin(task).getId(),
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
                diagrams.origin(execution).getId(),
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
