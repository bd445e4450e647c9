package dev.baton.handoff;

import dev.baton.journal.Handoff;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What the plan of a handoff says about its days; without a plan, nothing. */
public interface StagePlan {

    /** By when the tasks of each stage are asked for, by its key. */
    Map<String, LocalDate> days(String handoff);

    /**
     * Plans again what was planned, with other facts.
     *
     * @param handoff as it is now
     * @param node where the journal says that it happened
     * @return the first day on which everything can be done, where that is after the launch
     */
    Optional<LocalDate> follow(Handoff handoff, String node);
}
