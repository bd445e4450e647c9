package dev.baton.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shipped transfer with a second review before the quality check: copied, and given another key, role and form. */
public final class ThreeShapes {

    private ThreeShapes() {}

    public static String copiedInto(String process) {
        var diagram = read().replaceFirst("(?s)<bpmn:laneSet.*?</bpmn:laneSet>", "")
                .replaceAll("(?s)<bpmndi:BPMNShape id=\"[^\"]*\" bpmnElement=\"lane_.*?</bpmndi:BPMNShape>", "")
                .replace("processRef=\"transfer\"", "processRef=\"%s\"".formatted(process))
                .replaceFirst("<bpmn:process id=\"transfer\"", "<bpmn:process id=\"%s\"".formatted(process));
        var task = copy(diagram, "userTask", "review_quality")
                .replaceFirst("name=\"[^\"]*\"", "name=\"Look a second time\"")
                .replace("quality-check\"", "draft\"")
                .replaceFirst("formRef=\"draft\"", "formRef=\"review-brief\"")
                .replace("\"quality-owner\"", "\"manager\"");
        var copies = task
                + copy(diagram, "boundaryEvent", "timer_reviewQuality48h")
                + copy(diagram, "callActivity", "escalate_reviewQuality")
                + flow("review_second", "review_quality")
                + flow("timer_reviewSecond48h", "escalate_reviewSecond")
                + flow("escalate_reviewSecond", "review_quality");
        return diagram.replaceFirst(
                        "(<bpmn:sequenceFlow id=\"flow_contextComplete\"[^>]*targetRef=)\"review_quality\"",
                        "$1\"review_second\"")
                .replace("</bpmndi:BPMNPlane>", drawn() + "</bpmndi:BPMNPlane>")
                .replace(
                        "<bpmn:subProcess id=\"subprocess_cancellation\"",
                        copies + "<bpmn:subProcess id=\"subprocess_cancellation\"");
    }

    private static String drawn() {
        var shapes = Stream.of("review_second", "timer_reviewSecond48h", "escalate_reviewSecond")
                .map(
                        "<bpmndi:BPMNShape id=\"%1$s_di\" bpmnElement=\"%1$s\"><dc:Bounds x=\"0\" y=\"0\" width=\"100\" height=\"80\" /></bpmndi:BPMNShape>"
                                ::formatted);
        var lines = Stream.of(
                        "review_second_review_quality",
                        "timer_reviewSecond48h_escalate_reviewSecond",
                        "escalate_reviewSecond_review_quality")
                .map(
                        "<bpmndi:BPMNEdge id=\"%1$s_di\" bpmnElement=\"flow_%1$s\"><di:waypoint x=\"0\" y=\"0\" /><di:waypoint x=\"9\" y=\"9\" /></bpmndi:BPMNEdge>"
                                ::formatted);
        return Stream.concat(shapes, lines).collect(Collectors.joining());
    }

    private static String copy(String diagram, String type, String id) {
        var found = Pattern.compile("<bpmn:%1$s id=\"%2$s\".*?</bpmn:%1$s>".formatted(type, id), Pattern.DOTALL)
                .matcher(diagram);
        if (!found.find()) {
            throw new AssertionError("The transfer has no " + id);
        }
        return found.group()
                .replaceAll("<bpmn:(incoming|outgoing)>[^<]*</bpmn:(incoming|outgoing)>", "")
                .replace("review_quality", "review_second")
                .replace("reviewQuality", "reviewSecond");
    }

    private static String flow(String from, String to) {
        return "<bpmn:sequenceFlow id=\"flow_%1$s_%2$s\" sourceRef=\"%1$s\" targetRef=\"%2$s\" />".formatted(from, to);
    }

    private static String read() {
        try {
            return Files.readString(Path.of("processes/transfers/transfer.bpmn"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
