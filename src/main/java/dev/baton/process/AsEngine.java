package dev.baton.process;

import dev.baton.camunda.CurrentPerson;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.stereotype.Component;

/** Runs what Baton itself needs or has already allowed, whatever the engine would grant the person at the door. */
@Component
public class AsEngine {

    private static final ThreadLocal<Boolean> ACTS = ThreadLocal.withInitial(() -> false);

    private final IdentityService identity;
    private final CurrentPerson current;

    AsEngine(IdentityService identity, CurrentPerson current) {
        this.identity = identity;
        this.current = current;
    }

    /** A read that Baton needs for itself. */
    public <T> T call(Supplier<T> read) {
        var person = identity.getCurrentAuthentication();
        if (person == null) {
            return read.get();
        }
        identity.clearAuthentication();
        try {
            return read.get();
        } finally {
            identity.setAuthentication(person);
        }
    }

    /** A deed that Baton has allowed the person: done with every right, in the person's name. */
    public <T> T allowed(Supplier<T> deed) {
        var person = identity.getCurrentAuthentication();
        if (person == null) {
            return deed.get();
        }
        identity.setAuthentication(current.id().orElseThrow(), List.of(Groups.CAMUNDA_ADMIN));
        var acted = ACTS.get();
        ACTS.set(true);
        try {
            return deed.get();
        } finally {
            ACTS.set(acted);
            identity.setAuthentication(person);
        }
    }

    /** Whether Baton itself does at the moment what it has allowed a person. */
    public static boolean acts() {
        return ACTS.get();
    }
}
