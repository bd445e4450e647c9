package dev.baton.harness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.handoff.Branches;
import dev.baton.packages.DeployedContracts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A hybrid handoff that the right people carry to its partners, and each partner's branch to its delivery. */
public final class PartnerWalk {

    private static final List<String> BRIEF = List.of("strategyBrief", "executionBrief", "successCriteria");

    private final Scenario handoff;
    private final DeployedContracts contracts;
    private final Branches branches;

    public PartnerWalk(Scenario handoff, DeployedContracts contracts, Branches branches) {
        this.handoff = handoff;
        this.contracts = contracts;
        this.branches = branches;
    }

    /** What a start must say, with the brief as a real team wrote it and what somebody outside needs besides. */
    public static Map<String, Object> facts(DeployedContracts contracts, String... partners) {
        var facts = Brief.facts();
        facts.remove("executionParty");
        facts.put("partners", List.of(partners));
        for (var name : BRIEF) {
            ObjectNode document = contracts.catalog().example(name);
            document.setAll((ObjectNode) Brief.complete().at("/packages/" + name));
            facts.put(name, Brief.map(document));
        }
        return facts;
    }

    public PartnerWalk toPartners(String... partners) {
        handoff.start("strategist", ProcessKeys.HYBRID, facts(contracts, partners));
        handoff.complete("strategist", "write_documents");
        handoff.complete("manager", "review_brief", Map.of("decision", "approved"));
        handoff.complete("quality-owner", "review_quality", Map.of("decision", "approved"));
        handoff.complete("execution-owner", "receive_handoff", Walk.acceptance());
        handoff.complete("execution-owner", "review_kickoff", Map.of("decision", "approved"));
        return this;
    }

    /** The branch with a partner, in the order in which they were opened. */
    public Scenario branch(int number) {
        return handoff.branch(branches.of(handoff.key()).get(number));
    }

    public void writeOnboarding(Scenario branch) {
        branch.complete("manager", "write_onboarding", form("onboardingPackage"));
    }

    public void take(Scenario branch, String receiver) {
        branch.complete("quality-owner", "review_quality", Map.of("decision", "approved"));
        branch.complete(receiver, "receive_handoff", Walk.acceptance());
    }

    public void toFirstPoint(Scenario branch, String partner) {
        writeOnboarding(branch);
        take(branch, partner);
        take(branch, partner);
    }

    public static Map<String, Object> point(String direction, String contract, String handedOver) {
        return Map.of("interfacePoint", direction, "interfaceContract", contract, "handedOver", handedOver);
    }

    public void name(Scenario branch, String direction, String contract, String handedOver) {
        branch.complete("strategist", "name_interfacePoint", point(direction, contract, handedOver));
    }

    public void toDelivery(Scenario branch, String partner) {
        toFirstPoint(branch, partner);
        branch.complete("strategist", "name_interfacePoint", Map.of("interfacePoint", "delivery"));
    }

    public void deliver(Scenario branch, String partner) {
        branch.complete(partner, "write_delivery", form("delivery"));
    }

    public void toDeliveryCheck(Scenario branch, String partner) {
        toDelivery(branch, partner);
        deliver(branch, partner);
    }

    public void toEnd(Scenario branch, String partner) {
        toDeliveryCheck(branch, partner);
        branch.complete("quality-owner", "review_delivery", Map.of("decision", "approved"));
    }

    /** The catalog's example of a package, as a form holds it. */
    public Map<String, Object> form(String name) {
        var catalog = contracts.catalog();
        return Map.of(name, new HashMap<>(Brief.map(catalog.formView(name, catalog.example(name)))));
    }
}
