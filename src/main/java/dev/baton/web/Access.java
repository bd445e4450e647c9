package dev.baton.web;

import dev.baton.handoff.OpenTask;
import dev.baton.handoff.OpenTasks;
import dev.baton.handoff.Person;
import dev.baton.handoff.Rights;
import dev.baton.journal.Handoff;
import dev.baton.journal.PersonScope;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the person at the door may do through the API, as {@link Rights} has it, in the API's answers. People with a role
 * inside the company change packages and start what the engine lets them start. Stakeholders change nothing. Everyone
 * else, partners above all, changes a package only while holding a task of the handoff's own work.
 */
@Component
class Access {

    private final Rights rights;
    private final OpenTasks tasks;

    Access(Rights rights, OpenTasks tasks) {
        this.rights = rights;
        this.tasks = tasks;
    }

    Person person() {
        return rights.person();
    }

    /** The limits of a list; none for those who see everything. */
    Optional<PersonScope> reach() {
        return rights.reach();
    }

    /** The handoff, where the person may see it; to the others it does not exist. */
    Handoff visible(String id) {
        return rights.visible(id)
                .orElseThrow(() -> new Refused(
                        ProblemKind.UNKNOWN,
                        "No handoff that you may see has the id \"%s\": GET /api/handoffs lists yours.".formatted(id)));
    }

    /** Beyond this the engine asks its own grants: which roles start which model. */
    void toStart() {
        allow(person().worksInside(), "Only people with a role inside the company start handoffs.");
    }

    void toChangePackages(Handoff handoff) {
        var person = person();
        allow(
                person.worksInside() || (!person.isStakeholder() && worksOn(handoff, person)),
                "You may read this package, and change it only while you hold a task of the handoff.");
    }

    /** To be asked what was said is not to work on the handoff. */
    private boolean worksOn(Handoff handoff, Person person) {
        return tasks.of(handoff.id()).stream().filter(OpenTask::work).anyMatch(person::holds);
    }

    private static void allow(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new Refused(ProblemKind.FORBIDDEN, otherwise);
        }
    }
}
