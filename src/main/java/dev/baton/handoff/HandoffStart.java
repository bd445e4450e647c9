package dev.baton.handoff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.contract.Complexity;
import dev.baton.contract.ExecutionParty;
import dev.baton.form.FormsInForce;
import dev.baton.journal.DuplicateHandoff;
import dev.baton.journal.Handoff;
import dev.baton.journal.HandoffFacts;
import dev.baton.journal.Journal;
import dev.baton.packages.ContextStore;
import dev.baton.packages.DeployedContracts;
import dev.baton.packages.DocumentTooLarge;
import dev.baton.packages.PackageHistory;
import dev.baton.process.Diagrams;
import dev.baton.process.Errors;
import dev.baton.process.Facts;
import dev.baton.process.JournalWriter;
import dev.baton.process.JsonVariables;
import dev.baton.process.Node;
import dev.baton.process.Variables;
import dev.baton.shared.Entrance;
import dev.baton.shared.Json;
import dev.baton.shared.Refusal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a handoff when its process starts: refuses what is wrong, all of it at once, and records the rest. */
@Component
class HandoffStart {

    private final DeployedContracts contracts;
    private final ContextStore context;
    private final PackageHistory history;
    private final Journal journal;
    private final JournalWriter writer;
    private final FormsInForce forms;
    private final FactRules rules;
    private final DerivedVariables derived;
    private final BusinessKeys keys;
    private final StartAnswers answers;
    private final RepositoryService repository;
    private final Diagrams diagrams;
    private final Branches branches;

    HandoffStart(
            DeployedContracts contracts,
            ContextStore context,
            PackageHistory history,
            Journal journal,
            JournalWriter writer,
            FormsInForce forms,
            FactRules rules,
            DerivedVariables derived,
            BusinessKeys keys,
            StartAnswers answers,
            RepositoryService repository,
            Diagrams diagrams,
            Branches branches) {
        this.contracts = contracts;
        this.context = context;
        this.history = history;
        this.journal = journal;
        this.writer = writer;
        this.forms = forms;
        this.rules = rules;
        this.derived = derived;
        this.keys = keys;
        this.answers = answers;
        this.repository = repository;
        this.diagrams = diagrams;
        this.branches = branches;
    }

    void open(DelegateExecution instance, Node start) {
        var errors = new Errors();
        var sent = sent(instance);
        errors.addAll(
                forms.checkStart(start.form(instance), instance, accepted(instance), Facts.NAMES, writer.today()));
        errors.gather(() -> answers.complete(instance));
        var facts = facts(instance, sent, errors);
        var packages = packages(instance, errors);
        var read = errors.read("businessKey", () -> keys.of(instance, facts.campaign()));
        errors.refuseIfAny();
        var key = Objects.requireNonNull(read);
        derived.start(instance, facts);
        record(instance, key, facts, writer.person());
        instance.setProcessBusinessKey(key);
        keep(instance, key, packages);
    }

    /** Opens a branch of the handoff whose process calls this one: with its facts, by the same person, under a key of its own. */
    void branch(DelegateExecution instance) {
        var trunk = branches.trunk(instance);
        var facts = branches.facts(instance, trunk);
        var key = BusinessKeys.random(facts.campaign());
        DerivedVariables.of(facts).forEach(instance::setVariable);
        record(instance, key, facts, trunk.startedBy());
        instance.setProcessBusinessKey(key);
        branches.opened(instance, trunk, key);
    }

    private Set<String> accepted(DelegateExecution instance) {
        var accepted = new LinkedHashSet<>(diagrams.accepted(instance.getProcessDefinitionId()));
        accepted.addAll(contracts.catalog().packageNames());
        accepted.addAll(Facts.NAMES);
        return accepted;
    }

    /** What the start of the model was told besides the facts and the packages. */
    private Map<String, Object> sent(DelegateExecution instance) {
        var packages = contracts.catalog().packageNames();
        var sent = new TreeMap<String, Object>();
        for (var name : instance.getVariableNames()) {
            if (!Facts.NAMES.contains(name) && !packages.contains(name)) {
                Optional.ofNullable(Json.plainValue(JsonVariables.value(instance, name)))
                        .ifPresent(value -> sent.put(name, value));
            }
        }
        return sent;
    }

    private HandoffFacts facts(DelegateExecution instance, Map<String, Object> sent, Errors errors) {
        var campaign = errors.read(
                Variables.CAMPAIGN,
                () -> rules.campaign(Facts.find(instance, Variables.CAMPAIGN).orElse("")));
        var complexity = errors.read(
                Variables.COMPLEXITY,
                () -> rules.complexity(
                        Facts.find(instance, Variables.COMPLEXITY).orElse(Complexity.MEDIUM.name())));
        var party = errors.read(
                Variables.EXECUTION_PARTY,
                () -> rules.executionParty(
                        Facts.find(instance, Variables.EXECUTION_PARTY).orElse(ExecutionParty.INTERNAL.name())));
        var type = optional(instance, Variables.CAMPAIGN_TYPE, rules::campaignType, errors);
        var launch = optional(instance, Variables.LAUNCH_DATE, rules::launchDate, errors);
        var needBy = optional(instance, Variables.NEED_BY, rules::needBy, errors);
        rules.daysAgree(needBy, launch, errors);
        var contract = optional(instance, Variables.CONTRACT, rules::contract, errors);
        var team = errors.read(Variables.TEAM, () -> rules.team(JsonVariables.tree(instance, Variables.TEAM)));
        var raci = errors.read(Variables.RACI, () -> rules.raci(JsonVariables.tree(instance, Variables.RACI)));
        if (team != null) {
            errors.addAll(rules.wrongPeople(team));
        }
        if (raci != null) {
            errors.addAll(rules.wrongPeople(raci));
        }
        return new HandoffFacts(
                campaign == null ? "" : campaign,
                complexity,
                party,
                type,
                launch,
                needBy,
                contract,
                team == null ? Map.of() : team.byKey(),
                Json.plain(JsonVariables.tree(instance, Variables.RACI)),
                sent);
    }

    private static <T> @Nullable T optional(
            DelegateExecution instance, String name, Function<String, T> rule, Errors errors) {
        return errors.<T>read(name, () -> Facts.find(instance, name).map(rule).orElse(null));
    }

    private void record(DelegateExecution instance, String key, HandoffFacts facts, String startedBy) {
        var definition = repository.getProcessDefinition(instance.getProcessDefinitionId());
        instance.setVariable(Variables.MODEL, definition.getKey());
        try {
            journal.open(Handoff.started(
                    key,
                    definition.getKey(),
                    definition.getVersion(),
                    facts,
                    writer.now(),
                    startedBy,
                    instance.getProcessInstanceId()));
        } catch (DuplicateHandoff duplicate) {
            throw key.equals(Facts.handoff(instance))
                    ? new DuplicateStart(duplicate)
                    : new KeyTakenMeanwhile(duplicate);
        }
        var about = Facts.find(instance, Variables.HANDOFF).orElse(null);
        writer.add(
                key,
                instance.getCurrentActivityId(),
                new Started(
                        definition.getKey(),
                        definition.getVersion(),
                        Entrance.current().name(),
                        about));
    }

    private void keep(DelegateExecution instance, String key, Map<String, ObjectNode> packages) {
        try {
            context.begin(key, packages, writer.person(), Entrance.current().name())
                    .forEach(version -> history.add(version, instance.getCurrentActivityId()));
        } catch (DocumentTooLarge tooLarge) {
            throw Refusal.of(tooLarge.packageName(), String.valueOf(tooLarge.getMessage()));
        }
        packages.keySet().forEach(instance::removeVariable);
    }

    private Map<String, ObjectNode> packages(DelegateExecution instance, Errors errors) {
        var packages = new TreeMap<String, ObjectNode>();
        for (var name : contracts.catalog().packageNames()) {
            if (!instance.hasVariable(name)) {
                continue;
            }
            if (JsonVariables.tree(instance, name) instanceof ObjectNode document) {
                packages.put(name, document);
            } else {
                errors.add(name, "\"%s\" is a package: send it as a JSON object, of type Json.".formatted(name));
            }
        }
        return packages;
    }
}
