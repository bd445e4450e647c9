package dev.baton.spokendecision;

import dev.baton.contract.Requirement;
import dev.baton.handoff.Participants;
import dev.baton.journal.Handoff;
import dev.baton.packages.DeployedContracts;
import dev.baton.process.Errors;
import dev.baton.process.Facts;
import dev.baton.process.JournalWriter;
import dev.baton.process.KnownPeople;
import dev.baton.process.Variables;
import java.time.LocalDate;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Reads what somebody writes down of a conversation; all that is wrong with it is refused at once. */
@Component
class SpokenDecisionReader {

    private static final int LONGEST = 2000;

    private final Participants participants;
    private final KnownPeople people;
    private final DeployedContracts contracts;
    private final JournalWriter journal;

    SpokenDecisionReader(
            Participants participants, KnownPeople people, DeployedContracts contracts, JournalWriter journal) {
        this.participants = participants;
        this.people = people;
        this.contracts = contracts;
        this.journal = journal;
    }

    SpokenDecision read(DelegateExecution action, Handoff handoff) {
        var errors = new Errors();
        var enteredBy = Facts.text(action, Variables.ENTERED_BY);
        var wording = errors.read(Variables.WORDING, () -> wording(action));
        var with = errors.read(Variables.SPOKEN_WITH, () -> otherSide(action, handoff, enteredBy));
        var on = errors.read(Variables.SPOKEN_ON, () -> day(action));
        var about = errors.read(
                Variables.ABOUT,
                () -> Facts.find(action, Variables.ABOUT).map(this::field).orElse(null));
        errors.refuseIfAny();
        return SpokenDecision.entered(
                action.getProcessInstanceId(),
                Objects.requireNonNull(wording),
                enteredBy,
                journal.now(),
                Objects.requireNonNull(with),
                Objects.requireNonNull(on),
                about);
    }

    private static String wording(DelegateExecution action) {
        var wording = Facts.text(action, Variables.WORDING).strip();
        if (wording.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "What was decided is longer than 2,000 characters: say it in a few sentences.");
        }
        return wording;
    }

    private String otherSide(DelegateExecution action, Handoff handoff, String enteredBy) {
        var with = Facts.text(action, Variables.SPOKEN_WITH).strip();
        if (with.equals(enteredBy)) {
            throw new IllegalArgumentException("You cannot confirm your own word: name the other person, such as %s."
                    .formatted(participants.some(handoff, enteredBy)));
        }
        if (!people.include(with)) {
            throw new IllegalArgumentException(KnownPeople.unknown(with));
        }
        if (!participants.include(handoff, with)) {
            throw new IllegalArgumentException("%s takes no part in this handoff: name somebody who does, such as %s."
                    .formatted(with, participants.some(handoff, enteredBy)));
        }
        return with;
    }

    private LocalDate day(DelegateExecution action) {
        var day = Facts.day(action, Variables.SPOKEN_ON).orElseThrow(() -> Facts.missing(Variables.SPOKEN_ON));
        if (day.isAfter(journal.today())) {
            throw new IllegalArgumentException("%s has not come yet: give the day on which you spoke.".formatted(day));
        }
        if (day.isBefore(journal.today().minusYears(1))) {
            throw new IllegalArgumentException(
                    "%s is more than a year ago: check the year, or speak about it again.".formatted(day));
        }
        return day;
    }

    /** The package, or the field as in strategyBrief.keyMessage, that somebody names by its key or its label. */
    private String field(String written) {
        var text = written.strip();
        var catalog = contracts.catalog();
        if (catalog.packageNames().contains(text)) {
            return text;
        }
        var fields = catalog.packageNames().stream()
                .flatMap(name -> catalog.requirements(name).stream())
                .filter(row -> !row.wholeDocument())
                .filter(row -> key(row).equals(text) || row.label().equalsIgnoreCase(text))
                .map(SpokenDecisionReader::key)
                .distinct()
                .toList();
        return switch (fields.size()) {
            case 1 -> fields.get(0);
            case 0 ->
                throw new IllegalArgumentException(
                        "\"%s\" is no part of a brief: leave it out, or write a field as in strategyBrief.keyMessage, or one of %s."
                                .formatted(text, String.join(", ", catalog.packageNames())));
            default ->
                throw new IllegalArgumentException("\"%s\" is there more than once: write which one you mean, %s."
                        .formatted(text, String.join(" or ", fields)));
        };
    }

    private static String key(Requirement row) {
        return row.packageName() + "." + row.field();
    }
}
