package dev.baton.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.calendar.Deadlines;
import dev.baton.camunda.TaskForms;
import dev.baton.contract.Situation;
import dev.baton.packages.DeployedContracts;
import dev.baton.packages.GapsOfTasks;
import dev.baton.packages.PackagesOnTasks;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.JournalWriter;
import dev.baton.process.JsonVariables;
import dev.baton.process.Similarity;
import dev.baton.process.Variables;
import dev.baton.shared.FieldError;
import dev.baton.shared.Json;
import dev.baton.shared.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Serves the forms of tasks with what the tables hold, and takes of an answer only what its form asks for: packages are
 * merged into their versions, the rest becomes variables of the process, and anything else is refused by its name.
 */
@Component
class TaskAnswers implements TaskForms {

    private final Diagrams diagrams;
    private final FormsInForce forms;
    private final PackagesOnTasks packages;
    private final DeployedContracts contracts;
    private final GapsOfTasks gaps;
    private final JournalWriter journal;
    private final HandoffOverview overview;
    private final Deadlines deadlines;

    TaskAnswers(
            Diagrams diagrams,
            FormsInForce forms,
            PackagesOnTasks packages,
            DeployedContracts contracts,
            GapsOfTasks gaps,
            JournalWriter journal,
            HandoffOverview overview,
            Deadlines deadlines) {
        this.diagrams = diagrams;
        this.forms = forms;
        this.packages = packages;
        this.contracts = contracts;
        this.gaps = gaps;
        this.journal = journal;
        this.overview = overview;
        this.deadlines = deadlines;
    }

    @Override
    public String served(DelegateTask task, String stored) {
        if (diagrams.isForeign(task)) {
            return widgetsOnly(stored);
        }
        var node = diagrams.node(task);
        var scope = task.getExecution();
        var form = forms.of(stored, node.form(scope), node.packages(scope), situation(scope));
        return form.served().written().isEmpty()
                ? forms.page(form)
                : forms.page(form, overview.of(task).about());
    }

    @Override
    public String servedStart(String definition, String stored) {
        return diagrams.isForeign(definition)
                ? widgetsOnly(stored)
                : forms.page(
                        forms.of(stored, diagrams.startForm(definition), List.of(), Situation.usual(journal.today())));
    }

    /** A process of somebody's own reads its answers itself; only its days must not move. */
    private static String widgetsOnly(String stored) {
        return ServedWidgets.daysOnly(Json.parse(stored)).toString();
    }

    private String inWords(int hours) {
        return deadlines.inWords(Duration.ofHours(hours));
    }

    @Override
    public void addVariables(DelegateTask task, @Nullable Collection<String> names, VariableMap variables) {
        if (diagrams.isForeign(task)) {
            return;
        }
        var scope = task.getExecution();
        var node = diagrams.node(task);
        var shown = new LinkedHashMap<String, Object>();
        diagrams.origin(task).ifPresent(origin -> shown.putAll(factsOf(origin, form(task), variables)));
        Facts.find(scope, Variables.CLARIFICATION_FIELD)
                .ifPresent(field -> shown.put(
                        Variables.CLARIFICATION_ABOUT, contracts.catalog().inWords(field)));
        var reviewed = Facts.number(scope, Variables.REVIEW_HOURS).map(Number::intValue);
        reviewed.ifPresent(hours -> shown.put(Variables.REVIEW_TIME, inWords(hours)));
        node.hours().or(() -> reviewed).ifPresent(hours -> {
            shown.put(Variables.ANSWER_HOURS, hours);
            shown.put(Variables.ANSWER_TIME, inWords(hours));
        });
        form(task).ifPresent(form -> {
            var about = form.served().packages().toList();
            shown.putAll(packages.views(
                    Facts.handoff(scope), about, form.served().written(), Facts.find(scope, Variables.LAUNCH_DATE)));
            if (form.served().showsOverview() || !form.served().shown().isEmpty()) {
                shown.put(Variables.OVERVIEW, JsonVariables.variable(asForm(overview.of(task))));
            }
            if (form.served().showsGaps()) {
                gaps.of(scope).ifPresent(open -> shown.put(Variables.CONTEXT_GAPS, JsonVariables.variable(open)));
            }
        });
        shown.forEach((name, value) -> {
            if (names == null || names.contains(name)) {
                variables.put(name, value);
            }
        });
    }

    /** A form names what is about a field by the field's id, which has no point in it. */
    private static JsonNode asForm(HandoffOverview.Overview overview) {
        ObjectNode tree = Json.MAPPER.valueToTree(overview);
        var about = tree.putObject("about");
        overview.about().forEach((path, notes) -> about.set(path.replace('.', '_'), Json.MAPPER.valueToTree(notes)));
        return tree;
    }

    /** What the process of an escalated review knows; what its form asks for is answered anew. */
    private static Map<String, Object> factsOf(
            VariableScope origin, Optional<FormsInForce.InForce> form, VariableMap known) {
        var facts = new LinkedHashMap<String, Object>();
        var asked = form.map(inForce -> inForce.rules().variables()).orElse(Set.of());
        for (var name : origin.getVariableNames()) {
            if (!known.containsKey(name) && !asked.contains(name)) {
                facts.put(name, origin.getVariableTyped(name, false));
            }
        }
        return facts;
    }

    @Override
    public Map<String, Object> taken(DelegateTask task, Map<String, Object> answers, boolean completes) {
        if (diagrams.isForeign(task)) {
            return answers;
        }
        if (task.getExecution() == null) {
            throw new OptimisticLockingException("Somebody ended a task while it was answered.");
        }
        if (!completes) {
            if (!answers.isEmpty()) {
                throw new Refusal("This task was delegated to you: hand it back without answers (resolve it without"
                        + " variables), and its owner answers it.");
            }
            return answers;
        }
        var form = form(task);
        var given = new Answers(answers, task.getExecution());
        var errors = new ArrayList<>(notAskedFor(answers, form));
        var documents = new LinkedHashMap<String, ObjectNode>();
        form.ifPresent(inForce -> {
            errors.addAll(forms.check(inForce, given));
            documents.putAll(documents(given, inForce, errors));
            errors.addAll(packages.unknownFields(
                    task.getExecution(), documents, inForce.rules().paths()));
        });
        if (!errors.isEmpty()) {
            throw Refusal.of(errors);
        }
        form.ifPresent(inForce -> {
            typedNumbers(inForce, given).forEach(given::write);
            packages.merge(
                    task.getExecution(),
                    documents,
                    versions(given),
                    task.getCreateTime().toInstant());
        });
        var taken = new LinkedHashMap<>(given.given());
        form.ifPresent(inForce -> taken.keySet().removeAll(inForce.served().written()));
        taken.remove(Variables.SHOWN_VERSIONS);
        return taken;
    }

    /** A package reads its own numbers. */
    private static Map<String, BigDecimal> typedNumbers(FormsInForce.InForce form, Answers given) {
        var numbers = new LinkedHashMap<>(form.rules().typedNumbers(given));
        numbers.keySet().removeIf(path -> form.served().written().contains(path.split("[.]", 2)[0]));
        return numbers;
    }

    private Optional<FormsInForce.InForce> form(DelegateTask task) {
        var scope = task.getExecution();
        var node = diagrams.node(task);
        return node.form(scope).flatMap(key -> forms.find(key, node.packages(scope), situation(scope)));
    }

    private Situation situation(VariableScope scope) {
        return Facts.situation(scope, journal.today());
    }

    private List<FieldError> notAskedFor(Map<String, Object> answers, Optional<FormsInForce.InForce> form) {
        var asked = new LinkedHashSet<String>();
        form.ifPresent(inForce -> asked.addAll(inForce.rules().variables()));
        return answers.keySet().stream()
                .filter(name -> !asked.contains(name))
                .map(name -> new FieldError(name, refusal(name, asked)))
                .toList();
    }

    private String refusal(String name, Set<String> asked) {
        if (contracts.catalog().packageNames().contains(name)) {
            return ("This task takes no answer for the package \"%s\": change it in a task that asks for it,"
                            + " or with PATCH /api/handoffs/{id}/packages/%s.")
                    .formatted(name, name);
        }
        if (Facts.NAMES.contains(name)) {
            return Facts.remedy(name);
        }
        return "This task does not ask for \"%s\"%s".formatted(name, Similarity.remedy(name, asked));
    }

    /** The packages that were answered; each is an object. */
    private static Map<String, ObjectNode> documents(
            Answers given, FormsInForce.InForce form, List<FieldError> errors) {
        var documents = new LinkedHashMap<String, ObjectNode>();
        for (var name : form.served().written()) {
            given.given(name).ifPresent(answer -> {
                if (answer instanceof ObjectNode document) {
                    documents.put(name, document);
                } else {
                    errors.add(new FieldError(
                            name, "\"%s\" is a package: send it as a JSON object, of type Json.".formatted(name)));
                }
            });
        }
        return documents;
    }

    private static Map<String, Integer> versions(Answers given) {
        var versions = new LinkedHashMap<String, Integer>();
        given.given(Variables.SHOWN_VERSIONS).ifPresent(sent -> {
            if (!sent.isObject()) {
                throw Refusal.of(
                        Variables.SHOWN_VERSIONS,
                        "\"%s\" says which version of each package the form showed: send what packageVersions held, as Json."
                                .formatted(Variables.SHOWN_VERSIONS));
            }
            sent.properties().forEach(entry -> versions.put(entry.getKey(), version(entry)));
        });
        return versions;
    }

    private static int version(Map.Entry<String, JsonNode> sent) {
        if (!sent.getValue().canConvertToInt() || sent.getValue().asInt() < 0) {
            throw Refusal.of(
                    Variables.SHOWN_VERSIONS + "." + sent.getKey(),
                    "\"%s\" is no version: send the number that packageVersions held.".formatted(sent.getValue()));
        }
        return sent.getValue().asInt();
    }
}
