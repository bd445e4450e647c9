package dev.baton.contract;

import java.util.List;

/** A transition between roles, the packages that must move with it, and its minimum operating standard. */
public record Contract(
        String key,
        String name,
        List<String> from,
        List<String> to,
        List<String> packages,
        OperatingStandard standard) {}
