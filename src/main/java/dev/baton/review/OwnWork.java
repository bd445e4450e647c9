package dev.baton.review;

import dev.baton.journal.Event;
import dev.baton.journal.Journal;
import dev.baton.packages.ContextStore;
import dev.baton.people.Role;
import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.KnownPeople;
import dev.baton.process.Node;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Nobody reviews their own work unseen: whoever wrote what a review judges, which its property `reviewed` names, is passed
 * over while somebody else has its role. Where nobody else has, the author decides, and the record says so.
 */
@Component
public class OwnWork {

    /** What a review is about, whoever looks at it. */
    private record Review(String handoff, Node node, Function<String, Optional<String>> facts) {}

    private final Journal journal;
    private final ContextStore context;
    private final KnownPeople people;
    private final Diagrams diagrams;
    private final RuntimeService runtime;
    private final AsEngine asEngine;

    OwnWork(
            Journal journal,
            ContextStore context,
            KnownPeople people,
            Diagrams diagrams,
            RuntimeService runtime,
            AsEngine asEngine) {
        this.journal = journal;
        this.context = context;
        this.people = people;
        this.diagrams = diagrams;
        this.runtime = runtime;
        this.asEngine = asEngine;
    }

    /** Whether somebody else has to decide instead of this person. */
    public boolean passesOver(String person, Task task) {
        var instance = asEngine.call(() -> runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult());
        return passesOver(
                person,
                new Review(
                        handoff(instance),
                        diagrams.node(task),
                        fact -> asEngine.call(
                                () -> Optional.ofNullable(runtime.getVariable(task.getExecutionId(), fact))
                                        .map(Object::toString))));
    }

    private static String handoff(ProcessInstance instance) {
        return Objects.requireNonNullElse(instance.getBusinessKey(), "");
    }

    boolean passesOver(String person, DelegateTask task) {
        return passesOver(person, of(task.getExecution(), diagrams.node(task)));
    }

    boolean passesOver(String person, DelegateExecution task, Node node) {
        return passesOver(person, of(task, node));
    }

    /** Whether the person wrote what is reviewed. */
    boolean isOf(String person, DelegateExecution task, Node node) {
        return authors(of(task, node)).contains(person);
    }

    private static Review of(DelegateExecution task, Node node) {
        return new Review(Facts.handoff(task), node, fact -> Facts.find(task, fact));
    }

    private boolean passesOver(String person, Review review) {
        var authors = authors(review);
        return authors.contains(person) && othersCanDecide(review, authors);
    }

    /** One partner is never asked in the place of another. */
    private boolean othersCanDecide(Review review, Set<String> authors) {
        return review.node()
                .group(review.facts())
                .map(Role::of)
                .filter(role -> role != Role.PARTNER)
                .filter(role -> people.hasOther(role, authors))
                .isPresent();
    }

    private Set<String> authors(Review review) {
        var reviewed = review.node().reviewed(review.facts());
        if (reviewed.isEmpty()) {
            return Set.of();
        }
        var authors = new HashSet<>(context.authors(review.handoff(), reviewed));
        if (reviewed.contains(Node.WORK)) {
            journal.events(review.handoff(), Set.of(WorkDone.class)).stream()
                    .map(Event::who)
                    .filter(Objects::nonNull)
                    .forEach(authors::add);
        }
        return authors;
    }
}
