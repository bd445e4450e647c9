package dev.baton.contract;

/** What everyone may expect of a handoff: one row of the handoff map. The owner is the one accountable role. */
public record OperatingStandard(
        String owner,
        String requiredInput,
        String expectedOutput,
        String acceptanceCriteria,
        String leadTime,
        String reviewPoint,
        String failureSignal,
        String risk,
        String place) {}
