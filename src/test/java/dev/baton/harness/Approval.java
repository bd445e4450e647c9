package dev.baton.harness;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** An approval that runs alone, of work that creative made, and that the right people carry from stage to stage. */
public final class Approval {

    private final Scenario handoff;

    public Approval(Scenario handoff) {
        this.handoff = handoff;
    }

    /** The five stages: who decides, in which task, under which policy, and where the work is revised. */
    public enum Stage {
        SELF_REVIEW("creative", "review_self", "self-review", "revise_afterSelfReview"),
        MANAGER("manager", "review_strategicFit", "manager", "revise_afterStrategicFit"),
        EXPERT("subject-matter-expert", "review_accuracy", "subject-matter-expert", "revise_afterAccuracy"),
        LEGAL("legal", "review_legal", "legal", "revise_afterLegal"),
        FINAL("final-approver", "review_finalApproval", "final-approval", "revise_afterFinalApproval");

        public final String role;
        public final String task;
        public final String policy;
        public final String revision;

        Stage(String role, String task, String policy, String revision) {
            this.role = role;
            this.task = task;
            this.policy = policy;
            this.revision = revision;
        }

        public boolean holds() {
            return this == LEGAL || this == FINAL;
        }
    }

    /** What a start must say; nobody but the accountable person is named. */
    public static Map<String, Object> facts() {
        var facts = new HashMap<String, Object>();
        facts.put("campaign", "Autumn menu");
        facts.put("approvalSubject", "The poster, version 2");
        facts.put("workLink", "https://work.example.org/poster-v2");
        facts.put("approvalCriteria", "Families come in on a weekday; the price is readable from two metres.");
        facts.put("creatorRole", "creative");
        facts.put("expertApplies", "yes");
        facts.put("legalNeeded", "yes");
        facts.put("raci", Map.of("accountable", "ruth"));
        return facts;
    }

    public Approval start(Map<String, ?> further) {
        var facts = facts();
        facts.putAll(further);
        handoff.start("strategist", ProcessKeys.APPROVAL, facts);
        return this;
    }

    /** Everybody before this stage says yes. */
    public Approval to(Stage stage) {
        return to(stage, Map.of());
    }

    public Approval to(Stage stage, Map<String, ?> further) {
        start(further);
        Stream.of(Stage.values()).takeWhile(before -> before != stage).forEach(this::approve);
        return this;
    }

    public Approval approve(Stage stage) {
        handoff.complete(stage.role, stage.task, yes(stage));
        return this;
    }

    public static Map<String, Object> yes(Stage stage) {
        return stage == Stage.SELF_REVIEW ? selfReview() : Map.of("decision", "approved");
    }

    public Approval sendBack(Stage stage) {
        handoff.complete(stage.role, stage.task, changes());
        return this;
    }

    public Approval revise(Stage stage) {
        handoff.complete("creative", stage.revision, revision());
        return this;
    }

    public static Map<String, Object> selfReview() {
        return Map.of(
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
                true);
    }

    public static Map<String, Object> changes() {
        return Map.of(
                "decision",
                "changes",
                "revisionReason",
                "wrong-tone",
                "severity",
                "major",
                "reason",
                "It shouts at people who only want dinner.");
    }

    public static Map<String, Object> revision() {
        return Map.of(
                "changesMade",
                "A calmer headline.",
                "workLink",
                "https://work.example.org/poster-v3",
                "openIssues",
                "");
    }
}
