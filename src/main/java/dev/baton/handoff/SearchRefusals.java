package dev.baton.handoff;

import dev.baton.journal.InvalidSearch;
import dev.baton.journal.UnreadableHandoff;
import dev.baton.shared.Refusal;
import dev.baton.shared.RefusalTranslator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A list of handoffs was asked for by what no list knows, or one handoff that cannot be read. */
@Component
class SearchRefusals implements RefusalTranslator {

    @Override
    public Optional<Refusal> refusal(Throwable thrown) {
        if (thrown instanceof UnreadableHandoff unreadable) {
            return Optional.of(new Refusal(Refusal.Kind.CONFLICT, String.valueOf(unreadable.getMessage()), List.of()));
        }
        return thrown instanceof InvalidSearch search
                ? Optional.of(Refusal.of(search.field(), String.valueOf(search.getMessage())))
                : Optional.empty();
    }
}
