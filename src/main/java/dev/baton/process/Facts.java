package dev.baton.process;

import dev.baton.contract.Complexity;
import dev.baton.contract.ExecutionParty;
import dev.baton.contract.Situation;
import dev.baton.people.Raci;
import dev.baton.people.Role;
import dev.baton.people.Team;
import dev.baton.people.UnknownRole;
import dev.baton.shared.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** The flat facts of a handoff, read from its process variables. */
public final class Facts {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** The variables that follow what was agreed about a handoff. */
    public static final Set<String> NAMES = Set.of(
            Variables.CAMPAIGN,
            Variables.COMPLEXITY,
            Variables.EXECUTION_PARTY,
            Variables.CAMPAIGN_TYPE,
            Variables.LAUNCH_DATE,
            Variables.NEED_BY,
            Variables.CONTRACT,
            Variables.TEAM,
            Variables.RACI);

    private Facts() {}

    /** How somebody changes what a variable follows. */
    public static String remedy(String name) {
        return ("\"%s\" follows what was agreed: change that with PATCH /api/handoffs/{id}, or in Tasklist with the"
                        + " handoff action \"Change what was agreed\".")
                .formatted(name);
    }

    public static String handoff(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    public static Optional<String> find(VariableScope scope, String name) {
        return Optional.ofNullable(scope.<TypedValue>getVariableTyped(name, false))
                .map(value -> JsonVariables.isUnread(value)
                        ? JsonVariables.serialized(value)
                        : Objects.toString(value.getValue(), null))
                .filter(text -> !text.isBlank());
    }

    public static Optional<Number> number(VariableScope scope, String name) {
        return Optional.ofNullable(scope.<TypedValue>getVariableTyped(name, false))
                .filter(value -> !JsonVariables.isUnread(value) && value.getValue() instanceof Number)
                .map(value -> (Number) value.getValue());
    }

    public static String text(VariableScope scope, String name) {
        return find(scope, name).orElseThrow(() -> missing(name));
    }

    public static Refusal missing(String name) {
        return Refusal.of(name, "\"%s\" is missing: give it a value.".formatted(name));
    }

    public static Optional<LocalDate> day(VariableScope scope, String name) {
        return find(scope, name).map(text -> day(name, text));
    }

    /** A day as year-month-day; a year has four digits. */
    public static LocalDate day(String name, String text) {
        try {
            return DAY.parse(text.strip(), LocalDate::from);
        } catch (DateTimeParseException notADate) {
            throw Refusal.of(
                    name, "\"%s\" is not a date: write it as year-month-day, such as 2027-03-31.".formatted(text));
        }
    }

    /** The key of the role that the variable names, or the usual one where it names none. */
    public static String role(VariableScope scope, String name, String usual) {
        try {
            return Role.of(find(scope, name).orElse(usual)).key();
        } catch (UnknownRole unknown) {
            throw Refusal.of(name, String.valueOf(unknown.getMessage()));
        }
    }

    public static Situation situation(VariableScope scope, LocalDate today) {
        return new Situation(
                find(scope, Variables.COMPLEXITY).map(Complexity::of).orElse(Complexity.MEDIUM),
                find(scope, Variables.EXECUTION_PARTY).map(ExecutionParty::of).orElse(ExecutionParty.INTERNAL),
                find(scope, Variables.CAMPAIGN_TYPE).orElse(null),
                today,
                day(scope, Variables.LAUNCH_DATE).orElse(null));
    }

    public static Team team(VariableScope scope) {
        return Team.parse(JsonVariables.tree(scope, Variables.TEAM));
    }

    static Raci raci(VariableScope scope) {
        return Raci.parse(JsonVariables.tree(scope, Variables.RACI));
    }
}
