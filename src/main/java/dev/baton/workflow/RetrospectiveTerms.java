package dev.baton.workflow;

import dev.baton.engine.Refusal;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.people.InvalidTeam;
import dev.baton.people.Role;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * What a retrospective takes for granted: strategist and execution owner are the two sides, the launch was today, and the
 * people are those of the handoff that it looks back on. It should be held within seven days after the launch.
 */
@Component
class RetrospectiveTerms implements Terms {

    private static final int DAYS = 7;

    private final Journal journal;
    private final Trail trail;

    RetrospectiveTerms(Journal journal, Trail trail) {
        this.journal = journal;
        this.trail = trail;
    }

    @Override
    public String process() {
        return ProcessKeys.RETROSPECTIVE;
    }

    @Override
    public void complete(DelegateExecution instance) {
        role(instance, Variables.SENDER_ROLE, Role.STRATEGIST);
        role(instance, Variables.RECEIVER_ROLE, Role.EXECUTION_OWNER);
        Facts.find(instance, Variables.HANDOFF).ifPresent(handoff -> team(instance, handoff(handoff)));
        instance.setVariable(
                Variables.HOLD_BY, launchedOn(instance).plusDays(DAYS).toString());
    }

    private static void role(DelegateExecution instance, String name, Role usual) {
        instance.setVariable(name, Facts.role(instance, name, usual.key()));
    }

    private Handoff handoff(String id) {
        return journal.find(id)
                .orElseThrow(() -> Refusal.of(
                        Variables.HANDOFF,
                        "There is no handoff \"%s\": give the id of the handoff that you look back on, or leave it out."
                                .formatted(id)));
    }

    /** Who is named here goes before who was named there. */
    private static void team(DelegateExecution instance, Handoff handoff) {
        try {
            var team = new LinkedHashMap<>(handoff.team());
            team.putAll(Facts.team(instance).byKey());
            instance.setVariable(Variables.TEAM, Json.variable(Json.MAPPER.valueToTree(team)));
        } catch (InvalidTeam wrong) {
            throw Refusal.of(wrong.field(), String.valueOf(wrong.getMessage()));
        }
    }

    private LocalDate launchedOn(DelegateExecution instance) {
        var day = Facts.day(instance, Variables.LAUNCHED_ON).orElseGet(trail::today);
        if (day.isAfter(trail.today())) {
            throw Refusal.of(
                    Variables.LAUNCHED_ON,
                    "A retrospective looks back: %s is still to come, start it after the launch.".formatted(day));
        }
        return day;
    }
}
