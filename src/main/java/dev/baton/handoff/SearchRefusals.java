package dev.baton.handoff;

import dev.baton.journal.InvalidSearch;
import dev.baton.shared.Refusal;
import dev.baton.shared.RefusalTranslator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A list of handoffs was asked for by something that no list is filtered or sorted by. */
@Component
class SearchRefusals implements RefusalTranslator {

    @Override
    public Optional<Refusal> refusal(Throwable thrown) {
        return thrown instanceof InvalidSearch search
                ? Optional.of(Refusal.of(search.field(), String.valueOf(search.getMessage())))
                : Optional.empty();
    }
}
