package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What makes an answer a good one, read from one cell of the requirements table. A rule is a shape (text, a list, a
 * date), a condition on the words in it, or a shape with conditions, written one after the other with semicolons:
 * {@code text; at most 3 sentences}. The whole vocabulary stands in {@link Vocabulary}.
 */
public sealed interface Rule permits Shape, Condition, Rule.AllOf {

    /** What a good answer looks like, in words that finish the sentence "A good answer: …". */
    String goodAnswer();

    /** Null when the answer is good, otherwise the first thing wrong with it. */
    @Nullable
    Finding judge(JsonNode answer, Question question);

    /** The shape decides how the answer is written in a form. */
    Shape shape();

    /** The conditions on top of the shape. */
    List<Condition> conditions();

    /** A shape and the conditions its answer must meet. */
    record AllOf(Shape shape, List<Condition> conditions) implements Rule {

        @Override
        public String goodAnswer() {
            var parts = Stream.concat(
                            shape instanceof Shapes.Text ? Stream.empty() : Stream.of(shape), conditions.stream())
                    .map(Rule::goodAnswer)
                    .filter(part -> !part.isEmpty())
                    .toList();
            return parts.isEmpty() ? shape.goodAnswer() : String.join("; ", parts);
        }

        @Override
        public @Nullable Finding judge(JsonNode answer, Question question) {
            var finding = shape.judge(answer, question);
            var value = shape instanceof Shapes.Table && answer.isTextual() ? shape.read(answer.textValue()) : answer;
            for (var condition : conditions) {
                if (finding != null) {
                    return finding;
                }
                finding = condition.judge(value, question);
            }
            return finding;
        }
    }
}
