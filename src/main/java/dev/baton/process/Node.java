package dev.baton.process;

import dev.baton.journal.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/** What a diagram says about one of its nodes, in its label, its form and its extension properties. */
public record Node(
        String id,
        String label,
        String type,
        @Nullable String form,
        @Nullable Integer timerHours,
        @Nullable String candidates,
        Map<String, String> properties) {

    /** What no package holds: the work itself. */
    public static final String WORK = "work";

    private static final Pattern PLACEHOLDER = Pattern.compile("[$]\\{(\\w+)}");

    /** What a task is called: its label and the campaign. */
    public String named(String campaign) {
        return label + ": " + campaign;
    }

    /** The first group that may take a task, as the diagram names it. */
    public Optional<String> group(Function<String, Optional<String>> facts) {
        return Optional.ofNullable(candidates)
                .map(text -> resolve(text, facts).replaceFirst(",.*", "").strip())
                .filter(group -> !group.isEmpty());
    }

    public boolean isUserTask() {
        return type.equals("userTask");
    }

    /** The hours that a task's own timer leaves. */
    public Optional<Integer> hours() {
        return Optional.ofNullable(timerHours);
    }

    public Optional<String> review(VariableScope scope) {
        return property("review", scope);
    }

    /** For those who look at a task from outside, and read a variable only where the diagram names one. */
    public Optional<String> review(Function<String, Optional<String>> facts) {
        return property("review", facts);
    }

    public Optional<String> status(VariableScope scope) {
        return property("status", scope);
    }

    public Optional<String> event(VariableScope scope) {
        return property("event", scope);
    }

    /** By which day of its handoff the task is due. */
    public Optional<Due> due() {
        return Optional.ofNullable(properties.get("due")).map(Due::of);
    }

    /** The stage of the plan that the task belongs to. */
    public Optional<String> stage() {
        return Optional.ofNullable(properties.get("stage"));
    }

    /** Whether the accountable person of the handoff does it. */
    public boolean isForAccountable() {
        return properties.containsKey("holder");
    }

    public Optional<String> ratedBy(VariableScope scope) {
        return property("ratedBy", scope);
    }

    /** What the journal calls an answer to this review with this decision: where a property says so. */
    public Optional<EventType> answered(String decision) {
        var named = properties.getOrDefault("answered." + decision, properties.get("answered"));
        return Optional.ofNullable(named).map(EventType::of);
    }

    /** Whether this decision returns the work to whoever made it. */
    public boolean sendsBack(String decision) {
        return Arrays.stream(properties.getOrDefault("sendsBack", "").split(","))
                .map(String::strip)
                .anyMatch(decision::equals);
    }

    /** How a handoff that ends here came out; none where the node is no end. */
    public Optional<String> outcome(VariableScope scope) {
        return property("outcome", scope).or(() -> event(scope).filter(event -> type.equals("endEvent")));
    }

    public Optional<String> form(VariableScope scope) {
        return Optional.ofNullable(form)
                .map(text -> resolve(text, variable -> Facts.find(scope, variable)))
                .filter(text -> !text.isBlank());
    }

    public List<String> packages(VariableScope scope) {
        return list(property("packages", scope));
    }

    /** What a review judges: names of packages, or {@link #WORK}. */
    public List<String> reviewed(Function<String, Optional<String>> facts) {
        return list(property("reviewed", facts));
    }

    /** Whether whoever completes this task has done the work, or vouches for it. */
    public boolean makesWork() {
        return WORK.equals(properties.get("makes"));
    }

    private static List<String> list(Optional<String> property) {
        return property.stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private Optional<String> property(String name, VariableScope scope) {
        return property(name, variable -> Facts.find(scope, variable));
    }

    private Optional<String> property(String name, Function<String, Optional<String>> facts) {
        return Optional.ofNullable(properties.get(name))
                .map(text -> resolve(text, facts))
                .filter(text -> !text.isBlank());
    }

    private static String resolve(String text, Function<String, Optional<String>> facts) {
        if (!text.contains("${")) {
            return text;
        }
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(facts.apply(match.group(1)).orElse("")));
    }
}
