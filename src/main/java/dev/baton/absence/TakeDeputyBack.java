package dev.baton.absence;

import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.process.Facts;
import dev.baton.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** `${takeDeputyBack}`: ends an absence early, unless somebody has done so already. */
@Component
@VisibleInDiagrams
class TakeDeputyBack implements JavaDelegate {

    private final Absences absences;

    TakeDeputyBack(Absences absences) {
        this.absences = absences;
    }

    @Override
    public void execute(DelegateExecution notice) {
        var person = Facts.text(notice, Variables.ABSENTEE);
        var deputy = Facts.text(notice, Absences.DEPUTY);
        var firstDay = Facts.day(Absences.FIRST_DAY, Facts.text(notice, Absences.FIRST_DAY));
        absences.of(person).stream()
                .filter(one -> one.from().equals(firstDay) && one.deputy().equals(deputy))
                .forEach(one -> absences.end(person, one.from()));
    }
}
