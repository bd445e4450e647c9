package dev.baton.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Shipped files, and how somebody edits their text. */
final class Edits {

    static final String TRANSFER = "processes/transfers/transfer.bpmn";
    static final String APPROVAL = "processes/transfers/approval.bpmn";
    static final String ESCALATION = "processes/transfers/escalation.bpmn";
    static final String BRIEFING = "processes/transfers/briefing.bpmn";
    static final String PARTNER_WORK = "processes/transfers/partner-work.bpmn";
    static final String HYBRID = "processes/models/hybrid-handoff.bpmn";
    static final String LAUNCH = "processes/systems/launch.bpmn";
    static final String DOCUMENTATION = "processes/models/documentation-first-handoff.bpmn";
    static final String RETROSPECTIVE = "processes/systems/retrospective.bpmn";
    static final String BLOG_POST = "examples/models/blog-post-handoff.bpmn";
    static final String BLOG_POST_START = "examples/models/start-blog-post-handoff.form";
    static final String CONTRACTS = "processes/decisions/contracts.dmn";
    static final String REQUIREMENTS = "processes/decisions/requirements.dmn";
    static final String WORDS = "processes/decisions/words.dmn";
    static final String POLICY = "processes/decisions/review-policy.dmn";
    static final String QUALITY_CHECK = "processes/forms/quality-check.form";
    static final String WRITE_DOCUMENTS = "processes/forms/write-documents.form";
    static final String COMPLETE_PACKAGE = "processes/forms/complete-package.form";

    private Edits() {}

    @SafeVarargs
    static UnaryOperator<String> all(UnaryOperator<String>... edits) {
        return text -> {
            var edited = text;
            for (var edit : edits) {
                edited = edit.apply(edited);
            }
            return edited;
        };
    }

    static UnaryOperator<String> literal(String before, String after) {
        return text -> text.contains(before)
                ? text.substring(0, text.indexOf(before))
                        + after
                        + text.substring(text.indexOf(before) + before.length())
                : text;
    }

    static UnaryOperator<String> pattern(String before, String after) {
        return text -> text.replaceAll(before, after);
    }

    static UnaryOperator<String> insert(String before, String what) {
        return literal(before, what + before);
    }

    /** An edit of one element alone. */
    static UnaryOperator<String> within(String element, String before, String after) {
        return text -> {
            var start = Math.max(text.indexOf("id=\"" + element + "\""), text.indexOf("\"id\": \"" + element + "\""));
            return text.substring(0, start) + literal(before, after).apply(text.substring(start));
        };
    }

    static UnaryOperator<String> flow(String flow, String attribute, String value) {
        return pattern("(<bpmn:sequenceFlow id=\"%s\"[^>]*%s=\")[^\"]*".formatted(flow, attribute), "$1" + value);
    }

    static UnaryOperator<String> condition(String flow, String condition) {
        return pattern(
                "(?s)(<bpmn:sequenceFlow id=\"%s\".*?<bpmn:conditionExpression[^>]*>)[^<]*".formatted(flow),
                "$1" + condition.replace("&", "&amp;").replace("$", "\\$"));
    }

    /** Takes a flow with a condition out. */
    static UnaryOperator<String> without(String flow) {
        return pattern("(?s)<bpmn:sequenceFlow id=\"%s\".*?</bpmn:sequenceFlow>".formatted(flow), "");
    }

    /** Takes an element out, and its shape. */
    static UnaryOperator<String> element(String type, String id) {
        return all(
                pattern("(?s)<bpmn:%1$s id=\"%2$s\".*?</bpmn:%1$s>".formatted(type, id), ""),
                pattern("<bpmn:flowNodeRef>%s</bpmn:flowNodeRef>".formatted(id), ""),
                pattern(
                        "(?s)<bpmndi:BPMNShape id=\"[^\"]*\" bpmnElement=\"%s\".*?</bpmndi:BPMNShape>".formatted(id),
                        ""));
    }

    static UnaryOperator<String> undrawn(String flow) {
        return all(
                pattern("<bpmn:(incoming|outgoing)>%s</bpmn:(incoming|outgoing)>".formatted(flow), ""),
                pattern(
                        "(?s)<bpmndi:BPMNEdge id=\"[^\"]*\" bpmnElement=\"%s\".*?</bpmndi:BPMNEdge>".formatted(flow),
                        ""));
    }

    static UnaryOperator<String> unconditional(String flow) {
        return pattern(
                "(?s)(<bpmn:sequenceFlow id=\"%s\"[^>]*>)\\s*<bpmn:conditionExpression.*?</bpmn:conditionExpression>"
                        .formatted(flow),
                "$1");
    }

    static UnaryOperator<String> validate(String field, String rule) {
        return within(field, "\"required\": true", "\"required\": true, " + rule);
    }

    static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
