package dev.baton.workflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.context.ContextStore;
import dev.baton.context.DocumentTooLarge;
import dev.baton.contract.Complexity;
import dev.baton.contract.ExecutionParty;
import dev.baton.engine.Entrance;
import dev.baton.engine.Refusal;
import dev.baton.journal.DuplicateHandoff;
import dev.baton.journal.EventKind;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.people.Raci;
import dev.baton.people.Team;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    private final Trail trail;
    private final FormsInForce forms;
    private final KnownPeople people;
    private final BusinessKeys keys;
    private final UsualTerms terms;
    private final RepositoryService repository;
    private final Diagrams diagrams;

    HandoffStart(
            DeployedContracts contracts,
            ContextStore context,
            PackageHistory history,
            Journal journal,
            Trail trail,
            FormsInForce forms,
            KnownPeople people,
            BusinessKeys keys,
            UsualTerms terms,
            RepositoryService repository,
            Diagrams diagrams) {
        this.contracts = contracts;
        this.context = context;
        this.history = history;
        this.journal = journal;
        this.trail = trail;
        this.forms = forms;
        this.people = people;
        this.keys = keys;
        this.terms = terms;
        this.repository = repository;
        this.diagrams = diagrams;
    }

    void open(DelegateExecution instance, Node start) {
        var errors = new Errors();
        errors.addAll(forms.checkStart(start.form(instance), instance, accepted(instance), trail.today()));
        errors.gather(() -> terms.complete(instance));
        var campaign = Facts.find(instance, Variables.CAMPAIGN).orElse("");
        if (campaign.isEmpty() || campaign.length() > 200) {
            errors.add(Variables.CAMPAIGN, "Name the campaign, in at most 200 characters.");
        }
        var complexity = errors.read(
                Variables.COMPLEXITY,
                () -> Facts.find(instance, Variables.COMPLEXITY)
                        .map(Complexity::of)
                        .orElse(Complexity.MEDIUM));
        var party = errors.read(
                Variables.EXECUTION_PARTY,
                () -> Facts.find(instance, Variables.EXECUTION_PARTY)
                        .map(ExecutionParty::of)
                        .orElse(ExecutionParty.INTERNAL));
        var launch = errors.read(
                Variables.LAUNCH_DATE,
                () -> toCome(instance, Variables.LAUNCH_DATE, "launch date").orElse(null));
        errors.gather(() -> toCome(instance, Variables.NEED_BY, "needed-by date"));
        var team = errors.read(Variables.TEAM, () -> Facts.team(instance));
        var raci = errors.read(Variables.RACI, () -> Facts.raci(instance));
        unknown(team, raci).forEach(errors::add);
        var packages = packages(instance, errors);
        var read = errors.read("businessKey", () -> keys.of(instance, campaign));
        errors.refuseIfAny();
        var key = Objects.requireNonNull(read);

        instance.setVariable(Variables.MODEL, model(instance));
        record(instance, key, campaign, complexity, party, launch, team);
        instance.setProcessBusinessKey(key);
        keep(instance, key, packages);
    }

    private Set<String> accepted(DelegateExecution instance) {
        var accepted = new LinkedHashSet<>(diagrams.accepted(instance.getProcessDefinitionId()));
        accepted.addAll(contracts.catalog().packageNames());
        return accepted;
    }

    private void record(
            DelegateExecution instance,
            String key,
            String campaign,
            @Nullable Complexity complexity,
            @Nullable ExecutionParty party,
            @Nullable LocalDate launch,
            @Nullable Team team) {
        var definition = repository.getProcessDefinition(instance.getProcessDefinitionId());
        try {
            journal.open(Handoff.started(
                    key,
                    definition.getKey(),
                    definition.getVersion(),
                    campaign,
                    lower(complexity),
                    lower(party),
                    launch,
                    trail.now(),
                    trail.person(),
                    instance.getProcessInstanceId(),
                    team == null ? Map.of() : team.byKey()));
        } catch (DuplicateHandoff duplicate) {
            throw key.equals(Facts.handoff(instance))
                    ? new DuplicateStart(duplicate)
                    : new KeyTakenMeanwhile(duplicate);
        }
        var detail = new LinkedHashMap<String, Object>();
        detail.put("model", definition.getKey());
        detail.put("modelVersion", definition.getVersion());
        detail.put("via", Entrance.current().name());
        Facts.find(instance, Variables.HANDOFF).ifPresent(about -> detail.put("about", about));
        trail.add(key, instance.getCurrentActivityId(), EventKind.STARTED, detail);
    }

    private void keep(DelegateExecution instance, String key, Map<String, ObjectNode> packages) {
        try {
            context.begin(key, packages, trail.person(), Entrance.current().name())
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
            if (Json.tree(instance, name) instanceof ObjectNode document) {
                packages.put(name, document);
            } else {
                errors.add(name, "\"%s\" is a package: send it as a JSON object, of type Json.".formatted(name));
            }
        }
        return packages;
    }

    private Map<String, String> unknown(@Nullable Team team, @Nullable Raci raci) {
        var named = new LinkedHashMap<String, String>();
        if (team != null) {
            team.byKey().forEach((role, person) -> named.put(Variables.TEAM + "." + role, person));
        }
        if (raci != null) {
            raci.accountable().ifPresent(person -> named.put(Variables.RACI + ".accountable", person));
        }
        return people.unknownAmong(named);
    }

    private Optional<LocalDate> toCome(DelegateExecution instance, String name, String inWords) {
        var day = Facts.day(instance, name);
        day.filter(given -> given.isBefore(trail.today())).ifPresent(past -> {
            throw Refusal.of(name, "The %s %s is in the past: give today or a later day.".formatted(inWords, past));
        });
        return day;
    }

    private String model(DelegateExecution instance) {
        return repository
                .getProcessDefinition(instance.getProcessDefinitionId())
                .getKey();
    }

    private static @Nullable String lower(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }
}
