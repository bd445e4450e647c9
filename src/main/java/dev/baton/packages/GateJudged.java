package dev.baton.packages;

import dev.baton.journal.JournalEvent;
import dev.baton.journal.SummaryChange;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A context gate judged the packages.
 *
 * @param contract key of the contract they were held to
 * @param complete whether nothing is missing
 * @param completenessPercent share of what the contract asks that is there, 0 to 100
 * @param rules version of the tables that judged
 * @param versions package to the version that was judged
 * @param gaps what is missing: `packageName`, `field`, and `problem`: `missing`, `placeholder`, `rule-not-met` or `wrong-type`
 */
public record GateJudged(
        String contract,
        boolean complete,
        int completenessPercent,
        String rules,
        Map<String, Integer> versions,
        List<Gap> gaps)
        implements JournalEvent {

    public GateJudged {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
        gaps = List.copyOf(gaps);
    }

    @Override
    public SummaryChange summary() {
        return SummaryChange.judged(completenessPercent);
    }

    /** One required answer that is not there; {@code problem} says why in a word. */
    public record Gap(String packageName, String field, String problem) {

        public Gap {
            problem = JournalEvent.word(problem);
        }
    }
}
