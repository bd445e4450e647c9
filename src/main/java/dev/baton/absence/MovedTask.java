package dev.baton.absence;

/**
 * An open task that has changed hands.
 *
 * @param handoff its id
 * @param name of the task
 * @param from user id
 * @param to user id, or group where somebody has to take it
 */
public record MovedTask(String handoff, String task, String name, String from, String to) {}
