package dev.baton.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a check depends on besides the packages. The campaign type selects a checklist where the package itself names
 * none; today is the day in the business time zone; the launch date is the handoff's, where one is set.
 */
public record Situation(
        Complexity complexity,
        ExecutionParty party,
        @Nullable String campaignType,
        LocalDate today,
        @Nullable LocalDate launchDate) {

    /** A situation in which no launch date is set. */
    public Situation(Complexity complexity, ExecutionParty party, @Nullable String campaignType, LocalDate today) {
        this(complexity, party, campaignType, today, null);
    }

    /** What holds where nobody has said anything. */
    public static Situation usual(LocalDate today) {
        return new Situation(Complexity.MEDIUM, ExecutionParty.INTERNAL, null, today);
    }
}
