package dev.baton.workflow;

import dev.baton.harness.Scenario;
import java.util.HashMap;
import java.util.Map;

/** A documentation-first handoff that the right people carry forward, stage by stage. */
final class Walk {

    static final String MODEL = "documentation-first-handoff";

    private final Scenario handoff;
    private final DeployedContracts contracts;

    Walk(Scenario handoff, DeployedContracts contracts) {
        this.handoff = handoff;
        this.contracts = contracts;
    }

    Walk toBriefReview() {
        handoff.start("strategist", MODEL, Brief.start());
        handoff.complete("strategist", "write_documents");
        return this;
    }

    Walk toQualityCheck() {
        toBriefReview();
        approve("manager", "review_brief");
        return this;
    }

    Walk toReceiver() {
        toQualityCheck();
        approve("quality-owner", "review_quality");
        return this;
    }

    Walk toKickoff() {
        toReceiver();
        handoff.complete("execution-owner", "receive_handoff", acceptance());
        return this;
    }

    Walk toWork() {
        toKickoff();
        approve("execution-owner", "review_kickoff");
        return this;
    }

    Walk toConcept() {
        toWork();
        return throughProgress(25);
    }

    Walk toHalf() {
        toConcept();
        approve("strategist", "review_concept");
        return this;
    }

    Walk toDraft() {
        toHalf();
        throughProgress(50);
        return throughProgress(75);
    }

    Walk toFinish() {
        toDraft();
        approve("manager", "review_draft");
        return this;
    }

    Walk toApproval() {
        toFinish();
        finish();
        return this;
    }

    Walk toFinalApproval() {
        toApproval();
        handoff.complete("execution-owner", "review_self", Approval.selfReview());
        approve("manager", "review_strategicFit");
        return this;
    }

    Walk toLaunchPreparation() {
        toFinalApproval();
        approve("final-approver", "review_finalApproval");
        return this;
    }

    Walk toPreLaunch() {
        toLaunchPreparation();
        prepareLaunch();
        return this;
    }

    void launch() {
        handoff.complete(
                "final-approver", "review_preLaunch", Map.of("decision", "approved", "preflightConfirmed", true));
    }

    void prepareLaunch() {
        handoff.complete("production", "prepare_launch", Map.of("launchPackage", launchPackage()));
    }

    void finish() {
        handoff.complete(
                "execution-owner",
                "finish_work",
                Map.of("workLink", "https://work.example.org/drive", "expertApplies", "no", "legalNeeded", "no"));
    }

    Walk throughProgress(int percent) {
        report(percent);
        approve("strategist", "review_progress");
        return this;
    }

    void report(int percent) {
        handoff.complete(
                "execution-owner",
                "work_quarter",
                Map.of("progressAligned", "yes", "progressOnTime", "yes", "shareDone", percent));
    }

    void approve(String role, String review) {
        handoff.complete(role, review, Map.of("decision", "approved"));
    }

    void sendBack(String role, String review) {
        handoff.complete(role, review, Map.of("decision", "changes", "reason", "The offer is not what we agreed."));
    }

    /** As {@link #sendBack}, where the form asks what kind of change it is. */
    void sendBackForRevision(String role, String review) {
        handoff.complete(role, review, Approval.changes());
    }

    void reject(String role, String review) {
        handoff.complete(
                role, review, Map.of("decision", "rejected", "reason", "The campaign makes no sense any more."));
    }

    static Map<String, Object> acceptance() {
        return Map.of(
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
                "ben");
    }

    private Map<?, ?> launchPackage() {
        var catalog = contracts.catalog();
        return new HashMap<>(Brief.map(catalog.formView("launchPackage", catalog.example("launchPackage"))));
    }
}
