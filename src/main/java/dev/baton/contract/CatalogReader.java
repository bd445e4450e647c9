package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of both tables and collects what contradicts itself, each with its table, row and remedy. */
final class CatalogReader {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

    private static final String BOTH = ". Where both tables change, deploy both together.";
    private static final String ONE_LINE = "one line";
    private static final String ANY = "any campaign type";

    private final Vocabulary vocabulary;
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Row> contractRows = new LinkedHashMap<>();
    private final List<Read> read = new ArrayList<>();

    private final WordTable words;

    CatalogReader(Expressions feel, WordTable words) {
        this.words = words;
        this.vocabulary = new Vocabulary(feel);
    }

    Map<String, Contract> contracts(List<Row> rows) {
        var contracts = new LinkedHashMap<String, Contract>();
        for (var row : rows) {
            var contract = contract(row);
            if (contracts.containsKey(contract.key())) {
                complain(row, contract, "this contract stands in the table twice; remove one of the rows");
                continue;
            }
            contracts.put(contract.key(), contract);
            contractRows.put(contract.key(), row);
            check(row, contract);
        }
        return contracts;
    }

    Map<String, List<Requirement>> requirements(List<Row> rows) {
        var requirements = new LinkedHashMap<String, List<Requirement>>();
        for (var row : rows) {
            var requirement = requirement(row);
            if (requirement == null) {
                continue;
            }
            read.add(new Read(row, requirement));
            requirements
                    .computeIfAbsent(requirement.packageName(), name -> new ArrayList<>())
                    .add(requirement);
        }
        requirements.replaceAll((name, list) -> List.copyOf(list));
        return requirements;
    }

    /** What only both tables together can tell, added to what each row told already. */
    List<String> violations(Catalog catalog) {
        catalog.contracts().forEach(contract -> checkPackages(contract, catalog));
        checkDuplicates();
        read.forEach(read -> check(read.row(), read.requirement(), catalog));
        return List.copyOf(violations);
    }

    private static Contract contract(Row row) {
        return new Contract(
                row.cell("contract"),
                row.cell("name"),
                list(row.cell("from")),
                list(row.cell("to")),
                list(row.cell("packages")),
                new OperatingStandard(
                        row.cell("owner"),
                        row.cell("requiredInput"),
                        row.cell("expectedOutput"),
                        row.cell("acceptanceCriteria"),
                        row.cell("leadTime"),
                        row.cell("reviewPoint"),
                        row.cell("failureSignal"),
                        row.cell("risk"),
                        row.cell("place")));
    }

    private void check(Row row, Contract contract) {
        if (!KEY.matcher(contract.key()).matches()) {
            complain(row, contract, "the contract's key is no key; write it like creative-to-production");
        }
        if (list(contract.standard().owner()).size() > 1) {
            complain(row, contract, "it names several owners; keep the one role that answers for this handoff");
        }
        for (var header : List.of("name", "from", "to", "packages")) {
            demand(row, contract, header, "fill that cell");
        }
        demand(row, contract, "owner", "name the one role that answers for this handoff, e.g. strategist");
        for (var header : List.of(
                "requiredInput",
                "expectedOutput",
                "acceptanceCriteria",
                "leadTime",
                "reviewPoint",
                "failureSignal",
                "risk",
                "place")) {
            demand(row, contract, header, "fill that cell: the handoff map shows it to everyone");
        }
    }

    private void demand(Row row, Contract contract, String header, String remedy) {
        if (row.cell(header).isEmpty()) {
            complain(row, contract, "it names no %s; %s".formatted(AnswerText.spoken(header), remedy));
        }
    }

    private void checkPackages(Contract contract, Catalog catalog) {
        var row = contractRows.get(contract.key());
        for (var packageName : contract.packages()) {
            if (row != null && !catalog.packageNames().contains(packageName)) {
                complain(
                        row,
                        contract,
                        "the package “%s” has no row in the requirements table; add its fields there or use one of %s"
                                        .formatted(packageName, String.join(", ", catalog.packageNames()))
                                + BOTH);
            }
        }
    }

    private @Nullable Requirement requirement(Row row) {
        var where = row.cell("package") + "." + row.cell("field");
        var before = violations.size();
        if (!NAME.matcher(row.cell("package")).matches()) {
            complain(row, where, "it names no package; write one like strategyBrief");
        }
        if (!NAME.matcher(row.cell("field")).matches() && !row.cell("field").equals(Requirement.WHOLE_DOCUMENT)) {
            complain(row, where, "it names no field; write one like keyMessage, or * for the package as a whole");
        }
        for (var header : List.of("label", "reason", "risk", "filledBy")) {
            if (row.cell(header).isEmpty()) {
                complain(row, where, "the cell “%s” is empty; a marketer reads it, so fill it".formatted(header));
            }
        }
        if (!row.cell("widget").isEmpty() && !row.cell("widget").equals(ONE_LINE)) {
            complain(
                    row,
                    where,
                    "the widget “%s” is unknown; leave the cell empty, the rule says what is shown, or write %s"
                            .formatted(row.cell("widget"), ONE_LINE));
        }
        var level = level(row, where);
        var rule = rule(row, where);
        var holdsBack = holdsBack(row, where);
        if (level == null || rule == null || violations.size() > before) {
            return null;
        }
        return new Requirement(
                row.cell("package"),
                row.cell("field"),
                new LinkedHashSet<>(list(row.cell(Catalog.CAMPAIGN_TYPE))),
                row.cell("label"),
                level,
                holdsBack,
                rule,
                row.cell("reason"),
                row.cell("risk"),
                row.cell("filledBy"),
                row.cell("example"),
                row.cell("section"),
                row.cell("widget").equals(ONE_LINE));
    }

    private @Nullable Level level(Row row, String where) {
        try {
            return Level.of(row.cell("level"));
        } catch (IllegalArgumentException unknown) {
            complain(row, where, String.valueOf(unknown.getMessage()));
            return null;
        }
    }

    private @Nullable Boundary holdsBack(Row row, String where) {
        try {
            return Boundary.of(row.cell("holdsBack"));
        } catch (IllegalArgumentException unknown) {
            complain(row, where, String.valueOf(unknown.getMessage()));
            return null;
        }
    }

    private @Nullable Rule rule(Row row, String where) {
        try {
            return vocabulary.parse(row.cell("rule"));
        } catch (IllegalArgumentException unknown) {
            complain(row, where, String.valueOf(unknown.getMessage()));
            return null;
        }
    }

    private void checkDuplicates() {
        var seen = new HashMap<String, Set<String>>();
        for (var next : read) {
            var requirement = next.requirement();
            Set<String> types = seen.computeIfAbsent(requirement.name(), name -> new HashSet<>());
            var own = requirement.campaignTypes().isEmpty() ? Set.of(ANY) : requirement.campaignTypes();
            var twice = types.contains(ANY)
                    || (own.contains(ANY) && !types.isEmpty())
                    || own.stream().anyMatch(types::contains);
            if (twice) {
                complain(
                        next.row(), requirement.name(), "this field stands in the table twice; remove one of the rows");
            }
            types.addAll(own);
        }
    }

    private void check(Row row, Requirement requirement, Catalog catalog) {
        if (catalog.contracts().stream()
                .noneMatch(contract -> contract.packages().contains(requirement.packageName()))) {
            complain(
                    row,
                    requirement.name(),
                    "no contract asks for the package “%s”; name it in the contracts table or correct it here"
                                    .formatted(requirement.packageName())
                            + BOTH);
        }
        var source = Catalog.source(requirement);
        if (source != null && !catalog.fields(source.packageName()).contains(source.field())) {
            complain(
                    row,
                    requirement.name(),
                    "it refers to %s.%s, which has no row; correct the name"
                            .formatted(source.packageName(), source.field()));
        }
        checkCampaignTypes(row, requirement, catalog);
        checkExample(row, requirement, catalog);
    }

    /** A checklist of a type that nobody can choose would never be asked for. */
    private void checkCampaignTypes(Row row, Requirement requirement, Catalog catalog) {
        var choices = catalog.packageNames().stream()
                .flatMap(name -> catalog.requirements(name).stream())
                .filter(other -> other.field().equals(Catalog.CAMPAIGN_TYPE))
                .flatMap(other -> other.input().choices().stream())
                .toList();
        requirement.campaignTypes().stream()
                .filter(type -> !choices.isEmpty() && !choices.contains(type))
                .forEach(type -> complain(
                        row,
                        requirement.name(),
                        "“%s” is no campaign type; write one of %s".formatted(type, String.join(", ", choices))));
    }

    /** Judged alone; where FEEL may look at other answers, among the examples of all the others. */
    private void checkExample(Row row, Requirement requirement, Catalog catalog) {
        if (requirement.wholeDocument()) {
            return;
        }
        var looksElsewhere = requirement.rule().conditions().stream().anyMatch(Conditions.Feel.class::isInstance);
        var finding = requirement.example().isEmpty()
                ? Finding.notMet("it is empty.")
                : requirement
                        .rule()
                        .judge(
                                Catalog.answerIn(requirement),
                                looksElsewhere
                                        ? among(requirement, catalog)
                                        : Question.alone(requirement.field(), requirement.label(), words));
        if (finding != null) {
            complain(
                    row,
                    requirement.name(),
                    "the example does not satisfy its own rule (%s); give a better one: %s"
                            .formatted(
                                    finding.about("example").replaceAll("\\.$", ""),
                                    requirement.rule().goodAnswer()));
        }
    }

    private Question among(Requirement requirement, Catalog catalog) {
        var examples = new LinkedHashMap<String, JsonNode>();
        catalog.packageNames().forEach(name -> examples.put(name, catalog.example(name)));
        return new Question(
                requirement.field(),
                requirement.label(),
                catalog.example(requirement.packageName()),
                examples,
                Question.ANY_DAY,
                words);
    }

    private void complain(Row row, Contract contract, String what) {
        violations.add("Contracts table, row %d (%s): %s"
                .formatted(row.number(), contract.key().isEmpty() ? "without a key" : contract.key(), ended(what)));
    }

    private void complain(Row row, String where, String what) {
        violations.add("Requirements table, row %d (%s): %s".formatted(row.number(), where, ended(what)));
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private record Read(Row row, Requirement requirement) {}
}
