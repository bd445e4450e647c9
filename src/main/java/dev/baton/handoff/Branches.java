package dev.baton.handoff;

import dev.baton.journal.Handoff;
import dev.baton.journal.HandoffFacts;
import dev.baton.journal.Journal;
import dev.baton.people.Role;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.JournalWriter;
import dev.baton.process.KnownPeople;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Branches: handoffs that a handoff, their trunk, opens within itself, one with each person outside the company. A branch
 * has its own key, packages, journal and team, so that nobody in it sees another; it follows the facts of its trunk and
 * ends with it.
 */
@Component
public class Branches {

    private static final String TRUNK = "trunk";
    private static final String TEAM = "team.";

    private final Journal journal;
    private final JournalWriter writer;
    private final Diagrams diagrams;
    private final KnownPeople people;

    Branches(Journal journal, JournalWriter writer, Diagrams diagrams, KnownPeople people) {
        this.journal = journal;
        this.writer = writer;
        this.diagrams = diagrams;
        this.people = people;
    }

    /** The id of the handoff that this one is a branch of. */
    public static Optional<String> trunk(Handoff handoff) {
        return trunk(handoff.facts());
    }

    public static Optional<String> trunk(HandoffFacts facts) {
        return Optional.ofNullable(facts.answers().get(TRUNK)).map(Object::toString);
    }

    /** The ids of the branches of a handoff, in the order in which they were opened. */
    public List<String> of(String trunk) {
        return journal.events(trunk, Set.of(BranchOpened.class)).stream()
                .flatMap(event -> event.as(BranchOpened.class).stream())
                .map(BranchOpened::branch)
                .toList();
    }

    /** The handoff whose process calls this one. */
    Handoff trunk(DelegateExecution instance) {
        return journal.find(Facts.handoff(instance.getSuperExecution())).orElseThrow();
    }

    /** What a branch starts with: what was agreed about its trunk, and of the people those inside and its own. */
    HandoffFacts facts(DelegateExecution instance, Handoff trunk) {
        var own = own(instance);
        var agreed = trunk.facts();
        var team = inside(agreed.team());
        team.putAll(own);
        return new HandoffFacts(
                named(agreed.campaign(), own),
                agreed.complexity(),
                agreed.executionParty(),
                agreed.campaignType(),
                agreed.launchDate(),
                agreed.needBy(),
                null,
                team,
                accountable(agreed),
                Map.of(TRUNK, trunk.id()));
    }

    void opened(DelegateExecution instance, Handoff trunk, String key) {
        var person = String.join(", ", own(instance).values());
        var call = instance.getSuperExecution().getCurrentActivityId();
        writer.add(trunk.id(), call, new BranchOpened(key, person));
    }

    /** What a branch agrees to when its trunk changes: the same changes, and nothing else. */
    HandoffFacts follow(HandoffFacts branch, HandoffFacts before, HandoffFacts after) {
        var own = new LinkedHashMap<>(branch.team());
        own.values().removeIf(people::worksInside);
        Map<String, String> team = new LinkedHashMap<>(branch.team());
        if (!before.team().equals(after.team())) {
            team = inside(after.team());
            team.putAll(own);
        }
        return new HandoffFacts(
                Objects.equals(before.campaign(), after.campaign()) ? branch.campaign() : named(after.campaign(), own),
                followed(branch, before, after, HandoffFacts::complexity),
                followed(branch, before, after, HandoffFacts::executionParty),
                followed(branch, before, after, HandoffFacts::campaignType),
                followed(branch, before, after, HandoffFacts::launchDate),
                followed(branch, before, after, HandoffFacts::needBy),
                branch.contract(),
                team,
                before.accountable().equals(after.accountable()) ? branch.raci() : accountable(after),
                branch.answers());
    }

    private static <T> @Nullable T followed(
            HandoffFacts branch, HandoffFacts before, HandoffFacts after, Function<HandoffFacts, @Nullable T> fact) {
        return fact.apply(Objects.equals(fact.apply(before), fact.apply(after)) ? branch : after);
    }

    /** Whom the diagram names, by role. */
    private Map<String, String> own(DelegateExecution instance) {
        var own = new LinkedHashMap<String, String>();
        diagrams.process(instance.getProcessDefinitionId()).forEach((name, variable) -> {
            if (name.startsWith(TEAM)) {
                own.put(Role.of(name.substring(TEAM.length())).key(), Facts.text(instance, variable));
            }
        });
        return own;
    }

    private Map<String, String> inside(Map<String, String> team) {
        var inside = new LinkedHashMap<>(team);
        inside.values().removeIf(person -> !people.worksInside(person));
        return inside;
    }

    private Map<String, Object> accountable(HandoffFacts facts) {
        return facts.accountable()
                .filter(people::worksInside)
                .<Map<String, Object>>map(person -> Map.of("accountable", person))
                .orElse(Map.of());
    }

    /** So that whoever works in several branches tells their tasks apart. */
    private static String named(String campaign, Map<String, String> own) {
        return "%s (%s)".formatted(campaign, String.join(", ", own.values()));
    }
}
