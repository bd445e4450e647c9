package dev.baton.absence;

import dev.baton.calendar.BusinessCalendar;
import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.form.FormsInForce;
import dev.baton.handoff.Rights;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.JournalWriter;
import dev.baton.process.Variables;
import dev.baton.shared.Refusal;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** `${nameDeputy}`: names the deputy of whoever is away, by the same rules as `POST /api/people/{id}/deputies`. */
@Component
@VisibleInDiagrams
class NameDeputy implements JavaDelegate {

    private static final int MOST_TOLD = 30;

    private final Absences absences;
    private final FormsInForce forms;
    private final Diagrams diagrams;
    private final Rights rights;
    private final JournalWriter journal;
    private final BusinessCalendar calendar;

    NameDeputy(
            Absences absences,
            FormsInForce forms,
            Diagrams diagrams,
            Rights rights,
            JournalWriter journal,
            BusinessCalendar calendar) {
        this.absences = absences;
        this.forms = forms;
        this.diagrams = diagrams;
        this.rights = rights;
        this.journal = journal;
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution notice) {
        demandAsked(notice);
        var person = Facts.find(notice, Variables.ABSENTEE)
                .map(String::strip)
                .orElseGet(() -> rights.person().id());
        var absence = absences.add(
                person,
                new NewDeputy(
                        Facts.find(notice, Absences.DEPUTY).orElse(null),
                        Facts.find(notice, Absences.FIRST_DAY).orElse(null),
                        Facts.find(notice, Absences.LAST_DAY).orElse(null)));
        notice.setVariable(Variables.ABSENTEE, person);
        notice.setVariable(Variables.MOVED_TASKS, inWords(absence));
        notice.setVariable(
                Variables.BACK_AT,
                Date.from(calendar.endOf(absence.deputy().to()).plusSeconds(1)));
    }

    private void demandAsked(DelegateExecution notice) {
        if (notice.getProcessBusinessKey() != null) {
            throw Refusal.of("businessKey", "An absence belongs to no handoff: leave the business key out.");
        }
        var errors = forms.checkStart(
                diagrams.startForm(notice.getProcessDefinitionId()), notice, List.of(), Set.of(), journal.today());
        if (!errors.isEmpty()) {
            throw Refusal.of(errors);
        }
    }

    private String inWords(Absence absence) {
        if (absence.deputy().from().isAfter(journal.today())) {
            return "Your open tasks go there on the first day.";
        }
        return absence.moved().isEmpty()
                ? "No task was open; new ones go there."
                : absence.moved().stream()
                        .limit(MOST_TOLD)
                        .map(moved -> "- %s: with %s".formatted(moved.name(), moved.to()))
                        .collect(Collectors.joining("\n", "What was open has changed hands:\n\n", ""));
    }
}
