package dev.baton.handoff;

import dev.baton.journal.DuplicateHandoff;
import dev.baton.shared.Refusal;
import dev.baton.shared.Retryable;

/** The key that a handoff was to get from its campaign's name went to another at this moment: the next one will do. */
class KeyTakenMeanwhile extends Refusal implements Retryable {

    KeyTakenMeanwhile(DuplicateHandoff duplicate) {
        super("Other handoffs with this campaign's name start right now (%s was the last): start yours again."
                .formatted(duplicate.id()));
    }
}
