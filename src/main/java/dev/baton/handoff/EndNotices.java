package dev.baton.handoff;

import dev.baton.camunda.CachedValue;
import dev.baton.camunda.CurrentPerson;
import dev.baton.camunda.Deployments;
import dev.baton.journal.EarlyEnding;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.packages.ContextStore;
import dev.baton.packages.DeployedContracts;
import dev.baton.packages.PackageVersion;
import dev.baton.people.Deputies;
import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.JournalWriter;
import dev.baton.process.KnownPeople;
import dev.baton.process.NodeListener;
import dev.baton.process.Variables;
import dev.baton.shared.Refusal;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells those whom it concerns that a handoff ended before its work was done: its sender, whoever started it, its
 * accountable person, and who acts for one of them today. Each gets a process of their own, under the handoff's key.
 */
@Component
@Order(NodeListener.CHECK)
class EndNotices implements NodeListener {

    private final RuntimeService runtime;
    private final Diagrams diagrams;
    private final AsEngine asEngine;
    private final Journal journal;
    private final JournalWriter writer;
    private final ContextStore context;
    private final DeployedContracts contracts;
    private final KnownPeople people;
    private final Deputies deputies;
    private final CurrentPerson person;
    private final CachedValue<Optional<String>> telling;

    EndNotices(
            RuntimeService runtime,
            Diagrams diagrams,
            AsEngine asEngine,
            Journal journal,
            JournalWriter writer,
            ContextStore context,
            DeployedContracts contracts,
            KnownPeople people,
            Deputies deputies,
            CurrentPerson person,
            Deployments deployments) {
        this.runtime = runtime;
        this.diagrams = diagrams;
        this.asEngine = asEngine;
        this.journal = journal;
        this.writer = writer;
        this.context = context;
        this.contracts = contracts;
        this.people = people;
        this.deputies = deputies;
        this.person = person;
        this.telling = deployments.newest(this::telling);
    }

    @Override
    public void started(DelegateExecution instance) {
        if (diagrams.part(instance) == Diagrams.Part.TELLS && person.id().isPresent() && !AsEngine.acts()) {
            throw Refusal.of("process", "Baton starts this process when a handoff ends: nobody else does.");
        }
    }

    /** For a handoff that is closed; does nothing where its work is done, or where no diagram tells of ends. */
    void tell(DelegateExecution instance, Handoff handoff) {
        telling.get()
                .ifPresent(definition -> journal.earlyEnding(handoff.id())
                        .ifPresent(ending -> readers(instance, handoff, ending)
                                .forEach(reader -> start(definition, handoff, reader))));
    }

    private Stream<String> readers(DelegateExecution instance, Handoff handoff, EarlyEnding ending) {
        var who = Objects.requireNonNullElseGet(ending.who(), writer::person);
        return Stream.of(
                        sender(instance, handoff),
                        Optional.of(handoff.startedBy()),
                        handoff.facts().accountable())
                .flatMap(Optional::stream)
                .flatMap(one -> Stream.of(one, deputies.standInFor(one, writer.today())))
                .distinct()
                .filter(one -> !one.equals(who))
                .filter(people::include);
    }

    /** Whom the team names for the sender's role; else whoever wrote last what is handed over. */
    private Optional<String> sender(DelegateExecution instance, Handoff handoff) {
        return Facts.find(instance, Variables.SENDER_ROLE)
                .map(handoff.team()::get)
                .or(() -> context.latest(handoff.id()).values().stream()
                        .max(Comparator.comparing(PackageVersion::at))
                        .map(PackageVersion::author));
    }

    private void start(String definition, Handoff handoff, String reader) {
        asEngine.allowed(() -> runtime.createProcessInstanceById(definition)
                .businessKey(handoff.id())
                .setVariable(Variables.READER, reader)
                .setVariable(Variables.CAMPAIGN, handoff.campaign())
                .setVariable(Variables.MODEL, handoff.model())
                .setVariable(Variables.TRANSFER_PACKAGES, packages(handoff))
                .execute());
    }

    /** What was written, in the order of the rules. */
    private String packages(Handoff handoff) {
        var written = context.latest(handoff.id()).keySet();
        return contracts.catalog().packageNames().stream()
                .filter(written::contains)
                .collect(Collectors.joining(","));
    }

    private Optional<String> telling() {
        return asEngine.call(() -> diagrams.newest(Diagrams.Part.TELLS).stream()
                .map(ProcessDefinition::getId)
                .findFirst());
    }
}
