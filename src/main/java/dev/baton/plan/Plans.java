package dev.baton.plan;

import dev.baton.calendar.BusinessCalendar;
import dev.baton.contract.Complexity;
import dev.baton.process.DeployedTables;
import dev.baton.shared.Refusal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Plans by the table in force and the days on which the team works. */
@Service
class Plans {

    private final Supplier<StageTable> table;
    private final BusinessCalendar calendar;

    Plans(DeployedTables tables, BusinessCalendar calendar) {
        this.table = tables.read("stage-durations", StageTable::of);
        this.calendar = calendar;
    }

    /**
     * From when to when somebody is away, both days included.
     *
     * @param role key of the role that this person has in the plan
     */
    record Absence(String role, LocalDate from, LocalDate to) {}

    /**
     * The plan for a launch.
     *
     * @param done stages whose work is done, with the day on which it was
     * @param late stages whose work should be done by now: the others are planned as if it were done on the first day
     * @throws Refusal for a model without stages, and where somebody is away for too long to plan at all
     */
    Plan plan(
            String model,
            Complexity complexity,
            @Nullable String campaignType,
            LocalDate from,
            LocalDate launch,
            List<Absence> absences,
            Map<String, LocalDate> done,
            Set<String> late) {
        var assumed = new HashMap<>(done);
        late.forEach(stage -> assumed.put(stage, from));
        try {
            return BackwardPlan.from(
                            from,
                            table.get().stages(model, complexity, campaignType),
                            calendar::isWorkingDay,
                            away(absences),
                            assumed)
                    .to(launch)
                    .open(late);
        } catch (NobodyWorks away) {
            throw Refusal.of("absences", "%s Give the role to somebody else.".formatted(away.getMessage()));
        }
    }

    boolean knows(String model) {
        return table.get().has(model);
    }

    private static Map<String, WorkingDays> away(List<Absence> absences) {
        return absences.stream()
                .collect(Collectors.groupingBy(
                        Absence::role, Collectors.collectingAndThen(Collectors.toList(), Plans::anyOf)));
    }

    private static WorkingDays anyOf(List<Absence> absences) {
        return day -> absences.stream().anyMatch(one -> !day.isBefore(one.from()) && !day.isAfter(one.to()));
    }
}
