package dev.baton.figures;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** What is answered at each task of the diagrams: its form's fields, and the packages that change there. */
record Answers(Map<String, Object> fields, Map<String, ObjectNode> packages) {

    private static final Answers APPROVED = of(Map.of("decision", "approved"));

    private static final Map<String, Answers> BY_TASK = Map.ofEntries(
            entry("write_documents", new Answers(Map.of(), Map.of("strategyBrief", correction()))),
            entry(
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
                            Staff.ADMIN))),
            entry(
                    "work_quarter",
                    of(Map.of(
                            "progressAligned", "yes",
                            "progressOnTime", "yes",
                            "shareDone", 50,
                            "workLink", "https://work.example.org/drive"))),
            entry(
                    "finish_work",
                    of(Map.of(
                            "workLink", "https://work.example.org/drive", "expertApplies", "no", "legalNeeded", "no"))),
            entry(
                    "review_self",
                    of(Map.of(
                            "decision",
                            "approved",
                            "checkedObjective",
                            true,
                            "checkedMessage",
                            true,
                            "checkedCriteria",
                            true,
                            "checkedBoundaries",
                            true,
                            "checkedDetails",
                            true))),
            entry("prepare_launch", new Answers(Map.of(), Map.of("launchPackage", Brief.example("launch-package")))),
            entry("review_preLaunch", of(Map.of("decision", "approved", "preflightConfirmed", true))),
            entry("rate_asSender", rated(9)),
            entry("rate_asReceiver", rated(8)),
            entry("rate_brand", rated(7)),
            entry("hold_retrospective", new Answers(Map.of(), Map.of("retrospective", lookBack()))));

    /** Whatever is not named is a review, and is approved. */
    static Answers to(String task) {
        return task.equals("launch_campaign") ? launchToday() : BY_TASK.getOrDefault(task, APPROVED);
    }

    private static Answers launchToday() {
        return of(Map.of(
                "launchReport",
                "moved",
                "newLaunchDate",
                LocalDate.now(ZoneOffset.UTC).toString(),
                "reason",
                "Everything is ready."));
    }

    /** For a task that comes back from its own answer: the campaign launches on the day to which it was moved. */
    static Answers again() {
        return of(Map.of("launchReport", "live"));
    }

    private static Answers of(Map<String, Object> fields) {
        return new Answers(fields, Map.of());
    }

    private static Answers rated(int value) {
        var rating = JsonNodeFactory.instance.objectNode().put("value", value).put("why", "The tone is ours.");
        return new Answers(Map.of(), Map.of("rating", rating));
    }

    private static ObjectNode lookBack() {
        var catalog = Brief.catalog();
        return catalog.formView("retrospective", catalog.example("retrospective"));
    }

    private static ObjectNode correction() {
        var brief = JsonNodeFactory.instance.objectNode();
        brief.put("whyNow", "Most of the year's gifts come in December, and the match ends with the year.");
        brief.put("offer", "Every gift is matched until the last day of the year.");
        return brief;
    }
}
