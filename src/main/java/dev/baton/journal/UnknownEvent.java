package dev.baton.journal;

import java.util.Map;

/** A stored event that no record of this version takes: another version wrote it. It is told as it lies. */
public record UnknownEvent(String kind, Map<String, Object> detail) implements JournalEvent {}
