package dev.baton.launch;

import dev.baton.handoff.Launched;
import dev.baton.journal.EventType;
import dev.baton.journal.Journal;
import dev.baton.process.Facts;
import dev.baton.process.JournalWriter;
import dev.baton.process.Node;
import dev.baton.process.NodeListener;
import dev.baton.process.Variables;
import dev.baton.shared.Refusal;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * No diagram says that a campaign has launched before its launch date, or on a day that is still to come. The day it
 * really went live is today where nobody says another one; the retrospective counts from it.
 */
@Component
@Order(NodeListener.CHECK)
class LaunchDay implements NodeListener {

    private static final String LAUNCHED = EventType.name(Launched.class);

    private final Journal journal;
    private final JournalWriter writer;

    LaunchDay(Journal journal, JournalWriter writer) {
        this.journal = journal;
        this.writer = writer;
    }

    @Override
    public void entered(DelegateExecution execution, Node node) {
        if (node.event(execution).filter(LAUNCHED::equals).isPresent()) {
            execution.setVariable(Variables.LAUNCHED_ON, launchedOn(execution).toString());
        }
    }

    private LocalDate launchedOn(DelegateExecution execution) {
        var today = writer.today();
        var said = Facts.day(execution, Variables.LAUNCHED_ON);
        var handoff = journal.find(Facts.handoff(execution)).orElseThrow();
        var agreed = handoff.launchDate();
        if (agreed != null && agreed.isAfter(today)) {
            throw Refusal.of(
                    Facts.find(execution, Variables.LAUNCH_REPORT).isPresent()
                            ? Variables.LAUNCH_REPORT
                            : Variables.LAUNCH_DATE,
                    ("The launch date is %s, and today is %s: say that it is live on that day, or set the new launch"
                                    + " date first.")
                            .formatted(agreed, today));
        }
        said.ifPresent(day -> demandPast(day, today));
        said.filter(day -> agreed != null && day.isBefore(agreed)).ifPresent(day -> {
            throw Refusal.of(
                    Variables.LAUNCHED_ON,
                    "The launch date is %s, so it was not live on %s already: give that day or a later one."
                            .formatted(agreed, day));
        });
        return said.orElse(today);
    }

    private static void demandPast(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw Refusal.of(
                    Variables.LAUNCHED_ON,
                    "%s is still to come: give the day it went live, or leave it empty for today.".formatted(day));
        }
    }
}
