package dev.baton.absence;

import org.jspecify.annotations.Nullable;

/** Who shall act for somebody, from the first to the last day, as somebody wrote it. */
public record NewDeputy(
        @Nullable String deputy,
        @Nullable String firstDay,
        @Nullable String lastDay) {}
