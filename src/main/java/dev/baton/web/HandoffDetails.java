package dev.baton.web;

import dev.baton.contract.Catalog;
import dev.baton.contract.Requirement;
import dev.baton.handoff.Branches;
import dev.baton.handoff.OpenTask;
import dev.baton.handoff.OpenTasks;
import dev.baton.handoff.Rights;
import dev.baton.journal.Event;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.journal.Status;
import dev.baton.packages.DeployedContracts;
import dev.baton.packages.GateJudged;
import dev.baton.process.Suspensions;
import dev.baton.spokendecision.SpokenDecisions;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together where a handoff stands, from its summary, its open tasks, the last verdict and the decisions in its journal. */
@Component
class HandoffDetails {

    private final Journal journal;
    private final OpenTasks tasks;
    private final DeployedContracts contracts;
    private final SpokenDecisions decisions;
    private final Suspensions suspensions;
    private final Branches branches;
    private final Rights rights;

    HandoffDetails(
            Journal journal,
            OpenTasks tasks,
            DeployedContracts contracts,
            SpokenDecisions decisions,
            Suspensions suspensions,
            Branches branches,
            Rights rights) {
        this.journal = journal;
        this.tasks = tasks;
        this.contracts = contracts;
        this.decisions = decisions;
        this.suspensions = suspensions;
        this.branches = branches;
        this.rights = rights;
    }

    WhereItStands of(Handoff handoff) {
        var open = handoff.open() ? tasks.of(handoff.id()) : List.<OpenTask>of();
        var suspended = suspensions.include(handoff);
        var judging = Optional.ofNullable(
                journal.last(GateJudged.class, List.of(handoff.id())).get(handoff.id()));
        var verdict = judging.flatMap(event -> event.as(GateJudged.class));
        var told = isTold(handoff);
        return new WhereItStands(
                handoff.id(),
                handoff.model(),
                handoff.modelVersion(),
                handoff.campaign(),
                handoff.complexity(),
                handoff.executionParty(),
                handoff.launchDate(),
                handoff.facts().needBy(),
                handoff.facts().campaignType(),
                handoff.facts().contract(),
                handoff.facts().accountable().orElse(null),
                (suspended ? Status.SUSPENDED : handoff.status()).label(),
                suspended ? handoff.status().label() : null,
                handoff.statusSince(),
                handoff.outcome(),
                open.stream().map(WhereItStands.Holder::of).toList(),
                nextDue(open),
                verdict.map(GateJudged::completenessPercent).orElse(null),
                judging.map(HandoffDetails::judgement).orElse(null),
                verdict.map(this::gaps).orElse(null),
                decisions.holding(handoff.id()).stream().map(DecisionView::of).toList(),
                handoff.team(),
                told ? handoff.facts().raci() : Map.of(),
                told ? handoff.facts().answers() : Map.of(),
                told ? Branches.trunk(handoff).orElse(null) : null,
                branches.of(handoff.id()),
                handoff.clarifications(),
                handoff.startedAt(),
                handoff.startedBy(),
                handoff.endedAt(),
                Links.of(handoff.id()));
    }

    /** Who works outside reads what they started themselves, and nowhere who else is consulted or works along. */
    private boolean isTold(Handoff handoff) {
        var person = rights.person();
        return person.worksInside()
                || person.isStakeholder()
                || handoff.startedBy().equals(person.id());
    }

    /** What the last gate of each handoff found; those that none has judged are left out. */
    Map<String, GateJudged> verdicts(Collection<String> handoffs) {
        var verdicts = new LinkedHashMap<String, GateJudged>();
        journal.last(GateJudged.class, handoffs)
                .forEach((handoff, event) ->
                        event.as(GateJudged.class).ifPresent(verdict -> verdicts.put(handoff, verdict)));
        return verdicts;
    }

    private static @Nullable Instant nextDue(List<OpenTask> open) {
        return open.stream()
                .map(OpenTask::due)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static WhereItStands.@Nullable Judgement judgement(Event event) {
        return event.as(GateJudged.class)
                .map(verdict -> new WhereItStands.Judgement(
                        verdict.contract(), event.at(), verdict.complete(), verdict.rules(), verdict.versions()))
                .orElse(null);
    }

    private List<GapView> gaps(GateJudged verdict) {
        var catalog = contracts.catalog();
        return verdict.gaps().stream()
                .map(gap -> GapView.of(
                        gap.packageName(), gap.field(), gap.problem(), asked(catalog, gap.packageName(), gap.field())))
                .toList();
    }

    private static Optional<Requirement> asked(Catalog catalog, String packageName, String field) {
        return catalog.packageNames().contains(packageName)
                ? catalog.requirements(packageName).stream()
                        .filter(requirement -> requirement.field().equals(field))
                        .findFirst()
                : Optional.empty();
    }
}
