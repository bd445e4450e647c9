package dev.baton.camunda;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Who acts at the moment: the person at the door, or nobody when a timer or the start acts. */
@Component
public class CurrentPerson {

    private final IdentityService identity;

    CurrentPerson(IdentityService identity) {
        this.identity = identity;
    }

    public Optional<String> id() {
        return Optional.ofNullable(identity.getCurrentAuthentication()).map(person -> person.getUserId());
    }

    /** In whose name the engine acts: the person at the door, or whoever started the batch that runs. */
    public Optional<String> behind() {
        return id().or(RunningBatch::starter);
    }

    /** The ids of the groups the person belongs to. */
    public List<String> groups() {
        var person = identity.getCurrentAuthentication();
        return person == null || person.getGroupIds() == null ? List.of() : List.copyOf(person.getGroupIds());
    }
}
