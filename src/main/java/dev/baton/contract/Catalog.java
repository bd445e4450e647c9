package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The contracts and requirements of one version of the tables, read once and asked many times. Immutable and safe to
 * share between threads.
 */
public final class Catalog {

    /** The field that selects a checklist. */
    static final String CAMPAIGN_TYPE = "campaignType";

    /** The field of a package that says why it deviates from what it restates. */
    public static final String DEVIATION_REASON = Conditions.AsIn.REASON;

    private static final Map<String, Source> CAMPAIGN_WIDE = campaignWide();

    private final Map<String, Contract> contracts;
    private final Map<String, List<Requirement>> requirements;
    private final WordTable words;
    private final Map<String, Map<String, Shape>> shapes = new LinkedHashMap<>();

    private Catalog(Map<String, Contract> contracts, Map<String, List<Requirement>> requirements, WordTable words) {
        this.words = words;
        this.contracts = contracts;
        this.requirements = requirements;
        requirements.forEach((name, rows) -> {
            var fields = new LinkedHashMap<String, Shape>();
            rows.forEach(row -> fields.putIfAbsent(row.field(), row.rule().shape()));
            shapes.put(name, fields);
        });
    }

    /**
     * Reads the tables {@code contracts} and {@code requirements}, whose answers are read by the words of a third.
     *
     * @throws InvalidCatalog with one sentence per violation: the table, the row and what to do
     */
    public static Catalog of(List<Row> contracts, List<Row> requirements, WordTable words, Expressions feel)
            throws InvalidCatalog {
        var reader = new CatalogReader(feel, words);
        var catalog = new Catalog(reader.contracts(contracts), reader.requirements(requirements), words);
        var violations = reader.violations(catalog);
        if (!violations.isEmpty()) {
            throw new InvalidCatalog(violations);
        }
        return catalog;
    }

    public Collection<Contract> contracts() {
        return Collections.unmodifiableCollection(contracts.values());
    }

    /**
     * The contract with this key.
     *
     * @throws UnknownContract with the known keys
     */
    public Contract contract(String key) {
        var contract = contracts.get(key);
        if (contract == null) {
            throw new UnknownContract(key, contracts.keySet());
        }
        return contract;
    }

    public Set<String> packageNames() {
        return Collections.unmodifiableSet(requirements.keySet());
    }

    /**
     * What a package must hold, in the order of the table.
     *
     * @throws UnknownPackage with the known names
     */
    public List<Requirement> requirements(String packageName) {
        var rows = requirements.get(packageName);
        if (rows == null) {
            throw new UnknownPackage(packageName, requirements.keySet());
        }
        return rows;
    }

    /** What people call a package, or a field of one as in {@code strategyBrief.keyMessage}; gone ones by their key. */
    public String inWords(String part) {
        var dot = part.indexOf('.');
        var packageName = dot < 0 ? part : part.substring(0, dot);
        var called = "the " + AnswerText.spoken(packageName);
        return dot < 0
                ? called
                : requirements.getOrDefault(packageName, List.of()).stream()
                        .filter(row -> row.field().equals(part.substring(dot + 1)))
                        .findFirst()
                        .map(row -> "“%s” in %s".formatted(row.label(), called))
                        .orElse(part);
    }

    /**
     * Judges the packages of a contract. All packages of the handoff may be given: what one leaves empty it inherits from
     * another where the table says so, or from the handoff's launch date, and a restatement is compared with its original.
     * The worst gaps come first.
     *
     * @throws UnknownContract with the known keys
     */
    public Verdict check(String contractKey, Map<String, JsonNode> packages, Situation situation) {
        var required = 0;
        var open = new ArrayList<Judged>();
        for (var packageName : contract(contractKey).packages()) {
            var document = document(packages.get(packageName));
            for (var requirement : applicable(packageName, document, situation)) {
                var finding = judge(requirement, document, packages, situation);
                if (finding != null || !requirement.wholeDocument()) {
                    required++;
                }
                if (finding != null) {
                    open.add(new Judged(requirement, finding));
                }
            }
        }
        return Verdict.of(required, worstFirst(open));
    }

    /** The package as a form holds it: lists as one row per line, cells split by a bar. */
    public ObjectNode formView(String packageName, ObjectNode document) {
        var form = JsonNodeFactory.instance.objectNode();
        form.setAll(document);
        shapes(packageName).forEach((field, shape) -> {
            var value = document.get(field);
            if (value != null) {
                form.set(field, shape.show(value));
            }
        });
        return form;
    }

    /** A form's fields as the package holds them; what is no list in the table passes as it is. */
    public ObjectNode fromForm(String packageName, ObjectNode form) {
        var document = JsonNodeFactory.instance.objectNode();
        document.setAll(form);
        shapes(packageName).forEach((field, shape) -> {
            var value = form.get(field);
            if (value != null && value.isTextual() && !AnswerText.blank(value.textValue())) {
                document.set(field, shape.read(value.textValue()));
            }
        });
        return document;
    }

    /** The same, where a field whose text is the one that was shown keeps exactly the value that was shown. */
    public ObjectNode fromForm(String packageName, ObjectNode form, ObjectNode shown) {
        var document = fromForm(packageName, form);
        var shownForm = formView(packageName, shown);
        shown.properties().forEach(field -> {
            var now = form.get(field.getKey());
            if (now != null && sameText(now, shownForm.path(field.getKey()))) {
                document.set(field.getKey(), field.getValue());
            }
        });
        return document;
    }

    /** A package made of the examples in the table, with the checklist of its campaign type. */
    public ObjectNode example(String packageName) {
        var example = JsonNodeFactory.instance.objectNode();
        for (var requirement : requirements(packageName)) {
            if (requirement.appliesTo(example.path(CAMPAIGN_TYPE).asText()) && !requirement.wholeDocument()) {
                example.set(requirement.field(), answerIn(requirement));
            }
        }
        return example;
    }

    /**
     * What holds for the whole campaign and is shown with every later package: objective, context, constraints and
     * success, taken from the strategy; and under their own names the fields this package inherits.
     */
    public ObjectNode inherited(String packageName, Map<String, JsonNode> packages) {
        var inherited = JsonNodeFactory.instance.objectNode();
        CAMPAIGN_WIDE.forEach((name, source) -> put(inherited, name, packages, source));
        for (var requirement : requirements(packageName)) {
            var source = source(requirement);
            if (source != null) {
                put(inherited, requirement.field(), packages, source);
            }
        }
        return inherited;
    }

    /** The names that a package may have a field under: its own, and why it deviates from what it restates. */
    public Set<String> fieldNames(String packageName) {
        var names = new LinkedHashSet<String>(fields(packageName));
        names.remove(Requirement.WHOLE_DOCUMENT);
        if (mayDeviate(packageName)) {
            names.add(DEVIATION_REASON);
        }
        return names;
    }

    /** Whether a package restates something of another, and may say why it says it differently. */
    public boolean mayDeviate(String packageName) {
        return requirements(packageName).stream()
                .flatMap(row -> row.rule().conditions().stream())
                .anyMatch(Conditions.AsIn.class::isInstance);
    }

    Set<String> fields(String packageName) {
        return shapes.getOrDefault(packageName, Map.of()).keySet();
    }

    static JsonNode answerIn(Requirement requirement) {
        return requirement.rule().shape().read(requirement.example());
    }

    /** Where a requirement's answer comes from when the package leaves it empty. */
    static @Nullable Source source(Requirement requirement) {
        for (var condition : requirement.rule().conditions()) {
            if (condition instanceof Conditions.AsIn original) {
                return new Source(original.packageName(), original.field());
            }
            if (condition instanceof Conditions.OrFrom original) {
                return new Source(original.packageName(), original.field());
            }
        }
        return null;
    }

    private List<Requirement> applicable(String packageName, ObjectNode document, Situation situation) {
        var own = document.path(CAMPAIGN_TYPE).asText().strip();
        var type = own.isEmpty() ? Objects.requireNonNullElse(situation.campaignType(), "") : own;
        return requirements(packageName).stream()
                .filter(requirement -> requirement.level().requiredIn(situation))
                .filter(requirement -> requirement.appliesTo(type.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private @Nullable Finding judge(
            Requirement requirement, ObjectNode document, Map<String, JsonNode> packages, Situation situation) {
        var question = new Question(requirement.field(), requirement.label(), document, packages, situation, words);
        if (requirement.wholeDocument()) {
            return requirement.rule().judge(document, question);
        }
        var answer = document.path(requirement.field());
        if (AnswerText.absent(answer)) {
            answer = inherited(requirement, packages, situation);
            if (AnswerText.absent(answer)) {
                return Finding.missing();
            }
        }
        var tooLong = requirement.limit().judge(answer, question);
        return tooLong == null ? requirement.rule().judge(answer, question) : tooLong;
    }

    private static JsonNode inherited(Requirement requirement, Map<String, JsonNode> packages, Situation situation) {
        if (requirement.isLaunchDate() && situation.launchDate() != null) {
            return TextNode.valueOf(situation.launchDate().toString());
        }
        var source = source(requirement);
        return source == null ? MissingNode.getInstance() : source.in(packages);
    }

    private static List<Gap> worstFirst(List<Judged> open) {
        return open.stream()
                .sorted(Comparator.comparing(Judged::requirement, Requirement.WORST_FIRST))
                .map(judged -> Gap.of(judged.requirement(), judged.finding()))
                .toList();
    }

    private Map<String, Shape> shapes(String packageName) {
        var fields = shapes.get(packageName);
        if (fields == null) {
            throw new UnknownPackage(packageName, requirements.keySet());
        }
        return fields;
    }

    private static ObjectNode document(@Nullable JsonNode value) {
        return value instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    private static boolean sameText(JsonNode now, JsonNode shown) {
        return (now.isTextual() && shown.isTextual())
                ? lines(now.textValue()).equals(lines(shown.textValue()))
                : now.equals(shown);
    }

    /** A browser sends its own line ends. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
    }

    private static void put(ObjectNode target, String name, Map<String, JsonNode> packages, Source source) {
        var value = source.in(packages);
        if (!AnswerText.absent(value)) {
            target.set(name, value);
        }
    }

    private static Map<String, Source> campaignWide() {
        var sources = new LinkedHashMap<String, Source>();
        sources.put("objective", new Source("strategyBrief", "objective"));
        sources.put("context", new Source("strategyBrief", "whyNow"));
        sources.put("constraints", new Source("strategyBrief", "constraints"));
        sources.put("success", new Source("successCriteria", "quantitative"));
        return Collections.unmodifiableMap(sources);
    }

    /** A requirement, and what is wrong with its answer. */
    private record Judged(Requirement requirement, Finding finding) {}

    /** A field of another package. */
    record Source(String packageName, String field) {

        JsonNode in(Map<String, JsonNode> packages) {
            return document(packages.get(packageName)).path(field);
        }
    }
}
