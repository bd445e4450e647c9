package dev.baton.camunda;

import dev.baton.shared.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows, by the engine's own words, what it takes for a failure and is a caller's mistake. */
final class ClientErrorMessages {

    private static final Pattern GONE = Pattern.compile("(execution|task) (\\S+) doesn't exist: \\w+ is null");

    /** A type without a place in the engine's tables. */
    private static final Pattern UNKEPT = Pattern.compile(
            "Cannot find serializer for value|Cannot serialize value of abstract type|cannot be used to query"
                    + "|Cannot set transient variable");

    private static final Pattern PART_OF_HANDOFF = Pattern.compile("task cannot be deleted because is part of");

    private static final Pattern WEAK_PASSWORD = Pattern.compile("Password does not match policy");

    private ClientErrorMessages() {}

    static Optional<Refusal> inWords(String message) {
        var gone = GONE.matcher(message);
        if (gone.find()) {
            return Optional.of(Refusal.unknown("There is no open %s %s: it may have ended, read it again."
                    .formatted(gone.group(1), gone.group(2))));
        }
        if (UNKEPT.matcher(message).find()) {
            return Optional.of(
                    new Refusal("A variable is of a type that Baton does not keep: send it as String, Integer,"
                            + " Long, Double, Boolean, Date or Json."));
        }
        if (PART_OF_HANDOFF.matcher(message).find()) {
            return Optional.of(
                    new Refusal("A task of a running handoff is not deleted: complete it, or cancel the handoff."));
        }
        if (WEAK_PASSWORD.matcher(message).find()) {
            return Optional.of(Refusal.of(
                    "password",
                    "The password is too weak: at least 10 characters, among them an upper-case and a lower-case letter,"
                            + " a digit and a special character."));
        }
        return Optional.empty();
    }
}
