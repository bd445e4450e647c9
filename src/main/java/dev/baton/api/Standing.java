package dev.baton.api;

import dev.baton.context.DeployedContracts;
import dev.baton.contract.Catalog;
import dev.baton.contract.Requirement;
import dev.baton.decision.SpokenDecisions;
import dev.baton.handoff.OpenTask;
import dev.baton.handoff.OpenTasks;
import dev.baton.journal.Event;
import dev.baton.journal.EventKind;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
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
class Standing {

    private final Journal journal;
    private final OpenTasks tasks;
    private final DeployedContracts contracts;
    private final SpokenDecisions decisions;

    Standing(Journal journal, OpenTasks tasks, DeployedContracts contracts, SpokenDecisions decisions) {
        this.journal = journal;
        this.tasks = tasks;
        this.contracts = contracts;
        this.decisions = decisions;
    }

    WhereItStands of(Handoff handoff) {
        var open = handoff.open() ? tasks.of(handoff.id()) : List.<OpenTask>of();
        var verdict = Optional.ofNullable(
                journal.last(EventKind.GATE_JUDGED, List.of(handoff.id())).get(handoff.id()));
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
                handoff.status().label(),
                handoff.statusSince(),
                handoff.outcome(),
                open.stream().map(WhereItStands.Holder::of).toList(),
                nextDeadline(open),
                handoff.completenessPercent(),
                verdict.map(Standing::judgement).orElse(null),
                verdict.map(this::gaps).orElse(List.of()),
                decisions.holding(handoff.id()).stream().map(DecisionView::of).toList(),
                handoff.team(),
                handoff.facts().raci(),
                handoff.facts().answers(),
                handoff.clarifications(),
                handoff.startedAt(),
                handoff.startedBy(),
                handoff.endedAt(),
                Links.of(handoff.id()));
    }

    /** How many gaps the last gate of each handoff found. */
    Map<String, Integer> gapCounts(Collection<String> handoffs) {
        var counts = new LinkedHashMap<String, Integer>();
        journal.last(EventKind.GATE_JUDGED, handoffs)
                .forEach(
                        (handoff, verdict) -> counts.put(handoff, named(verdict).size()));
        return counts;
    }

    private static @Nullable Instant nextDeadline(List<OpenTask> open) {
        return open.stream()
                .map(OpenTask::due)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static WhereItStands.Judgement judgement(Event verdict) {
        var versions = new LinkedHashMap<String, Integer>();
        if (verdict.detail().get("versions") instanceof Map<?, ?> judged) {
            judged.forEach((name, version) -> {
                if (version instanceof Number number) {
                    versions.put(String.valueOf(name), number.intValue());
                }
            });
        }
        return new WhereItStands.Judgement(
                text(verdict.detail(), "contract"),
                verdict.at(),
                Boolean.TRUE.equals(verdict.detail().get("complete")),
                text(verdict.detail(), "rules"),
                versions);
    }

    private List<GapView> gaps(Event verdict) {
        var catalog = contracts.catalog();
        return named(verdict).stream()
                .map(gap -> {
                    var packageName = text(gap, "packageName");
                    var field = text(gap, "field");
                    return GapView.of(packageName, field, text(gap, "problem"), asked(catalog, packageName, field));
                })
                .toList();
    }

    private static Optional<Requirement> asked(Catalog catalog, String packageName, String field) {
        return catalog.packageNames().contains(packageName)
                ? catalog.requirements(packageName).stream()
                        .filter(requirement -> requirement.field().equals(field))
                        .findFirst()
                : Optional.empty();
    }

    private static List<Map<?, ?>> named(Event verdict) {
        return verdict.detail().get("gaps") instanceof List<?> gaps
                ? gaps.stream()
                        .<Map<?, ?>>mapMulti((gap, take) -> {
                            if (gap instanceof Map<?, ?> named) {
                                take.accept(named);
                            }
                        })
                        .toList()
                : List.of();
    }

    private static String text(Map<?, ?> detail, String key) {
        return Objects.toString(detail.get(key), "");
    }
}
