package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which answer is being judged, and everything around it that a rule may look at. */
record Question(
        String field,
        String label,
        ObjectNode document,
        Map<String, JsonNode> packages,
        Situation situation,
        WordTable words) {

    /** Long before any launch. */
    static final Situation ANY_DAY =
            new Situation(Complexity.SIMPLE, ExecutionParty.INTERNAL, null, LocalDate.of(2000, 1, 1));

    static final String EXECUTION = "executionBrief";
    private static final String LAUNCH_DATE = "launchDate";

    /** A question that stands alone: for examples in the tables, long before any launch. */
    static Question alone(String field, String label, WordTable words) {
        return new Question(field, label, JsonNodeFactory.instance.objectNode(), Map.of(), ANY_DAY, words);
    }

    /** The same question about one part of the answer. */
    Question about(String part, String called) {
        return new Question(part, called, document, packages, situation, words);
    }

    /** The launch date of the handoff; where it has none, the one of the execution brief. */
    @Nullable
    LocalDate launchDate() {
        var ofHandoff = situation.launchDate();
        return ofHandoff == null
                ? DateParser.parse(elsewhere(EXECUTION, LAUNCH_DATE).asText()).day()
                : ofHandoff;
    }

    JsonNode elsewhere(String packageName, String otherField) {
        var other = packages.get(packageName);
        return other == null ? MissingNode.getInstance() : other.path(otherField);
    }

    ObjectNode asContext(JsonNode value) {
        var context = JsonNodeFactory.instance.objectNode();
        packages.forEach(context::set);
        context.set("document", document);
        context.set("value", value);
        context.put("today", situation.today().toString());
        context.put("complexity", situation.complexity().key());
        context.put("executionParty", situation.party().key());
        context.put("campaignType", situation.campaignType());
        return context;
    }
}
