package dev.baton.review;

import dev.baton.engine.Surroundings;
import dev.baton.journal.Event;
import dev.baton.journal.EventKind;
import dev.baton.people.StandIn;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.HandoffFactsReader;
import dev.baton.process.JournalWriter;
import dev.baton.process.Node;
import dev.baton.process.Variables;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records how a review goes: who was asked, what was answered after how long, and from whom it was escalated. */
@Component
public class Reviews {

    private static final String FIRST_ASKED_AT = "reviewFirstAskedAt";
    private static final String DEPUTY = "deputy";
    private static final String STANDS_IN_FOR = "standsInFor";

    /** What Baton remembers of an open review; the journal tells people. */
    static final Set<String> NOTES = Set.of(FIRST_ASKED_AT, DEPUTY, STANDS_IN_FOR);

    private static final int REVIEW_PRIORITY = 60;
    private static final int ESCALATED_PRIORITY = 80;

    private final JournalWriter trail;
    private final Diagrams diagrams;
    private final HandoffFactsReader facts;

    Reviews(JournalWriter trail, Diagrams diagrams, HandoffFactsReader facts) {
        this.trail = trail;
        this.diagrams = diagrams;
        this.facts = facts;
    }

    void asked(DelegateTask task, String review, @Nullable StandIn standIn) {
        task.setPriority(diagrams.isEscalation(task) ? ESCALATED_PRIORITY : REVIEW_PRIORITY);
        if (!diagrams.isEscalation(task)) {
            Surroundings.of(task).setVariableLocal(FIRST_ASKED_AT, trail.now().toString());
        }
        remember(task);
        var detail = new LinkedHashMap<String, Object>();
        detail.put("review", review);
        detail.put("name", task.getName());
        detail.put("reviewer", holder(task));
        if (standIn != null) {
            task.getExecution().setVariableLocal(DEPUTY, standIn.deputy());
            task.getExecution().setVariableLocal(STANDS_IN_FOR, standIn.person());
            detail.put(STANDS_IN_FOR, standIn.person());
        }
        if (task.getDueDate() != null) {
            detail.put("due", task.getDueDate().toInstant().toString());
        }
        var handoff = task.getExecution().getProcessBusinessKey();
        trail.add(handoff, task.getTaskDefinitionKey(), EventKind.REVIEW_ASKED, detail);
    }

    /** Keeps who was asked: when the 48 hours are over, the task that knew it is gone. */
    void remember(DelegateTask task) {
        if (!diagrams.isEscalation(task)) {
            Surroundings.of(task).setVariableLocal(Variables.REVIEWER, holder(task));
        }
    }

    /** Records an answer as what the diagram calls it; an escalated one as what the review itself would be. */
    void answered(DelegateExecution task, Node node, String review) {
        var decision = Facts.find(task, Variables.DECISION).orElse("");
        var asked = diagrams.isEscalation(task) ? diagrams.escalatedReview(task).orElse(node) : node;
        var kind = asked.answered(decision);
        var detail = answer(task, review);
        if (!decision.isEmpty()) {
            detail.put(Variables.DECISION, decision);
        }
        copy(task, detail, Map.of(Variables.REASON, "reason"));
        if (asked.sendsBack(decision)) {
            revision(task, detail);
        }
        switch (kind) {
            case DECIDED -> detail.put(Event.SENT_BACK, asked.sendsBack(decision));
            case CLARIFICATION_ASKED -> question(task, detail);
            case CLARIFICATION_ANSWERED ->
                copy(
                        task,
                        detail,
                        Map.of(Variables.CLARIFICATION_FIELD, "field", Variables.CLARIFICATION_ANSWER, "answer"));
            default -> {}
        }
        trail.add(task, kind, detail);
    }

    /** Who answered a review after how long, in whose place. */
    public Map<String, Object> answer(DelegateExecution task, String review) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("review", review);
        detail.put("waitSeconds", waited(task));
        Facts.find(task, Variables.REVIEWER).ifPresent(reviewer -> detail.put("reviewer", reviewer));
        if (Facts.find(task, DEPUTY).filter(trail.person()::equals).isPresent()) {
            copy(task, detail, Map.of(STANDS_IN_FOR, STANDS_IN_FOR));
        }
        return detail;
    }

    /** Why work goes back, how bad it is, and how late: what revisions are counted by. */
    private static void revision(DelegateExecution task, Map<String, Object> detail) {
        copy(task, detail, Map.of(Variables.REVISION_REASON, "revisionReason", Variables.SEVERITY, "severity"));
        Facts.number(task, Variables.SHARE_DONE).ifPresent(share -> detail.put("position", share.intValue()));
    }

    private static void question(DelegateExecution task, Map<String, Object> detail) {
        copy(
                task,
                detail,
                Map.of(Variables.CLARIFICATION_FIELD, "field", Variables.CLARIFICATION_QUESTION, "question"));
    }

    void escalated(DelegateExecution escalation) {
        var detail = new LinkedHashMap<String, Object>();
        copy(escalation, detail, Map.of(Variables.REVIEW, "review", Variables.REVIEWER, "reviewer"));
        facts.raci(escalation).accountable().ifPresent(person -> detail.put("accountable", person));
        escalation.setVariable(
                FIRST_ASKED_AT, askedAt(escalation.getSuperExecution()).toString());
        detail.put("waitSeconds", waited(escalation));
        var node = Facts.text(escalation, Variables.REVIEW_NODE);
        trail.add(Facts.handoff(escalation), node, EventKind.ESCALATED, detail);
    }

    /** Seconds since the review was first asked, whoever decides it in the end. */
    private long waited(DelegateExecution scope) {
        return Duration.between(askedAt(scope), trail.now()).toSeconds();
    }

    /** When a review was first asked, whoever is asked by now. */
    public static Instant askedAt(DelegateExecution scope) {
        return Facts.find(scope, FIRST_ASKED_AT)
                .map(Instant::parse)
                .orElseThrow(() -> new OptimisticLockingException("Somebody ended a review while it was answered."));
    }

    private static void copy(DelegateExecution from, Map<String, Object> to, Map<String, String> names) {
        names.forEach((variable, key) -> Facts.find(from, variable).ifPresent(value -> to.put(key, value)));
    }

    private static String holder(DelegateTask task) {
        if (task.getAssignee() != null) {
            return task.getAssignee();
        }
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(JournalWriter.ENGINE);
    }
}
