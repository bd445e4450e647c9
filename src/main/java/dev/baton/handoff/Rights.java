package dev.baton.handoff;

import dev.baton.camunda.CurrentPerson;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.journal.PersonScope;
import dev.baton.process.NotAllowed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * What the person at the door may see of handoffs and do with them, whichever door it is. People with a role inside the
 * company and stakeholders see every handoff, everyone else, partners above all, those that concern them. Only the people
 * of a handoff, its accountable person, managers, operations and administrators stop it. Only those who take part in a
 * handoff enter what they have decided with another.
 */
@Component
public class Rights {

    private final CurrentPerson current;
    private final Journal journal;
    private final OpenTasks tasks;
    private final Participants participants;
    private final AuthorizationService authorizations;

    Rights(
            CurrentPerson current,
            Journal journal,
            OpenTasks tasks,
            Participants participants,
            AuthorizationService authorizations) {
        this.current = current;
        this.journal = journal;
        this.tasks = tasks;
        this.participants = participants;
        this.authorizations = authorizations;
    }

    public Person person() {
        return atTheDoor()
                .orElseThrow(() -> new IllegalStateException("Nobody is signed in: the door lets no such request in"));
    }

    /** Who asks; nobody where Baton itself acts. */
    Optional<Person> atTheDoor() {
        return current.id().map(id -> new Person(id, Set.copyOf(current.groups())));
    }

    /** The limits of a list; none for those who see everything. */
    public Optional<PersonScope> reach() {
        var person = person();
        if (seesEverything(person)) {
            return Optional.empty();
        }
        return Optional.of(new PersonScope(person.id(), tasks.handoffs(person)));
    }

    /** The handoff, where the person may see it; to the others it does not exist. */
    public Optional<Handoff> visible(String id) {
        return journal.find(id).filter(this::mayBeSeen);
    }

    private boolean mayBeSeen(Handoff handoff) {
        var person = person();
        return seesEverything(person) || person.isPartOf(handoff) || holdsTaskOf(person, handoff);
    }

    private static boolean seesEverything(Person person) {
        return person.worksInside() || person.isStakeholder();
    }

    private boolean holdsTaskOf(Person person, Handoff handoff) {
        return tasks.of(handoff.id()).stream().anyMatch(person::holds);
    }

    /** Whether the person's grants let them start a process. */
    boolean toStart(String process) {
        var person = person();
        return authorizations.isUserAuthorized(
                person.id(),
                List.copyOf(person.groups()),
                ProcessDefinitionPermissions.CREATE_INSTANCE,
                Resources.PROCESS_DEFINITION,
                process);
    }

    void toStop(Handoff handoff) {
        allow(
                isOneOf(handoff),
                "Only people of this handoff's team, its accountable person, whoever started it, managers and operations"
                        + " may cancel it.");
    }

    public void toChangeFacts(Handoff handoff) {
        allow(
                isOneOf(handoff),
                "Only people of this handoff's team, its accountable person, whoever started it, managers and operations"
                        + " may change what was agreed.");
    }

    public void toMoveDeadlines(Handoff handoff) {
        var person = person();
        allow(
                person.worksInside() && (person.isInCharge() || isAccountable(person, handoff)),
                "Only the accountable person, managers and operations may move a deadline%s."
                        .formatted(participants
                                .accountable(handoff)
                                .map(": ask %s"::formatted)
                                .orElse("")));
    }

    private boolean isOneOf(Handoff handoff) {
        var person = person();
        return person.worksInside()
                && (person.isInCharge() || person.isPartOf(handoff) || isAccountable(person, handoff));
    }

    private boolean isAccountable(Person person, Handoff handoff) {
        return participants.accountable(handoff).filter(person.id()::equals).isPresent();
    }

    public void toAsk(Handoff handoff) {
        allow(
                participants.include(handoff, person()),
                "Only those who take part in this handoff ask something of it: ask %s to do it."
                        .formatted(participants.some(handoff, person().id())));
    }

    public void toEnterDecisions(Handoff handoff) {
        allow(
                participants.include(handoff, person()),
                "Only those who take part in this handoff enter what they have decided: ask %s to do it."
                        .formatted(participants.some(handoff, person().id())));
    }

    private static void allow(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new NotAllowed(otherwise);
        }
    }
}
