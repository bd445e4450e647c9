package dev.baton.process;

import dev.baton.people.InvalidRaci;
import dev.baton.people.InvalidTeam;
import dev.baton.shared.FieldError;
import dev.baton.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, so that a person hears it in one answer. */
public final class Errors {

    private final List<FieldError> found = new ArrayList<>();

    /** One answer per field is enough: the first. */
    public void add(String field, String message) {
        if (found.stream().noneMatch(error -> error.field().equals(field))) {
            found.add(new FieldError(field, message));
        }
    }

    public void addAll(List<FieldError> errors) {
        errors.forEach(error -> add(error.field(), error.message()));
    }

    public void gather(Runnable rules) {
        try {
            rules.run();
        } catch (Refusal refused) {
            addAll(refused.fields());
        }
    }

    public <T> @Nullable T read(String field, Supplier<@Nullable T> value) {
        try {
            return value.get();
        } catch (InvalidTeam wrong) {
            add(wrong.field(), String.valueOf(wrong.getMessage()));
            return null;
        } catch (InvalidRaci wrong) {
            add(wrong.field(), String.valueOf(wrong.getMessage()));
            return null;
        } catch (Refusal refused) {
            addAll(refused.fields());
            return null;
        } catch (IllegalArgumentException wrong) {
            add(field, String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw Refusal.of(found);
        }
    }
}
