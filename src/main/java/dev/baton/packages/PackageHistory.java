package dev.baton.packages;

import dev.baton.process.JournalWriter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts each new version of a package into the journal, with the fields that it changed. */
@Component
public class PackageHistory {

    private final ContextStore context;
    private final JournalWriter journal;

    PackageHistory(ContextStore context, JournalWriter journal) {
        this.context = context;
        this.journal = journal;
    }

    public void add(PackageVersion version, String node) {
        journal.add(
                version.handoff(),
                node,
                new PackageChanged(version.name(), version.version(), fields(version), version.via()));
    }

    private List<String> fields(PackageVersion version) {
        if (version.version() == 1) {
            var all = new ArrayList<String>();
            version.document().fieldNames().forEachRemaining(all::add);
            return all;
        }
        return context.diff(version.handoff(), version.name(), version.version() - 1, version.version()).stream()
                .map(FieldChange::field)
                .toList();
    }
}
