package dev.baton.camunda;

import dev.baton.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows, by the engine's own words, what it takes for a failure and is a caller's mistake. */
final class ClientErrorMessages {

    private static final Pattern GONE = Pattern.compile("(execution|task) (\\S+) doesn't exist: \\w+ is null");

    /** The engine's own words for an id that nothing has; it finds some of them only by stumbling. */
    private static final List<Pattern> UNKNOWN = List.of(
            Pattern.compile("(?i)\\bno (?:deployed )?([a-z ]+?) found with id '?([^'\\s:]+?)'?(?=[.:\\s]|$)"),
            Pattern.compile("Cannot find ([a-z]+) with id '([^']*)'"),
            Pattern.compile("(Task) '([^']*)' not found"),
            Pattern.compile("^There is no ([a-z ]+) with the id \"([^\"]*)\""));

    private static final Pattern STUMBLED = Pattern.compile("because \"(task|processDefinition)\" is null");

    private static final Pattern NEEDED = Pattern.compile("^(\\w+) is null$");

    private static final Pattern TOO_SMALL = Pattern.compile("^(\\w+) is not (greater than(?: or equal to)? 0)$");

    /** What the engine says of a request in words that are good enough. */
    private static final Pattern PLAIN = Pattern.compile("(?:ENGINE-\\d+ )?((?:You must specify at least one of"
            + "|The number of job retries must be|Unrecognized authorization type"
            + "|Execution with id '[^']*' does not have a subscription"
            + "|Element '[^']*' does not exist in process"
            + "|No subscriptions were found during evaluation).*)");

    /** A type without a place in the engine's tables. */
    private static final Pattern UNKEPT = Pattern.compile(
            "Cannot find serializer for value|Cannot serialize value of abstract type|cannot be used to query"
                    + "|Cannot set transient variable");

    private static final Pattern PART_OF_HANDOFF = Pattern.compile("task cannot be deleted because is part of");

    private static final Pattern WEAK_PASSWORD = Pattern.compile("Password does not match policy");

    private ClientErrorMessages() {}

    private static Refusal notThere(String what, String id) {
        return Refusal.unknown(
                "There is no %s with the id \"%s\": it may have ended. Look it up again.".formatted(what, id));
    }

    static Optional<Refusal> inWords(String message) {
        var gone = GONE.matcher(message);
        if (gone.find()) {
            return Optional.of(Refusal.unknown("There is no open %s %s: it may have ended, read it again."
                    .formatted(gone.group(1), gone.group(2))));
        }
        for (var unknown : UNKNOWN) {
            var id = unknown.matcher(message);
            if (id.find()) {
                return Optional.of(notThere(id.group(1).toLowerCase(Locale.ROOT), id.group(2)));
            }
        }
        var stumbled = STUMBLED.matcher(message);
        if (stumbled.find()) {
            return Optional.of(Refusal.unknown("What you name is not there: it may have ended. Look it up again."));
        }
        var needed = NEEDED.matcher(message);
        if (needed.find()) {
            return Optional.of(Refusal.of(needed.group(1), "\"%s\" is missing: send it.".formatted(needed.group(1))));
        }
        var small = TOO_SMALL.matcher(message);
        if (small.find()) {
            return Optional.of(Refusal.of(
                    small.group(1), "\"%s\" has to be %s: correct it.".formatted(small.group(1), small.group(2))));
        }
        var plain = PLAIN.matcher(message);
        if (plain.find()) {
            return Optional.of(new Refusal(plain.group(1)));
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
