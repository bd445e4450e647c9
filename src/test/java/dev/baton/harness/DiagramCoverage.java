package dev.baton.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Which elements of a diagram no test has executed. */
public final class DiagramCoverage {

    private final Set<String> footprints;

    DiagramCoverage(Set<String> footprints) {
        this.footprints = footprints;
    }

    /** What all test JVMs of this build have left behind. */
    public static DiagramCoverage ofThisBuild() {
        return new DiagramCoverage(files(Footprints.directory(), ".txt").stream()
                .flatMap(file -> lines(file).stream())
                .collect(Collectors.toSet()));
    }

    /** Every diagram that ships. */
    public static List<Path> diagrams() {
        return files(Path.of("processes"), ".bpmn");
    }

    /** The ids of the nodes never entered and the flows never taken, with their labels. */
    public List<String> missing(Path diagram) {
        return missing(Bpmn.readModelFromFile(diagram.toFile()));
    }

    List<String> missing(BpmnModelInstance diagram) {
        return Stream.<FlowElement>concat(
                        diagram.getModelElementsByType(FlowNode.class).stream(),
                        diagram.getModelElementsByType(SequenceFlow.class).stream())
                .filter(element -> !footprints.contains(process(element) + " " + element.getId()))
                .map(element -> element.getName() == null
                        ? element.getId()
                        : "%s \"%s\"".formatted(element.getId(), element.getName()))
                .sorted()
                .toList();
    }

    private static String process(ModelElementInstance element) {
        return element.getParentElement() instanceof Process process
                ? process.getId()
                : process(element.getParentElement());
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
