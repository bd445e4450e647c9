package dev.baton.camunda;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a diagram asks for and nobody can do, which shows only when it runs.
 *
 * @param what is wrong with the step, as the rest of a sentence
 * @param remedy what operations correct
 */
record StepFault(String what, String remedy) {

    private static final String UNKNOWN_REMEDY =
            "read what the log of Baton says about this step, and deploy a version of the diagram that does without it";

    /** Whether it is said in words, so that nobody needs a stack trace. */
    boolean isKnown() {
        return !remedy.equals(UNKNOWN_REMEDY);
    }

    private record Known(Pattern message, Function<MatchResult, StepFault> fault) {

        static Known of(String message, Function<MatchResult, StepFault> fault) {
            return new Known(Pattern.compile(message), fault);
        }

        Optional<StepFault> in(String text) {
            var found = message.matcher(text);
            return found.find() ? Optional.of(fault.apply(found.toMatchResult())) : Optional.empty();
        }
    }

    private static final List<Known> KNOWN = List.of(
            Known.of(
                    "(?s)Unknown property used in expression: (.*?)\\. Cause: Cannot resolve identifier '([^']*)'",
                    found -> new StepFault(
                            "its expression %s uses \"%s\", which nothing there knows"
                                    .formatted(found.group(1), found.group(2)),
                            "correct the name in the expression, or let a step before it set the variable")),
            Known.of(
                    "(?s)Unknown property used in expression: (.*?)\\. Cause: (.*)",
                    found -> new StepFault(
                            "its expression %s asks a value for something that it does not have (%s)"
                                    .formatted(found.group(1), cause(found.group(2))),
                            "correct what the expression asks for, or let a step before it set the value")),
            Known.of(
                    "(?s)Unknown method used in expression: (.*?)\\. Cause: (.*)",
                    found -> new StepFault(
                            "its expression %s calls something that does not exist there".formatted(found.group(1)),
                            "correct the call: name, number and kinds of arguments")),
            Known.of(
                    "(?s)Error while evaluating expression: (.*?)\\. Cause: (.*)",
                    found -> new StepFault(
                            "its expression %s has no result (%s)".formatted(found.group(1), cause(found.group(2))),
                            "correct the expression, or the kinds of values that it compares")),
            Known.of(
                    "no processes deployed with (key =? ?'[^']*'(?:,? (?:version|versionTag|in deployment) = '[^']*')?)",
                    found -> new StepFault(
                            "it calls a process that is not deployed (%s)".formatted(found.group(1)),
                            "correct the called element and its binding, or deploy the process that is called")),
            Known.of(
                    "no decision definition deployed with (key =? ?'[^']*'(?:,? (?:version|versionTag|in deployment) = '[^']*')?)",
                    found -> new StepFault(
                            "it asks a decision table that is not deployed (%s)".formatted(found.group(1)),
                            "correct the decision's id and its binding, or deploy the table")),
            Known.of(
                    "(?:No outgoing|No conditional) sequence flow .*?'([^']*)'.* could be selected",
                    found -> new StepFault(
                            "none of its exits fits what is known of this handoff",
                            "give it an exit for every case, or a default exit")),
            Known.of(
                    "No Camunda Form Definition was found for Camunda Form Ref: (?:CamundaFormRef\\w* \\[key=([^,\\]]*))?.*",
                    found -> new StepFault(
                            "its form %sis not deployed"
                                    .formatted(found.group(1) == null ? "" : "\"%s\" ".formatted(found.group(1))),
                            "correct the form's id and its binding, or deploy the form")),
            Known.of(
                    "Delegate [Ee]xpression '?(.*?)'? (?:did neither|doesn't|did not) (?:resolve|implement)",
                    found -> new StepFault(
                            "%s does not do work for a step".formatted(found.group(1)),
                            "name a delegate that Baton offers, such as ${contextGate}")),
            Known.of(
                    "Exception while resolving duedate '(.*?)'",
                    found -> new StepFault(
                            "its time \"%s\" is no duration and no moment".formatted(found.group(1)),
                            "write a duration such as PT48H, or ${deadline.hours(48)}")),
            Known.of(
                    "was not configured with a valid duration/time",
                    found -> new StepFault(
                            "its timer says no time that can be read",
                            "write a duration such as PT48H, or ${deadline.hours(48)}")),
            Known.of(
                    "condition expression returns non-Boolean",
                    found -> new StepFault(
                            "a condition at its exits is neither true nor false",
                            "write conditions that compare, such as ${decision == 'approved'}")),
            Known.of(
                    "^The task \"([^\"]*)\" has no property \"review\"",
                    found -> new StepFault(
                            "the timer that leads to it belongs to the task \"%s\", which has no property \"review\""
                                    .formatted(found.group(1)),
                            "give that task the property \"review\", such as \"brief\"")),
            Known.of(
                    "^The call \"[^\"]*\" follows no timer of a review",
                    found -> new StepFault(
                            "it follows no timer of a review",
                            "draw it behind the timer that is attached to a review")),
            Known.of(
                    "^(?:There is no .*|No [\\w ]+ is (?:called|named|deployed) .*|“[^”]*” is no contract.*)",
                    found -> new StepFault(
                            decapitalized(cause(found.group())), "correct the name in the properties of the step")));

    /** The first cause that says what is wrong; what none of them says is told in the words that there are. */
    static StepFault of(Throwable thrown) {
        var last = thrown;
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            var text = String.valueOf(cause.getMessage());
            var known = KNOWN.stream().flatMap(each -> each.in(text).stream()).findFirst();
            if (known.isPresent()) {
                return known.get();
            }
            last = cause;
        }
        return new StepFault("it failed (%s)".formatted(words(last)), UNKNOWN_REMEDY);
    }

    private static String words(Throwable thrown) {
        var text = thrown.getMessage();
        return text == null || text.isBlank() ? thrown.getClass().getSimpleName() : cause(text);
    }

    /** Without codes, Java's names and the engine's habit of naming what is null. */
    private static String cause(String text) {
        var said = ErrorMessageFilter.sentence(text.lines().findFirst().orElse(text))
                .strip();
        return said.replaceFirst(": \\w+ is null$", "").replaceFirst("[.]$", "");
    }

    private static String decapitalized(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
