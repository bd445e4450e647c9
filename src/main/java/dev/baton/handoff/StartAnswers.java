package dev.baton.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.camunda.DeployedForms;
import dev.baton.contract.Contract;
import dev.baton.journal.Journal;
import dev.baton.packages.DeployedContracts;
import dev.baton.people.InvalidTeam;
import dev.baton.people.Role;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.JournalWriter;
import dev.baton.process.JsonVariables;
import dev.baton.process.KnownPeople;
import dev.baton.process.Variables;
import dev.baton.shared.Json;
import dev.baton.shared.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Completes what a process starts with, as the properties of its diagram say: {@code default.x} where nobody answered,
 * {@code kind.x} what an answer has to be, {@code set.x} whatever was answered.
 */
@Component
class StartAnswers {

    private static final Pattern PLACEHOLDER = Pattern.compile("[$]\\{([^}]*)}");
    private static final Pattern LATER = Pattern.compile("(\\w+)[.]plusDays\\((\\d+)\\)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}");
    private static final int MOST_PEOPLE = 20;
    private static final Set<String> NO = Set.of("no", "false");

    private final Diagrams diagrams;
    private final DeployedContracts contracts;
    private final DeployedForms forms;
    private final Journal journal;
    private final JournalWriter writer;
    private final KnownPeople people;

    StartAnswers(
            Diagrams diagrams,
            DeployedContracts contracts,
            DeployedForms forms,
            Journal journal,
            JournalWriter writer,
            KnownPeople people) {
        this.diagrams = diagrams;
        this.contracts = contracts;
        this.forms = forms;
        this.journal = journal;
        this.writer = writer;
        this.people = people;
    }

    void complete(DelegateExecution instance) {
        var properties = diagrams.process(instance.getProcessDefinitionId());
        each(properties, "default.", (name, value) -> {
            if (Facts.find(instance, name).isEmpty()) {
                set(instance, name, value);
            }
        });
        each(properties, "kind.", (name, kind) -> demand(instance, name, kind));
        each(properties, "set.", (name, value) -> set(instance, name, value));
    }

    private static void each(Map<String, String> properties, String prefix, BiConsumer<String, String> rule) {
        properties.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                rule.accept(name.substring(prefix.length()), value);
            }
        });
    }

    private void set(DelegateExecution instance, String name, String text) {
        var value = value(instance, text);
        if (value != null) {
            instance.setVariable(name, value instanceof JsonNode tree ? JsonVariables.variable(tree) : value);
        }
    }

    /** What stands in a property: a text, a whole number, or what a placeholder stands for; null for nothing. */
    private @Nullable Object value(DelegateExecution instance, String text) {
        var whole = PLACEHOLDER.matcher(text);
        if (whole.matches()) {
            return source(instance, whole.group(1).strip());
        }
        if (NUMBER.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        Objects.toString(source(instance, match.group(1).strip()), "")));
    }

    private @Nullable Object source(DelegateExecution instance, String name) {
        var later = LATER.matcher(name);
        if (later.matches()) {
            return Facts.day(instance, later.group(1))
                    .map(day -> day.plusDays(Long.parseLong(later.group(2))).toString())
                    .orElse(null);
        }
        return switch (name) {
            case "today" -> writer.today().toString();
            case "contract.from" -> contract(instance).from().get(0);
            case "contract.to" -> contract(instance).to().get(0);
            case "contract.packages" -> String.join(",", contract(instance).packages());
            case "handoff.team" -> team(instance);
            default -> Facts.find(instance, name).orElse(null);
        };
    }

    private Contract contract(VariableScope scope) {
        return contracts.contract(Facts.text(scope, Variables.CONTRACT));
    }

    /** The people of the handoff that this one looks back on, who still have the role; who is named here goes before. */
    private @Nullable JsonNode team(DelegateExecution instance) {
        var about = Facts.find(instance, Variables.HANDOFF).flatMap(journal::find);
        if (about.isEmpty()) {
            return null;
        }
        try {
            var team = new LinkedHashMap<>(about.get().team());
            team.entrySet().removeIf(member -> !people.isCandidate(member.getValue(), Role.of(member.getKey())));
            team.putAll(Facts.team(instance).byKey());
            return Json.MAPPER.valueToTree(team);
        } catch (InvalidTeam wrong) {
            throw Refusal.of(wrong.field(), String.valueOf(wrong.getMessage()));
        }
    }

    private void demand(DelegateExecution instance, String name, String kind) {
        var given = Facts.find(instance, name);
        if (given.isEmpty()) {
            return;
        }
        switch (kind) {
            case "role" -> instance.setVariable(name, Facts.role(instance, name, given.get()));
            case "yes or no" -> instance.setVariable(name, isYes(given.get()));
            case "form" -> demandForm(name, given.get());
            case "past day" -> demandPast(name, Facts.day(instance, name).orElseThrow());
            case "coming day" -> demandComing(name, Facts.day(instance, name).orElseThrow());
            case "handoff" -> demandHandoff(name, given.get());
            default -> demandPeople(instance, name, kind);
        }
    }

    /** A no must be said, so that nobody is left out because a question was forgotten. */
    static boolean isYes(String answer) {
        return !NO.contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    private void demandForm(String name, String form) {
        if (forms.latest(form).isEmpty()) {
            throw Refusal.of(
                    name,
                    "There is no form \"%s\": leave it out, and the contract's own form is used.".formatted(form));
        }
    }

    private void demandPast(String name, LocalDate day) {
        if (day.isAfter(writer.today())) {
            throw Refusal.of(
                    name, "A retrospective looks back: %s is still to come, start it after the launch.".formatted(day));
        }
    }

    private void demandComing(String name, LocalDate day) {
        if (day.isBefore(writer.today())) {
            throw Refusal.of(name, "%s is in the past: give today or a later day.".formatted(day));
        }
    }

    /** Of the kind {@code people partner}: a list of different people with that role, at least one. */
    private void demandPeople(DelegateExecution instance, String name, String kind) {
        var role = Role.of(kind.replaceFirst("people ", ""));
        var named = new ArrayList<String>();
        JsonVariables.tree(instance, name).forEach(person -> named.add(person.asText()));
        if (named.isEmpty() || named.size() > MOST_PEOPLE) {
            throw Refusal.of(
                    name,
                    "Name 1 to %d people with the role %s, as a list of user ids."
                            .formatted(MOST_PEOPLE, role.inWords()));
        }
        for (var person : named) {
            if (Collections.frequency(named, person) > 1) {
                throw Refusal.of(name, "%s is named twice: name everybody once.".formatted(person));
            }
            if (!people.include(person)) {
                throw Refusal.of(name, KnownPeople.unknown(person));
            }
            if (!people.include(person, role)) {
                throw Refusal.of(name, KnownPeople.notCandidate(person, role));
            }
        }
    }

    private void demandHandoff(String name, String id) {
        if (journal.find(id).isEmpty()) {
            throw Refusal.of(
                    name,
                    "There is no handoff \"%s\": give the id of the handoff that you look back on, or leave it out."
                            .formatted(id));
        }
    }
}
