package dev.baton.handoff;

import dev.baton.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

/**
 * A question that work waited for is decided.
 *
 * @param review key of the review, as in `decision-question`
 * @param question words of who opened it
 * @param answer words of who decided it
 * @param reviewer user id, or group where nobody took it, of who was asked first
 * @param standsInFor user id of the person for whom a deputy decided
 * @param waitSeconds seconds from question to answer
 */
public record QuestionDecided(
        @Nullable String review,
        @Nullable String question,
        @Nullable String answer,
        @Nullable String reviewer,
        @Nullable String standsInFor,
        @Nullable Long waitSeconds)
        implements JournalEvent {}
