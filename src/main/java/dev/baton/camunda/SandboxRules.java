package dev.baton.camunda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Refuses files that would run code which is not Baton's, on the server or in a browser. */
final class SandboxRules implements DeploymentRule {

    private final VisibleBeans beans;

    SandboxRules(VisibleBeans beans) {
        this.beans = beans;
    }

    @Override
    public List<Violation> violations(Map<String, byte[]> files) {
        var found = new ArrayList<Violation>();
        files.forEach((name, content) -> {
            switch (new UploadedFile(name, content).kind()) {
                case DIAGRAM -> found.addAll(new DiagramReading(name, beans).read(PlainXml.root(name, content)));
                case TABLE -> found.addAll(new TableReading(name).read(PlainXml.root(name, content)));
                default -> {}
            }
        });
        return found;
    }
}
