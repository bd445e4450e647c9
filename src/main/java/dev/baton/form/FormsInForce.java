package dev.baton.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.camunda.DeployedForms;
import dev.baton.contract.Catalog;
import dev.baton.contract.Expressions;
import dev.baton.contract.Situation;
import dev.baton.packages.DeployedContracts;
import dev.baton.process.Similarity;
import dev.baton.shared.FieldError;
import dev.baton.shared.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** The newest version of each form, filled in from the tables in force: what is served is what answers are held to. */
@Component
public class FormsInForce {

    private static final int MOST_KNOWN = 500;

    /** A form as it is served, and what it demands of answers. */
    record InForce(ServedForm served, JsonNode page, String json, Form rules, boolean offers) {}

    private record Key(String form, String tables, List<String> packages, String complexity, String party) {}

    private final DeployedForms forms;
    private final DeployedContracts contracts;
    private final Expressions feel;
    private final OfferedChoices offered;
    private final Map<Key, InForce> known = new ConcurrentHashMap<>();

    FormsInForce(DeployedForms forms, DeployedContracts contracts, Expressions feel, OfferedChoices offered) {
        this.forms = forms;
        this.contracts = contracts;
        this.feel = feel;
        this.offered = offered;
    }

    /** A form about some packages, in the situation of their handoff. */
    Optional<InForce> find(String key, Collection<String> packages, Situation situation) {
        return forms.latest(key).map(form -> known(form.id(), form.json(), packages, situation));
    }

    /** The form of a start as anybody may see it; empty where no such form is deployed. */
    public Optional<JsonNode> startForm(String key) {
        return find(key, List.of(), Situation.usual(LocalDate.EPOCH))
                .map(form -> offered.withoutPeople(form.served().tree()));
    }

    /** The variables that the form of a start asks for; none where no such form is deployed. */
    public Set<String> startVariables(String key) {
        return find(key, List.of(), Situation.usual(LocalDate.EPOCH))
                .map(form -> form.rules().variables())
                .orElse(Set.of());
    }

    /** The same for a text that may be an older version of the form, or no form of Baton's. */
    InForce of(String stored, Optional<String> key, Collection<String> packages, Situation situation) {
        return key.flatMap(forms::latest)
                .filter(form -> form.json().equals(stored))
                .map(form -> known(form.id(), stored, packages, situation))
                .orElseGet(() -> make(stored, packages, situation));
    }

    /**
     * Everything that is wrong with what somebody starts a process with: what its form demands, and what nobody asks for.
     *
     * @param accepted variables and packages that may come besides the form's
     * @param judged variables whose people are looked up by whoever reads them, together with what else is wrong there
     */
    public List<FieldError> checkStart(
            Optional<String> form,
            VariableScope submitted,
            Collection<String> accepted,
            Set<String> judged,
            LocalDate today) {
        var inForce = form.flatMap(key -> find(key, List.of(), Situation.usual(today)));
        var asked = new LinkedHashSet<>(accepted);
        inForce.ifPresent(start -> asked.addAll(start.rules().variables()));
        var errors = new ArrayList<FieldError>();
        submitted.getVariableNames().stream()
                .filter(name -> !asked.contains(name))
                .map(name -> new FieldError(
                        name, "Nothing here asks for \"%s\"%s".formatted(name, Similarity.remedy(name, asked))))
                .forEach(errors::add);
        var answers = new Answers(submitted);
        inForce.ifPresent(start ->
                errors.addAll(start.rules().check(answers, (field, answer) -> offered.wrong(field, answer, judged))));
        if (errors.isEmpty()) {
            inForce.ifPresent(start -> start.rules().typedNumbers(answers).forEach(answers::write));
        }
        return errors;
    }

    /** As the person at the door gets it. */
    String page(InForce form) {
        return form.offers() ? offered.filled(form.page()).toString() : form.json();
    }

    /** The same with what was agreed about a field, by its path, below the field. */
    String page(InForce form, Map<String, List<HandoffOverview.Note>> about) {
        if (about.keySet().stream().noneMatch(path -> form.served().written().contains(path.split("[.]", 2)[0]))) {
            return page(form);
        }
        var page = Json.parse(page(form));
        for (var group : page.path("components")) {
            var name = group.path("path").asText("");
            if (group.path("components") instanceof ArrayNode fields) {
                for (var at = fields.size() - 1; at >= 0; at--) {
                    var path = name + "." + fields.get(at).path("key").asText();
                    if (about.containsKey(path)) {
                        fields.insert(at + 1, FormNotes.about(path.replace('.', '_'), about.get(path)));
                    }
                }
            }
        }
        return page.toString();
    }

    /** Everything that is wrong with what somebody answers a task with. */
    List<FieldError> check(InForce form, Answers answers) {
        return form.rules().check(answers, (field, answer) -> offered.wrong(field, answer, Set.of()));
    }

    private InForce known(String id, String stored, Collection<String> packages, Situation situation) {
        var key = new Key(
                id,
                contracts.edition().version(),
                List.copyOf(packages),
                situation.complexity().name(),
                situation.party().name());
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(key, missing -> make(stored, packages, situation));
    }

    private InForce make(String stored, Collection<String> packages, Situation situation) {
        var catalog = contracts.catalog();
        var served = ServedForm.of(stored, new PackageFields(catalog, situation), packages, contracts(catalog));
        var page = ServedWidgets.of(served.tree());
        return new InForce(
                served, page, page.toString(), Form.parse(served.tree(), feel), OfferedChoices.isIn(served.tree()));
    }

    static ArrayNode contracts(Catalog catalog) {
        var choices = JsonNodeFactory.instance.arrayNode();
        catalog.contracts()
                .forEach(contract -> choices.addObject()
                        .put(
                                "label",
                                "%s (%s → %s)".formatted(contract.name(), roles(contract.from()), roles(contract.to())))
                        .put("value", contract.key()));
        return choices;
    }

    private static String roles(List<String> keys) {
        return String.join(" or ", keys).replace('-', ' ');
    }
}
