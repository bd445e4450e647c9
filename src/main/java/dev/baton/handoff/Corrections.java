package dev.baton.handoff;

import dev.baton.camunda.DeployedForms;
import dev.baton.contract.UnknownContract;
import dev.baton.packages.DeployedContracts;
import dev.baton.people.Role;
import dev.baton.people.UnknownRole;
import dev.baton.process.Variables;
import dev.baton.shared.Refusal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Operations may correct what a running handoff goes by, but only to something that its next step can go by. */
@Component
class Corrections {

    private final Map<String, Consumer<String>> readers;

    Corrections(DeployedContracts contracts, DeployedForms forms) {
        readers = Map.of(
                Variables.SENDER_ROLE,
                Role::of,
                Variables.RECEIVER_ROLE,
                Role::of,
                Variables.CONTRACT,
                text -> contracts.catalog().contract(text),
                Variables.REVIEW_FORM,
                text -> known(forms, text));
    }

    private static void known(DeployedForms forms, String key) {
        if (forms.latest(key).isEmpty()) {
            throw new IllegalArgumentException("There is no form \"%s\".".formatted(key));
        }
    }

    void check(String term, @Nullable String text) {
        var reader = readers.get(term);
        if (reader == null) {
            throw Refusal.of(
                    term,
                    "\"%s\" is not corrected by hand: what can be is %s."
                            .formatted(term, String.join(", ", new TreeSet<>(readers.keySet()))));
        }
        try {
            reader.accept(Objects.requireNonNullElse(text, ""));
        } catch (UnknownRole | UnknownContract | IllegalArgumentException wrong) {
            throw Refusal.of(term, String.valueOf(wrong.getMessage()));
        }
    }
}
