package dev.baton.camunda;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;

/** Refuses files that would run code which is not Baton's: diagrams, decision tables and case models. */
final class SandboxParseListener implements DeploymentRule {

    private final VisibleBeans beans;

    SandboxParseListener(VisibleBeans beans) {
        this.beans = beans;
    }

    @Override
    public List<Violation> violations(Map<String, byte[]> files) {
        var found = new ArrayList<Violation>();
        files.forEach((name, content) -> {
            var kind = name.toLowerCase(Locale.ROOT);
            if (kind.endsWith("bpmn") || kind.endsWith("bpmn20.xml")) {
                found.addAll(diagram(name, content));
            } else if (kind.endsWith("dmn") || kind.endsWith("dmn11.xml")) {
                found.addAll(table(name, content));
            } else if (kind.endsWith("cmmn") || kind.endsWith("cmmn10.xml") || kind.endsWith("cmmn11.xml")) {
                found.add(Violation.of(name, null, "Baton runs no case models; draw a process (BPMN) instead."));
            }
        });
        return found;
    }

    private List<Violation> diagram(String name, byte[] content) {
        try {
            return new DiagramReading(name, beans).read(PlainXml.root(name, content));
        } catch (ProcessEngineException notXml) {
            return unread(name, notXml);
        }
    }

    private static List<Violation> table(String name, byte[] content) {
        try {
            return new TableReading(name).read(PlainXml.root(name, content));
        } catch (ProcessEngineException notXml) {
            return unread(name, notXml);
        }
    }

    /** What else is wrong with the XML the engine says a moment later, line by line; on a DOCTYPE it would just fail. */
    private static List<Violation> unread(String name, ProcessEngineException notXml) {
        return String.valueOf(notXml.getMessage()).contains("DOCTYPE")
                ? List.of(Violation.of(name, null, "It has a DOCTYPE, which is never read: remove that line."))
                : List.of();
    }
}
