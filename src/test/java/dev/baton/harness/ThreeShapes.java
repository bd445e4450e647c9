package dev.baton.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The shipped transfer with a second review before the quality check: copied, and given another key, role and form. */
public final class ThreeShapes {

    private ThreeShapes() {}

    public static String copiedInto(String process) {
        var diagram = read().replaceFirst("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")
                .replaceFirst("(?s)<bpmn:laneSet.*?</bpmn:laneSet>", "")
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
                .replace(
                        "<bpmn:subProcess id=\"subprocess_cancellation\"",
                        copies + "<bpmn:subProcess id=\"subprocess_cancellation\"");
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
