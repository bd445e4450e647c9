package dev.baton.harness;

import dev.baton.people.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The models, each with what its start form asks besides the brief. */
public final class Models {

    private static final Map<String, Map<String, Object>> OWN = Map.of(
            ProcessKeys.DOCUMENTATION_FIRST,
            Map.of(),
            ProcessKeys.EMBEDDED_PARTNER,
            Map.of("hoursAgreed", 20, "decisionPoints", 2),
            ProcessKeys.CONTINUOUS_COLLABORATION,
            Map.of("sharedKpis", "Sign-ups per month"),
            ProcessKeys.SPRINT,
            Map.of("sprintLength", 10),
            ProcessKeys.HYBRID,
            Map.of());

    private Models() {}

    public static Set<String> all() {
        return OWN.keySet();
    }

    /** Hires who is named in it, and somebody for each role. */
    public static Map<String, Object> answers(String model, People people) {
        for (var role : Role.values()) {
            people.named(role.key());
        }
        people.named("ruth", "final-approver");
        var answers = new HashMap<String, Object>(OWN.get(model));
        answers.put("documentLocation", "The folder of the campaign");
        answers.put("communicationNorms", "An answer within a day");
        answers.put("raci", Map.of("accountable", "ruth", "responsible", List.of(people.named("execution-owner"))));
        answers.put("team", Map.of("qualityOwner", people.named("quality-owner"), "partner", people.named("partner")));
        if (model.equals(ProcessKeys.HYBRID)) {
            answers.put("partners", List.of(people.named("partner")));
        }
        return answers;
    }
}
