package dev.baton.handoff;

import dev.baton.camunda.CurrentPerson;
import dev.baton.journal.Journal;
import dev.baton.process.KnownPeople;
import dev.baton.process.Similarity;
import dev.baton.shared.Entrance;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The business key is a handoff's public id: callers bring it; from Tasklist it is made from the campaign's name. */
@Component
class BusinessKeys {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,119}");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Journal journal;
    private final CurrentPerson person;

    BusinessKeys(Journal journal, CurrentPerson person) {
        this.journal = journal;
        this.person = person;
    }

    /** Somebody from outside chooses none: one that is taken would say what others work on. */
    String of(DelegateExecution instance, String campaign) {
        var given = instance.getProcessBusinessKey();
        if (person.id().isPresent() && !KnownPeople.workInside(person.groups())) {
            if (given != null && !given.isBlank()) {
                throw new IllegalArgumentException("Leave the business key out: yours is made from the campaign.");
            }
            return random(campaign);
        }
        if (given == null || given.isBlank()) {
            if (Entrance.current() != Entrance.TASKLIST) {
                throw new IllegalArgumentException(
                        "Give a business key: it is the handoff's public id, such as \"spring-launch-2027\".");
            }
            return free(campaign);
        }
        if (!ALLOWED.matcher(given).matches()) {
            throw new IllegalArgumentException(
                    "A business key has 1 to 120 letters, digits, dots, colons, hyphens or underscores,"
                            + " and starts with a letter or digit.");
        }
        return given;
    }

    /** A key that tells of no other. */
    static String random(String campaign) {
        return Similarity.readable(campaign) + "-" + Long.toString(RANDOM.nextLong(Long.MAX_VALUE), 36);
    }

    /** A key that nobody has, as people would read the campaign's name. */
    String free(String campaign) {
        var readable = Similarity.readable(campaign);
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? readable : readable + "-" + number)
                .filter(key -> journal.find(key).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
