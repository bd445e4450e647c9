package dev.baton.harness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.packages.DeployedContracts;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;

/** A transfer that runs alone, from strategist to creative, and that the right people carry forward. */
public final class SingleTransfer {

    public static final String CONTRACT = "strategy-to-creative";
    public static final String PACKAGE = "creativeBrief";

    private final Scenario handoff;
    private final DeployedContracts contracts;

    public SingleTransfer(Scenario handoff, DeployedContracts contracts) {
        this.handoff = handoff;
        this.contracts = contracts;
    }

    /** What a start must say; nobody but the accountable person is named. */
    public static Map<String, Object> facts() {
        var facts = new HashMap<String, Object>();
        facts.put("campaign", "Autumn menu");
        facts.put("contract", CONTRACT);
        facts.put("complexity", "medium");
        facts.put("executionParty", "internal");
        facts.put("raci", Map.of("accountable", "ruth"));
        return facts;
    }

    /** The package as the catalog's examples answer it. */
    public ObjectNode brief() {
        return contracts.catalog().example(PACKAGE);
    }

    /** The package as a form holds it. */
    public ObjectNode form(ObjectNode document) {
        return contracts.catalog().formView(PACKAGE, document);
    }

    public SingleTransfer start(Map<String, ?> facts) {
        handoff.start("strategist", ProcessKeys.TRANSFER, facts);
        return this;
    }

    public SingleTransfer startWith(ObjectNode brief) {
        return startWith(brief, Map.of());
    }

    public SingleTransfer startWith(ObjectNode brief, Map<String, ?> further) {
        var facts = facts();
        facts.put(PACKAGE, Brief.map(brief));
        facts.putAll(further);
        return start(facts);
    }

    public SingleTransfer toQualityCheck() {
        return startWith(brief());
    }

    public SingleTransfer toReceiver() {
        toQualityCheck();
        return pass();
    }

    public SingleTransfer toReceiver(Map<String, ?> further) {
        startWith(brief(), further);
        return pass();
    }

    public SingleTransfer pass() {
        handoff.complete("quality-owner", "review_quality", Map.of("decision", "approved"));
        return this;
    }

    public SingleTransfer returnToSender() {
        handoff.complete(
                "quality-owner",
                "review_quality",
                Map.of("decision", "changes", "reason", "The message is a feature, not a benefit."));
        return this;
    }

    public SingleTransfer submit(ObjectNode brief) {
        handoff.complete("strategist", "complete_package", Map.of(PACKAGE, Brief.map(form(brief))));
        return this;
    }

    public SingleTransfer ask(String field, String question) {
        handoff.complete("creative", "receive_handoff", question(field, question));
        return this;
    }

    public static Map<String, Object> question(String field, String question) {
        return Map.of("decision", "clarify", "clarificationField", field, "clarificationQuestion", question);
    }

    public SingleTransfer answer(String answer) {
        handoff.complete("strategist", "answer_clarification", Map.of("clarificationAnswer", answer));
        return this;
    }

    public void accept() {
        handoff.complete("creative", "receive_handoff", Walk.acceptance());
    }

    public Task open() {
        return handoff.tasks().get(0);
    }
}
