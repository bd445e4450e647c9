package dev.baton.absence;

import dev.baton.journal.JournalEvent;

/**
 * An open task changes hands because of who is there, not by somebody's hand.
 *
 * @param task name of the task
 * @param from user id, or group where nobody had taken it
 * @param to user id, or group where somebody has to take it
 * @param why `away`: a deputy acts from today; `back`: the person is there again; `own-work`: the deputy
 *     wrote what is reviewed; `left`: the account is deleted; `no-role`: the role was taken away
 */
public record TaskMoved(String task, String from, String to, String why) implements JournalEvent {}
