package dev.baton.journal;

import java.util.Locale;

/**
 * What can happen to a handoff: one record per kind of event, in the package of the feature that writes it. Its name in
 * the journal is the record's in lower case, {@code ReviewAsked} is {@code review-asked}; its fields are the record's
 * components. A nullable component is left out where it is not known. The first sentence and the parameters of a
 * record's javadoc are what integrators read about it.
 *
 * <p>Rows that are written stay: add nullable components, and let the record's constructor turn an older form of a value
 * into today's.
 */
public interface JournalEvent {

    /** What the event changes in the summary of its handoff. */
    default SummaryChange summary() {
        return SummaryChange.NONE;
    }

    /** As words stand in the journal: RULE_NOT_MET, as older rows have it, is rule-not-met. */
    static String word(String text) {
        return text.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
