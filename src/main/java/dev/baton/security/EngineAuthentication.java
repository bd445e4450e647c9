package dev.baton.security;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;

/** The person in whose name the engine acts on this thread; without one it asks for no rights. */
final class EngineAuthentication {

    private final IdentityService identity;

    EngineAuthentication(IdentityService identity) {
        this.identity = identity;
    }

    void set(EngineUser person) {
        identity.setAuthentication(person.id(), person.groups(), person.tenants());
    }

    void clear() {
        identity.clearAuthentication();
    }

    /** Asks the engine something with the rights of the person, before the request itself has a person. */
    <T> T callAs(EngineUser person, Supplier<T> question) {
        try {
            set(person);
            return question.get();
        } finally {
            clear();
        }
    }
}
