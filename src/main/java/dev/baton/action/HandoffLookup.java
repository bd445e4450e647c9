package dev.baton.action;

import dev.baton.handoff.Rights;
import dev.baton.journal.Filter;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.journal.Sort;
import dev.baton.process.Similarity;
import dev.baton.process.Variables;
import dev.baton.shared.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the handoff that a person means who writes its id, or its campaign's name; a miss names those that are like it. */
@Component
class HandoffLookup {

    private static final int MOST = 200;
    private static final int MOST_NAMED = 3;

    private final Journal journal;
    private final Rights rights;

    HandoffLookup(Journal journal, Rights rights) {
        this.journal = journal;
        this.rights = rights;
    }

    /** @throws Refusal with those that could be meant: of running handoffs that the person may see, no others */
    Handoff handoff(String written) {
        var text = written.strip();
        return rights.visible(text).orElseGet(() -> running(text));
    }

    private Handoff running(String campaign) {
        var named = running(campaign, null).stream()
                .filter(handoff -> handoff.campaign().equalsIgnoreCase(campaign))
                .toList();
        return switch (named.size()) {
            case 0 -> throw unknown(campaign);
            case 1 -> named.get(0);
            default ->
                throw refused("Several running handoffs are called \"%s\": write the id of yours, %s."
                        .formatted(
                                campaign,
                                named.stream()
                                        .map(Handoff::id)
                                        .limit(MOST_NAMED)
                                        .collect(Collectors.joining(" or "))));
        };
    }

    private Refusal unknown(String text) {
        var me = rights.person().id();
        var mine = running(null, me);
        var all = Stream.concat(mine.stream(), running(null, null).stream());
        var alike = inWords(all.filter(handoff -> Similarity.of(text, handoff.id(), handoff.campaign())));
        if (!alike.isEmpty()) {
            return refused("There is no running handoff \"%s\". Did you mean %s? Write its id.".formatted(text, alike));
        }
        var yours = inWords(mine.stream());
        return refused(
                yours.isEmpty()
                        ? "There is no running handoff \"%s\" that you may see: ask one of its people for its id."
                                .formatted(text)
                        : "There is no running handoff \"%s\". Yours are %s: write the id of one."
                                .formatted(text, yours));
    }

    private List<Handoff> running(@Nullable String campaign, @Nullable String person) {
        var filter =
                new Filter(null, null, campaign, person, true, rights.reach().orElse(null));
        return journal.find(filter, 0, MOST, Sort.LATEST).items();
    }

    private static String inWords(Stream<Handoff> handoffs) {
        return handoffs.distinct()
                .limit(MOST_NAMED)
                .map(handoff -> "%s (%s)".formatted(handoff.id(), handoff.campaign()))
                .collect(Collectors.joining(", "));
    }

    private static Refusal refused(String sentence) {
        return Refusal.of(Variables.HANDOFF, sentence);
    }
}
