package dev.baton.harness;

import dev.baton.packages.DeployedContracts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** A handoff of a model, documentation-first unless a test says another, that the right people carry forward, stage by stage. */
public final class Walk {

    public static final String MODEL = "documentation-first-handoff";

    private final Scenario handoff;
    private final DeployedContracts contracts;
    private final String model;
    private final Map<String, ?> answers;

    public Walk(Scenario handoff, DeployedContracts contracts) {
        this(handoff, contracts, MODEL, Map.of());
    }

    /** With what the start form of the model asks besides the brief. */
    public Walk(Scenario handoff, DeployedContracts contracts, String model, Map<String, ?> answers) {
        this.handoff = handoff;
        this.contracts = contracts;
        this.model = model;
        this.answers = answers;
    }

    public Walk toBriefReview() {
        var start = Brief.start();
        start.putAll(answers);
        handoff.start("strategist", model, start);
        handoff.complete("strategist", "write_documents");
        return this;
    }

    public Walk toQualityCheck() {
        toBriefReview();
        approve("manager", "review_brief");
        return this;
    }

    public Walk toReceiver() {
        toQualityCheck();
        approve("quality-owner", "review_quality");
        return this;
    }

    public Walk toKickoff() {
        toReceiver();
        handoff.complete("execution-owner", "receive_handoff", acceptance());
        return this;
    }

    public Walk toWork() {
        toKickoff();
        approve("execution-owner", "review_kickoff");
        return this;
    }

    public Walk toConcept() {
        toWork();
        return throughProgress(25);
    }

    public Walk toHalf() {
        toConcept();
        approve("strategist", "review_concept");
        return this;
    }

    public Walk toDraft() {
        toHalf();
        throughProgress(50);
        return throughProgress(75);
    }

    public Walk toFinish() {
        toDraft();
        approve("manager", "review_draft");
        return this;
    }

    public Walk toApproval() {
        toFinish();
        finish();
        return this;
    }

    public Walk toFinalApproval() {
        toApproval();
        selfReview();
        approve("manager", "review_strategicFit");
        return this;
    }

    public Walk toLaunchPreparation() {
        toFinalApproval();
        approve("final-approver", "review_finalApproval");
        return this;
    }

    public Walk toPreLaunch() {
        toLaunchPreparation();
        prepareLaunch();
        return this;
    }

    public Walk toLaunch() {
        toPreLaunch().clear();
        return this;
    }

    public void clear() {
        handoff.complete(
                "final-approver", "review_preLaunch", Map.of("decision", "approved", "preflightConfirmed", true));
    }

    /** Clears the launch, and launches on its day, to which the clock goes. */
    public void launch() {
        clear();
        var due = handoff.task("launch_campaign").getDueDate().toInstant();
        handoff.pass(Duration.between(Scenario.now(), due));
        handoff.complete("execution-owner", "launch_campaign", Map.of("launchReport", "live"));
    }

    public void moveLaunch(LocalDate to) {
        handoff.complete(
                "execution-owner",
                "launch_campaign",
                Map.of("launchReport", "moved", "newLaunchDate", to.toString(), "reason", "The venue is not free."));
    }

    public void prepareLaunch() {
        handoff.complete("production", "prepare_launch", Map.of("launchPackage", launchPackage()));
    }

    public void selfReview() {
        handoff.complete("execution-owner", "review_self", Approval.selfReview());
    }

    public void finish() {
        handoff.complete(
                "execution-owner",
                "finish_work",
                Map.of("workLink", "https://work.example.org/drive", "expertApplies", "no", "legalNeeded", "no"));
    }

    public Walk throughProgress(int percent) {
        report(percent);
        approve("strategist", "review_progress");
        return this;
    }

    public void report(int percent) {
        handoff.complete(
                "execution-owner",
                "work_quarter",
                Map.of("progressAligned", "yes", "progressOnTime", "yes", "shareDone", percent));
    }

    public void approve(String role, String review) {
        handoff.complete(role, review, Map.of("decision", "approved"));
    }

    public void sendBack(String role, String review) {
        handoff.complete(role, review, Map.of("decision", "changes", "reason", "The offer is not what we agreed."));
    }

    /** As {@link #sendBack}, where the form asks what kind of change it is. */
    public void sendBackForRevision(String role, String review) {
        handoff.complete(role, review, Approval.changes());
    }

    public void reject(String role, String review) {
        handoff.complete(
                role, review, Map.of("decision", "rejected", "reason", "The campaign makes no sense any more."));
    }

    public static Map<String, Object> acceptance() {
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
                People.ADMIN);
    }

    private Map<?, ?> launchPackage() {
        var catalog = contracts.catalog();
        return new HashMap<>(Brief.map(catalog.formView("launchPackage", catalog.example("launchPackage"))));
    }
}
