package dev.baton.fuzz;

import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a refusal is a sentence for a person, in the shape that its door speaks. */
final class Sentence {

    private static final Pattern INTERNALS =
            Pattern.compile("\\bjava\\.|\\borg\\.|dev\\.baton|com\\.fasterxml|jdbc|SQL|ENGINE-\\d|\\tat ");

    private Sentence() {}

    /** What is wrong with the answer; nothing when it is a success or a good refusal. */
    static Optional<String> fault(Attempt attempt, RawClient.Reply reply) {
        if (reply.status() >= 500) {
            return Optional.of("FAILED %d %s".formatted(reply.status(), reply.body()));
        }
        if (reply.status() < 400 || reply.body().isEmpty()) {
            return Optional.empty();
        }
        if (!reply.isJson()) {
            return Optional.of("no JSON: %d %s %s".formatted(reply.status(), reply.type(), reply.body()));
        }
        var answer = Promises.tree(reply.body());
        var sentence = answer.path("detail").asText(answer.path("message").asText(""));
        var repeats = attempt.path().contains("java") || attempt.text().contains("java");
        if (sentence.isBlank() || (!repeats && INTERNALS.matcher(sentence).find())) {
            return Optional.of("no sentence for people: %d %s".formatted(reply.status(), reply.body()));
        }
        if (reply.type().startsWith("application/problem+json") && reply.status() == 400 && !answer.has("errors")) {
            return Optional.of("names no field: %d %s".formatted(reply.status(), reply.body()));
        }
        return Optional.empty();
    }
}
