package dev.baton.figures;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What is answered at each task of the diagrams: its form's fields, and the packages that change there. */
record Answers(Map<String, Object> fields, Map<String, ObjectNode> packages) {

    private static final Answers APPROVED = of(Map.of("decision", "approved"));

    private static final Map<String, Answers> BY_TASK = Map.of(
            "write_documents",
            new Answers(Map.of(), Map.of("strategyBrief", correction())),
            "receive_handoff",
            of(Map.of(
                    "decision",
                    "accepted",
                    "approvalsGiven",
                    true,
                    "fileNamesConform",
                    true,
                    "dateWorks",
                    true,
                    "nextStep",
                    "Plan the first quarter",
                    "nextStepOwner",
                    "ben")),
            "work_quarter",
            of(Map.of(
                    "progressAligned", "yes",
                    "progressOnTime", "yes",
                    "shareDone", 50,
                    "workLink", "https://work.example.org/drive")),
            "finish_work",
            of(Map.of("workLink", "https://work.example.org/drive", "selfReviewed", true)),
            "prepare_launch",
            new Answers(Map.of(), Map.of("launchPackage", Brief.example("launch-package"))),
            "review_preLaunch",
            of(Map.of("decision", "approved", "preflightConfirmed", true)));

    /** Whatever is not named is a review, and is approved. */
    static Answers to(String task) {
        return BY_TASK.getOrDefault(task, APPROVED);
    }

    private static Answers of(Map<String, Object> fields) {
        return new Answers(fields, Map.of());
    }

    private static ObjectNode correction() {
        var correction = Brief.example("year-end-drive");
        var brief = correction.objectNode();
        brief.put("whyNow", "Most of the year's gifts come in December, and the match ends with the year.");
        brief.put("offer", "Every gift is matched until the last day of the year.");
        return brief;
    }
}
