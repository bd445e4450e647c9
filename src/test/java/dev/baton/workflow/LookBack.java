package dev.baton.workflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.harness.Scenario;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** A retrospective that runs alone, and that the right people carry forward. */
final class LookBack {

    static final String PACKAGE = "retrospective";

    private final Scenario handoff;
    private final DeployedContracts contracts;

    LookBack(Scenario handoff, DeployedContracts contracts) {
        this.handoff = handoff;
        this.contracts = contracts;
    }

    /** What a start must say; nobody but the accountable person is named. */
    static Map<String, Object> facts() {
        var facts = new HashMap<String, Object>();
        facts.put("campaign", "Spring appeal");
        facts.put(
                "launchedOn",
                LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC).toString());
        facts.put("raci", Map.of("accountable", "ruth"));
        return facts;
    }

    LookBack start() {
        return start(Map.of());
    }

    LookBack start(Map<String, ?> further) {
        var facts = facts();
        facts.putAll(further);
        handoff.start("strategist", ProcessKeys.RETROSPECTIVE, facts);
        return this;
    }

    LookBack toHolding() {
        start();
        rateAsSender(9).rateAsReceiver(5).rateBrand(7);
        return this;
    }

    LookBack rateAsSender(int value) {
        handoff.complete("strategist", "rate_asSender", rating(value));
        return this;
    }

    LookBack rateAsReceiver(int value) {
        handoff.complete("execution-owner", "rate_asReceiver", rating(value));
        return this;
    }

    LookBack rateBrand(int value) {
        handoff.complete("stakeholder", "rate_brand", rating(value));
        return this;
    }

    static Map<String, Object> rating(Object value) {
        return Map.of("rating", Map.of("value", value, "why", "The tone is ours."));
    }

    void hold() {
        hold(answers());
    }

    void hold(ObjectNode answers) {
        handoff.complete("execution-owner", "hold_retrospective", form(answers));
    }

    Map<String, Object> form(ObjectNode answers) {
        return Map.of(PACKAGE, Brief.map(contracts.catalog().formView(PACKAGE, answers)));
    }

    /** The nine answers as the catalog's examples give them. */
    ObjectNode answers() {
        return contracts.catalog().example(PACKAGE);
    }
}
