package dev.baton.review;

import dev.baton.journal.JournalEvent;

/**
 * Nobody has the role that a task is for: operations are offered it.
 *
 * @param task name of the task
 * @param role key of the role
 */
public record RoleVacant(String task, String role) implements JournalEvent {}
