package dev.baton.camunda;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;

/** A deployment breaks rules: every violation at once, as the parse problems that Modeler's deploy dialog shows. */
public final class RefusedDeployment extends ParseException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    private RefusedDeployment(List<Violation> violations, List<ResourceReport> reports) {
        super(
                "Not deployed, because:"
                        + violations.stream()
                                .map(violation -> "\n* " + violation)
                                .collect(Collectors.joining()),
                reports.get(0).getResourceName(),
                reports.get(0).getErrors(),
                List.of());
        this.violations = List.copyOf(violations);
        getResorceReports().addAll(reports.subList(1, reports.size()));
    }

    static RefusedDeployment because(List<Violation> violations) {
        Map<String, List<Violation>> byFile =
                violations.stream().collect(Collectors.groupingBy(Violation::file, TreeMap::new, Collectors.toList()));
        return new RefusedDeployment(
                violations,
                byFile.entrySet().stream()
                        .<ResourceReport>map(file -> new ResourceReportImpl(
                                file.getKey(),
                                file.getValue().stream().map(Violation::problem).toList(),
                                List.of()))
                        .toList());
    }

    public List<Violation> violations() {
        return violations;
    }
}
