package dev.baton.handoff;

import dev.baton.journal.Journal;
import dev.baton.process.Similarity;
import dev.baton.shared.Entrance;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The business key is a handoff's public id: callers bring it; from Tasklist it is made from the campaign's name. */
@Component
class BusinessKeys {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,119}");

    private final Journal journal;

    BusinessKeys(Journal journal) {
        this.journal = journal;
    }

    String of(DelegateExecution instance, String campaign) {
        var given = instance.getProcessBusinessKey();
        if (given == null || given.isBlank()) {
            if (Entrance.current() != Entrance.TASKLIST) {
                throw new IllegalArgumentException(
                        "Give a business key: it is the handoff's public id, such as \"spring-launch-2027\".");
            }
            return free(Similarity.readable(campaign));
        }
        if (!ALLOWED.matcher(given).matches()) {
            throw new IllegalArgumentException(
                    "A business key has 1 to 120 letters, digits, dots, colons, hyphens or underscores,"
                            + " and starts with a letter or digit.");
        }
        return given;
    }

    private String free(String readable) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? readable : readable + "-" + number)
                .filter(key -> journal.find(key).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
