package dev.baton.harness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.packages.DeployedContracts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** A retrospective that runs alone, and that the right people carry forward. */
public final class LookBack {

    public static final String PACKAGE = "retrospective";

    private final Scenario handoff;
    private final DeployedContracts contracts;

    public LookBack(Scenario handoff, DeployedContracts contracts) {
        this.handoff = handoff;
        this.contracts = contracts;
    }

    /** What a start must say; nobody but the accountable person is named. */
    public static Map<String, Object> facts() {
        var facts = new HashMap<String, Object>();
        facts.put("campaign", "Spring appeal");
        facts.put(
                "launchedOn",
                LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC).toString());
        facts.put("raci", Map.of("accountable", "ruth"));
        return facts;
    }

    public LookBack start() {
        return start(Map.of());
    }

    public LookBack start(Map<String, ?> further) {
        var facts = facts();
        facts.putAll(further);
        handoff.start("strategist", ProcessKeys.RETROSPECTIVE, facts);
        return this;
    }

    public LookBack toHolding() {
        start();
        rateAsSender(9).rateAsReceiver(5).rateBrand(7);
        return this;
    }

    public LookBack rateAsSender(int value) {
        handoff.complete("strategist", "rate_asSender", rating(value));
        return this;
    }

    public LookBack rateAsReceiver(int value) {
        handoff.complete("execution-owner", "rate_asReceiver", rating(value));
        return this;
    }

    public LookBack rateBrand(int value) {
        handoff.complete("stakeholder", "rate_brand", rating(value));
        return this;
    }

    public static Map<String, Object> rating(Object value) {
        return Map.of("rating", Map.of("value", value, "why", "The tone is ours."));
    }

    public void hold() {
        hold(answers());
    }

    public void hold(ObjectNode answers) {
        handoff.complete("execution-owner", "hold_retrospective", form(answers));
    }

    public Map<String, Object> form(ObjectNode answers) {
        return Map.of(PACKAGE, Brief.map(contracts.catalog().formView(PACKAGE, answers)));
    }

    /** The nine answers as the catalog's examples give them. */
    public ObjectNode answers() {
        return contracts.catalog().example(PACKAGE);
    }
}
