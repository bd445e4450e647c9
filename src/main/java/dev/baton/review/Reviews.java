package dev.baton.review;

import dev.baton.camunda.EnclosingScope;
import dev.baton.journal.EventType;
import dev.baton.people.StandIn;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.HandoffFactsReader;
import dev.baton.process.JournalWriter;
import dev.baton.process.Node;
import dev.baton.process.TaskAssignments;
import dev.baton.process.Variables;
import dev.baton.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    private final JournalWriter journal;
    private final Diagrams diagrams;
    private final HandoffFactsReader facts;
    private final TaskAssignments assignments;
    private final OwnWork ownWork;

    Reviews(
            JournalWriter journal,
            Diagrams diagrams,
            HandoffFactsReader facts,
            TaskAssignments assignments,
            OwnWork ownWork) {
        this.journal = journal;
        this.diagrams = diagrams;
        this.facts = facts;
        this.assignments = assignments;
        this.ownWork = ownWork;
    }

    void asked(DelegateTask task, String review, @Nullable String passedOver) {
        task.setPriority(diagrams.isEscalation(task) ? ESCALATED_PRIORITY : REVIEW_PRIORITY);
        if (!diagrams.isEscalation(task)) {
            EnclosingScope.of(task)
                    .setVariableLocal(FIRST_ASKED_AT, journal.now().toString());
        }
        remember(task);
        journal.add(
                task.getExecution().getProcessBusinessKey(),
                task.getTaskDefinitionKey(),
                new ReviewAsked(
                        review,
                        task.getName(),
                        holder(task),
                        assignments.standIn(task).map(StandIn::person).orElse(null),
                        passedOver,
                        task.getDueDate() == null ? null : task.getDueDate().toInstant()));
    }

    /** Keeps who was asked: when the 48 hours are over, the task that knew it is gone. */
    void remember(DelegateTask task) {
        if (!diagrams.isEscalation(task)) {
            EnclosingScope.of(task).setVariableLocal(Variables.REVIEWER, holder(task));
        }
        assignments
                .standIn(task)
                .ifPresentOrElse(
                        standIn -> {
                            task.getExecution().setVariableLocal(DEPUTY, standIn.deputy());
                            task.getExecution().setVariableLocal(STANDS_IN_FOR, standIn.person());
                        },
                        () -> task.getExecution().removeVariablesLocal(List.of(DEPUTY, STANDS_IN_FOR)));
    }

    /** Whoever has the task was judged when they got it; a colleague who answers in their place is judged here. */
    void demandNotOwnWork(DelegateExecution task, Node node) {
        var person = journal.person();
        if (ownWork.passesOver(person, task, node)
                && Facts.find(task, Variables.REVIEWER).filter(person::equals).isEmpty()) {
            throw new Refusal(EligibleHolders.ownWork(person));
        }
    }

    void worked(DelegateExecution task, Node node) {
        journal.add(task, new WorkDone(node.label()));
    }

    /** Records an answer as what the diagram calls it; an escalated one as what the review itself would be. */
    void answered(DelegateExecution task, Node node, String review) {
        var decision = Facts.find(task, Variables.DECISION).orElse("");
        var asked = diagrams.isEscalation(task) ? diagrams.escalatedReview(task).orElse(node) : node;
        var answer = answer(task, review);
        var sentBack = asked.sendsBack(decision);
        var kind = asked.answered(decision).orElseGet(() -> EventType.of(EventType.name(Decided.class)));
        var what = kind.from(fact -> switch (fact) {
            case "review" -> Optional.of(review);
            case "waitSeconds" -> Optional.ofNullable(answer.waitSeconds());
            case "reviewer" -> Optional.ofNullable(answer.reviewer());
            case STANDS_IN_FOR -> Optional.ofNullable(answer.standsInFor());
            case "ownWork" -> ownWork.isOf(journal.person(), task, node) ? Optional.of(true) : Optional.empty();
            case "sentBack" -> Optional.of(sentBack);
            case "revisionReason", "severity" -> sentBack ? Facts.find(task, fact) : Optional.empty();
            case "position" ->
                sentBack ? Facts.number(task, Variables.SHARE_DONE).map(Number::intValue) : Optional.empty();
            case "field" -> Facts.find(task, Variables.CLARIFICATION_FIELD);
            case "question" -> question(task);
            case "answer" -> Facts.find(task, Variables.CLARIFICATION_ANSWER);
            default -> Facts.find(task, fact);
        });
        journal.add(task, what);
    }

    /** What was asked; an escalation finds it where the silent review was asked. */
    private Optional<String> question(DelegateExecution task) {
        return Facts.find(
                diagrams.isEscalation(task) ? task.getProcessInstance().getSuperExecution() : task,
                Variables.CLARIFICATION_QUESTION);
    }

    /** Who answered a review after how long, in whose place. */
    public record Answer(
            @Nullable String review,
            @Nullable Long waitSeconds,
            @Nullable String reviewer,
            @Nullable String standsInFor) {

        /** Nobody was asked, or nobody answered. */
        public static final Answer NONE = new Answer(null, null, null, null);
    }

    public Answer answer(DelegateExecution task, String review) {
        return new Answer(
                review,
                waited(task),
                Facts.find(task, Variables.REVIEWER).orElse(null),
                Facts.find(task, DEPUTY)
                        .filter(journal.person()::equals)
                        .flatMap(deputy -> Facts.find(task, STANDS_IN_FOR))
                        .orElse(null));
    }

    void escalated(DelegateExecution escalation) {
        escalation.setVariable(
                FIRST_ASKED_AT, askedAt(escalation.getSuperExecution()).toString());
        journal.add(
                Facts.handoff(escalation),
                Facts.text(escalation, Variables.REVIEW_NODE),
                new Escalated(
                        Facts.find(escalation, Variables.REVIEW).orElse(null),
                        Facts.find(escalation, Variables.REVIEWER).orElse(null),
                        facts.raci(escalation).accountable().orElse(null),
                        waited(escalation)));
    }

    /** Seconds since the review was first asked, whoever decides it in the end. */
    private long waited(DelegateExecution scope) {
        return Duration.between(askedAt(scope), journal.now()).toSeconds();
    }

    /** When a review was first asked, whoever is asked by now. */
    private static Instant askedAt(DelegateExecution scope) {
        return Facts.find(scope, FIRST_ASKED_AT)
                .map(Instant::parse)
                .orElseThrow(() -> new OptimisticLockingException("Somebody ended a review while it was answered."));
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
