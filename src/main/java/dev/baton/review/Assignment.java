package dev.baton.review;

import dev.baton.camunda.Candidates;
import dev.baton.people.Role;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.HandoffFactsReader;
import dev.baton.process.KnownPeople;
import dev.baton.process.TaskAssignments;
import dev.baton.process.Variables;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * Gives a task to the person that the team names for the task's role, else to whoever did the work that comes back, or to
 * that person's deputy; else the role's group keeps it, and operations what would belong to nobody. An escalated review, and what
 * the diagram says, goes to the accountable person.
 */
@Component
class Assignment {

    private final Diagrams diagrams;
    private final HandoffFactsReader facts;
    private final TaskAssignments assignments;
    private final KnownPeople people;
    private final EarlierWork earlier;
    private final OwnWork ownWork;
    private final Vacancies vacancies;

    Assignment(
            Diagrams diagrams,
            HandoffFactsReader facts,
            TaskAssignments assignments,
            KnownPeople people,
            EarlierWork earlier,
            OwnWork ownWork,
            Vacancies vacancies) {
        this.diagrams = diagrams;
        this.facts = facts;
        this.assignments = assignments;
        this.people = people;
        this.earlier = earlier;
        this.ownWork = ownWork;
        this.vacancies = vacancies;
    }

    /** Gives the task to somebody; the answer is who is passed over because they would judge their own work. */
    Optional<String> assign(DelegateTask task) {
        var holder = named(task).filter(person -> people.hasRole(assignments.holder(person)));
        var passedOver = holder.map(assignments::holder).filter(person -> ownWork.passesOver(person, task));
        if (passedOver.isEmpty()) {
            holder.ifPresent(person -> assignments.give(task, person));
        }
        if (task.getAssignee() != null && !people.include(task.getAssignee())) {
            task.setAssignee(null);
        }
        if (task.getAssignee() == null && task.getCandidates().isEmpty()) {
            task.addCandidateGroup(Role.OPERATIONS.key());
        }
        if (task.getAssignee() == null) {
            vacancies.offer(task);
        }
        return passedOver;
    }

    /** Whose task it is, if it is a person's. */
    private Optional<String> named(DelegateTask task) {
        if (diagrams.isEscalation(task) || diagrams.node(task).isForAccountable()) {
            return toAccountable(task);
        }
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Role::of)
                .flatMap(role -> ofRole(task, role));
    }

    private Optional<String> ofRole(DelegateTask task, Role role) {
        if (role == Role.PARTNER) {
            // A partner sees nothing but their own: the task must not show to every partner.
            Candidates.remove(task, role.key());
        }
        return facts.team(task.getExecution())
                .person(role)
                .filter(person -> people.isCandidate(person, role))
                .or(() -> earlier.person(task, role));
    }

    private Optional<String> toAccountable(DelegateTask task) {
        var reviewer = Facts.find(task.getExecution(), Variables.REVIEWER).orElse("");
        var accountable = facts.raci(task.getExecution())
                .accountable()
                .filter(person -> !assignments.holder(person).equals(reviewer))
                .filter(person -> people.hasRole(assignments.holder(person)));
        if (accountable.isEmpty()
                && task.getCandidates().stream()
                        .noneMatch(link -> Role.OPERATIONS.key().equals(link.getGroupId()))) {
            task.addCandidateGroup(Role.OPERATIONS.key());
        }
        return accountable;
    }
}
