package dev.baton.intervention;

import dev.baton.camunda.CurrentPerson;
import dev.baton.journal.Event;
import dev.baton.journal.EventVisibility;
import dev.baton.process.KnownPeople;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Partners and stakeholders learn nothing of how operations run the engine. */
@Component
class InterventionsAreInternal implements EventVisibility {

    private final ObjectProvider<CurrentPerson> current;

    /** The engine asks for the journal before it knows people. */
    InterventionsAreInternal(ObjectProvider<CurrentPerson> current) {
        this.current = current;
    }

    @Override
    public List<Event> visible(List<Event> events) {
        return isOutside()
                ? events.stream()
                        .filter(event -> !event.is(Intervened.class) && !event.is(Jumped.class))
                        .toList()
                : events;
    }

    private boolean isOutside() {
        var person = current.getObject();
        return person.id().isPresent() && !KnownPeople.workInside(person.groups());
    }
}
