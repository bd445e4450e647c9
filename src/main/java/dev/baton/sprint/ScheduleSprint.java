package dev.baton.sprint;

import dev.baton.calendar.BusinessCalendar;
import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.process.Facts;
import dev.baton.process.JournalWriter;
import dev.baton.process.Variables;
import dev.baton.shared.Refusal;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * `${scheduleSprint}`: sets the days of a sprint from its start and length. A start that nobody named or that has passed
 * is today; a sprint that would end after the launch is refused.
 */
@Component
@VisibleInDiagrams
class ScheduleSprint implements JavaDelegate {

    private final BusinessCalendar calendar;
    private final JournalWriter journal;

    ScheduleSprint(BusinessCalendar calendar, JournalWriter journal) {
        this.calendar = calendar;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var days = new SprintDays(start(execution), length(execution), calendar);
        Facts.day(execution, Variables.LAUNCH_DATE).ifPresent(days::demandBefore);
        execution.setVariable(Variables.SPRINT_START, days.start().toString());
        execution.setVariable(Variables.SPRINT_LENGTH, days.length());
        execution.setVariable(Variables.SPRINT_CHECK_ON, days.check().toString());
        execution.setVariable(Variables.SPRINT_REVIEW_ON, days.review().toString());
    }

    private LocalDate start(DelegateExecution execution) {
        var today = journal.today();
        return Facts.day(execution, Variables.SPRINT_START)
                .filter(day -> day.isAfter(today))
                .orElse(today);
    }

    private static long length(DelegateExecution execution) {
        var length = Facts.number(execution, Variables.SPRINT_LENGTH)
                .orElseThrow(() -> Facts.missing(Variables.SPRINT_LENGTH));
        if (length.doubleValue() != length.longValue()) {
            throw Refusal.of(
                    Variables.SPRINT_LENGTH,
                    "A sprint has whole days, not %s: give a number such as 13.".formatted(length));
        }
        return length.longValue();
    }
}
