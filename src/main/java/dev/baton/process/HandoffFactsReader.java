package dev.baton.process;

import dev.baton.contract.Complexity;
import dev.baton.contract.ExecutionParty;
import dev.baton.contract.Situation;
import dev.baton.journal.HandoffFacts;
import dev.baton.journal.Journal;
import dev.baton.people.Raci;
import dev.baton.people.Team;
import dev.baton.shared.Json;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * What was agreed about the handoff that a process works for, from the handoff's row: no diagram has to hand it down. A
 * handoff that started before the row kept it is read from its variables.
 */
@Component
public class HandoffFactsReader {

    private final Journal journal;

    HandoffFactsReader(Journal journal) {
        this.journal = journal;
    }

    private Optional<HandoffFacts> of(DelegateExecution execution) {
        return Optional.ofNullable(Facts.handoff(execution)).flatMap(journal::facts);
    }

    public Optional<String> campaign(DelegateExecution execution) {
        return of(execution).map(HandoffFacts::campaign).or(() -> Facts.find(execution, Variables.CAMPAIGN));
    }

    public Team team(DelegateExecution execution) {
        return of(execution).map(HandoffFactsReader::team).orElseGet(() -> Facts.team(execution));
    }

    public Raci raci(DelegateExecution execution) {
        return of(execution)
                .map(HandoffFactsReader::raci)
                .filter(raci -> !raci.equals(Raci.NONE))
                .orElseGet(() -> Facts.raci(execution));
    }

    public Situation situation(DelegateExecution execution, LocalDate today) {
        return of(execution).map(facts -> situation(facts, today)).orElseGet(() -> Facts.situation(execution, today));
    }

    public static Team team(HandoffFacts facts) {
        return Team.parse(Json.MAPPER.valueToTree(facts.team()));
    }

    public static Raci raci(HandoffFacts facts) {
        return facts.raci().isEmpty() ? Raci.NONE : Raci.parse(Json.MAPPER.valueToTree(facts.raci()));
    }

    private static Situation situation(HandoffFacts facts, LocalDate today) {
        return new Situation(
                Optional.ofNullable(facts.complexity()).map(Complexity::of).orElse(Complexity.MEDIUM),
                Optional.ofNullable(facts.executionParty())
                        .map(ExecutionParty::of)
                        .orElse(ExecutionParty.INTERNAL),
                facts.campaignType(),
                today,
                facts.launchDate());
    }
}
