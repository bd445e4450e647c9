package dev.baton.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that contradict themselves, and what the gate says about answers. */
class CatalogTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest(name = "{1} = “{2}”")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            contracts | owner      | ''                      | Contracts table, row 2 (content-to-design): it names no owner; name the one role that answers for this handoff, e.g. strategist.
            contracts | owner      | creative, manager       | Contracts table, row 2 (content-to-design): it names several owners; keep the one role that answers for this handoff.
            contracts | packages   | designBrief, desgin     | Contracts table, row 2 (content-to-design): the package “desgin” has no row in the requirements table; add its fields there or use one of designBrief, creativeBrief.
            contracts | contract   | Content to design       | Contracts table, row 2 (Content to design): the contract's key is no key; write it like creative-to-production.
            contracts | contract   | strategy-to-creative    | Contracts table, row 2 (strategy-to-creative): this contract stands in the table twice; remove one of the rows.
            contracts | leadTime   | ''                      | Contracts table, row 2 (content-to-design): it names no lead time; fill that cell: the handoff map shows it to everyone.
            contracts | from       | ''                      | Contracts table, row 2 (content-to-design): it names no from; fill that cell.
            requirements | package  | desginBrief            | Requirements table, row 2 (desginBrief.examples): no contract asks for the package “desginBrief”; name it in the contracts table or correct it here.
            requirements | package  | ''                     | Requirements table, row 2 (.examples): it names no package; write one like strategyBrief.
            requirements | field    | message order          | Requirements table, row 2 (designBrief.message order): it names no field; write one like keyMessage, or * for the package as a whole.
            requirements | field    | messageHierarchy       | Requirements table, row 2 (designBrief.messageHierarchy): this field stands in the table twice; remove one of the rows.
            requirements | label    | ''                     | Requirements table, row 2 (designBrief.examples): the cell “label” is empty; a marketer reads it, so fill it.
            requirements | risk     | ''                     | Requirements table, row 2 (designBrief.examples): the cell “risk” is empty; a marketer reads it, so fill it.
            requirements | level    | sometimes              | Requirements table, row 2 (designBrief.examples): “sometimes” is no level. Choose one of: always, medium, high, external.
            requirements | holdsBack | everything            | Requirements table, row 2 (designBrief.examples): “everything” is no boundary. Choose one of: execution, launch, sales.
            requirements | rule     | list of txt (loud)     | Requirements table, row 2 (designBrief.examples): “loud” is no rule. Known rules, to be joined by semicolons:
            requirements | rule     | feel: value >          | Requirements table, row 2 (designBrief.examples): This stand-in for FEEL cannot read “value >”.
            requirements | rule     | text; or from designBrief.exmaples | Requirements table, row 2 (designBrief.examples): it refers to designBrief.exmaples, which has no row; correct the name.
            requirements | example  | TBD                    | Requirements table, row 2 (designBrief.examples): the example does not satisfy its own rule (example (entry 1): “TBD” only holds the place; write the answer itself); give a better one: one point per line, each in a few words of its own.
            requirements | example  | ''                     | Requirements table, row 2 (designBrief.examples): the example does not satisfy its own rule (example: it is empty); give a better one: one point per line, each in a few words of its own.
            """)
    void aContradictionIsNamedWithTableRowAndRemedy(String table, String header, String cell, String sentence) {
        List<Row> contracts = new ArrayList<>(contracts());
        List<Row> requirements = new ArrayList<>(requirements());
        List<Row> changed = table.equals("contracts") ? contracts : requirements;
        changed.set(1, with(changed.get(1), header, cell));

        InvalidCatalog invalid = catchThrowableOfType(
                InvalidCatalog.class, () -> Catalog.of(contracts, requirements, Shipped.WORDS, new FakeExpressions()));

        assertThat(invalid.violations())
                .anySatisfy(violation -> assertThat(violation).startsWith(sentence));
    }

    @Test
    void allContradictionsAreNamedAtOnce() {
        List<Row> contracts =
                List.of(with(contracts().get(0), "owner", ""), with(contracts().get(1), "owner", ""));

        assertThatThrownBy(() -> Catalog.of(contracts, requirements(), Shipped.WORDS, new FakeExpressions()))
                .isInstanceOfSatisfying(
                        InvalidCatalog.class,
                        invalid -> assertThat(invalid.violations()).hasSize(2));
    }

    @Test
    void aChecklistRowMayRepeatAFieldForAnotherCampaignType() throws InvalidCatalog {
        Row email = with(requirements().get(1), "campaignType", "email");
        Row social = with(email, "campaignType", "social");

        Catalog catalog = Catalog.of(
                contracts(),
                List.of(requirements().get(0), email, social, requirements().get(2)),
                Shipped.WORDS,
                new FakeExpressions());

        assertThat(catalog.requirements("designBrief")).hasSize(3);
    }

    @Test
    void anUnknownContractIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> catalog().contract("contnet-to-design"))
                .isInstanceOf(UnknownContract.class)
                .hasMessage(
                        "“contnet-to-design” is no contract. Choose one of: strategy-to-creative, content-to-design.");
        assertThatThrownBy(() -> catalog().requirements("brief"))
                .isInstanceOf(UnknownPackage.class)
                .hasMessage("“brief” is no package. Choose one of: designBrief, creativeBrief.");
    }

    @Test
    void aGapSaysWhatIsWrongAndWhatAGoodAnswerIs() {
        ObjectNode brief = Shipped.CATALOG.example("strategyBrief").put("objective", "Raise awareness");

        Gap gap = onlyGap("strategyBrief", brief);

        assertThat(gap.label()).isEqualTo("Objective");
        assertThat(gap.problem()).isEqualTo(Problem.RULE_NOT_MET);
        assertThat(gap.message())
                .isEqualTo("Objective: nobody can tell from this when it is reached: it needs a number and a time.");
        assertThat(gap.goodAnswer())
                .isEqualTo(
                        "A good answer: a result with a number and a time, such as “300 trial sign-ups by 30 June”.");
        assertThat(gap.risk()).startsWith("Execution starts on assumptions");
        assertThat(gap.filledBy()).isEqualTo("strategist");
        assertThat(gap.example()).startsWith("Win 300 trial sign-ups");
    }

    @Test
    void aBriefThatDoesNotFitOnePageIsAGapOfItsOwn() {
        ObjectNode brief = Shipped.CATALOG.example("strategyBrief");

        assertThat(AnswerText.count(AnswerText.of(brief))).isLessThanOrEqualTo(600);
        assertThat(onlyGap("strategyBrief", brief.put("whyNow", "word ".repeat(600)))
                        .field())
                .isEqualTo(Requirement.WHOLE_DOCUMENT);
    }

    @Test
    void nothingWrittenIsZeroPercent() {
        Verdict verdict = Shipped.CATALOG.check("strategy-to-execution", Map.of(), Shipped.SIMPLE);

        assertThat(verdict.complete()).isFalse();
        assertThat(verdict.completenessPercent()).isZero();
    }

    @Test
    void theWorstGapComesFirstThenWhatEveryCampaignNeedsThenTheOrderOfTheTable() throws InvalidCatalog {
        Row first = with(requirements().get(0), "level", "medium");
        Row second = requirements().get(1);
        Row launch = with(with(requirement(3, "designBrief", "events"), "holdsBack", "launch"), "level", "medium");
        Row execution = with(requirement(4, "designBrief", "goal"), "holdsBack", "execution");

        Verdict verdict = Catalog.of(
                        contracts(),
                        List.of(first, second, launch, execution, requirements().get(2)),
                        Shipped.WORDS,
                        new FakeExpressions())
                .check("content-to-design", Map.of(), Shipped.MEDIUM);

        assertThat(verdict.gaps())
                .extracting(Gap::field)
                .containsExactly("goal", "events", second.cell("field"), first.cell("field"));
    }

    @Test
    void whatTheRuleCannotDescribeIsShownByItsExample() {
        var production = Shipped.CATALOG.example("productionPackage").put("timeline", "We will manage");
        Map<String, JsonNode> packages = Map.of("productionPackage", production);

        assertThat(Shipped.CATALOG
                        .check("creative-to-production", packages, Shipped.SIMPLE)
                        .gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.goodAnswer())
                        .startsWith("A good answer reads like this: “Build the email by 17 February; Test"));
    }

    @Test
    void oneOfThreeAnswersIsThirtyThreePercent() throws Exception {
        JsonNode brief = JSON.readTree("{\"messageHierarchy\":[\"Know Saturday\"],\"examples\":[\"?\"]}");

        Verdict verdict = Shipped.CATALOG.check("content-to-design", Map.of("designBrief", brief), Shipped.SIMPLE);

        assertThat(verdict.completenessPercent()).isEqualTo(33);
        assertThat(verdict.gaps())
                .extracting(Gap::field, Gap::problem)
                .containsExactly(tuple("examples", Problem.PLACEHOLDER), tuple("requiredSections", Problem.MISSING));
    }

    @Test
    void whatTheLevelDoesNotAskForIsNotJudged() {
        ObjectNode brief = Shipped.CATALOG.example("strategyBrief").put("channelReasoning", "n/a");
        Map<String, JsonNode> packages = Shipped.examples();
        packages.put("strategyBrief", brief);

        assertThat(Shipped.CATALOG
                        .check("strategy-to-execution", packages, Shipped.SIMPLE)
                        .complete())
                .isTrue();
        assertThat(Shipped.CATALOG
                        .check("strategy-to-execution", packages, Shipped.MEDIUM)
                        .complete())
                .isFalse();
    }

    @Test
    void aCreativeBriefInheritsWhatTheStrategySaid() {
        Map<String, JsonNode> packages = Shipped.examples();
        packages.put(
                "creativeBrief",
                Shipped.CATALOG
                        .example("creativeBrief")
                        .without(List.of("primaryMessage", "successMetrics", "offLimits", "strategySummary")));

        assertThat(Shipped.CATALOG
                        .check("strategy-to-creative", packages, Shipped.OUTSIDE)
                        .complete())
                .isTrue();
        assertThat(Shipped.CATALOG.inherited("creativeBrief", packages).properties())
                .extracting(Map.Entry::getKey)
                .contains("objective", "context", "constraints", "success", "primaryMessage", "strategySummary");
    }

    @Test
    void whatTheStrategyLeftOpenCannotBeInherited() {
        Map<String, JsonNode> packages = Shipped.examples();
        packages.put("strategyBrief", Shipped.CATALOG.example("strategyBrief").put("keyMessage", "TBD"));
        packages.put("creativeBrief", Shipped.CATALOG.example("creativeBrief").without("primaryMessage"));

        assertThat(Shipped.CATALOG
                        .check("strategy-to-creative", packages, Shipped.SIMPLE)
                        .gaps())
                .extracting(Gap::field)
                .containsExactly("primaryMessage");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            primaryMessage | On Thursday, Tally Forecast tells you what your café will sell on Saturday! | true
            primaryMessage | Know on Thursday what your café sells on Saturday                           | true
            primaryMessage | The cheapest till for bakeries                                              | false
            successMetrics | 300 trial sign-ups by 31 May                                                | true
            successMetrics | Trial sign-ups                                                              | true
            successMetrics | 500 trial sign-ups by 31 May                                                | false
            successMetrics | Ten thousand impressions                                                    | false
            """)
    void aRestatementAgreesOrSaysWhyNot(String field, String restated, boolean agrees) {
        Map<String, JsonNode> packages = Shipped.examples();
        ObjectNode brief = Shipped.CATALOG.example("creativeBrief").put(field, restated);
        packages.put("creativeBrief", brief);

        assertThat(Shipped.CATALOG
                        .check("strategy-to-creative", packages, Shipped.SIMPLE)
                        .complete())
                .isEqualTo(agrees);

        brief.put("deviationReason", "tbd");
        assertThat(Shipped.CATALOG
                        .check("strategy-to-creative", packages, Shipped.SIMPLE)
                        .complete())
                .isEqualTo(agrees);

        brief.put("deviationReason", "The fair audience asked for it in January.");
        assertThat(Shipped.CATALOG
                        .check("strategy-to-creative", packages, Shipped.SIMPLE)
                        .complete())
                .isTrue();
    }

    @Test
    void aPackageThatIsNoDocumentCountsAsEmpty() throws Exception {
        Verdict verdict =
                Shipped.CATALOG.check("content-to-design", Map.of("designBrief", JSON.readTree("[1]")), Shipped.SIMPLE);

        assertThat(verdict.gaps()).hasSize(3);
    }

    private static Gap onlyGap(String packageName, ObjectNode document) {
        Map<String, JsonNode> packages = Shipped.examples();
        packages.put(packageName, document);
        List<Gap> gaps = Shipped.CATALOG
                .check("strategy-to-execution", packages, Shipped.SIMPLE)
                .gaps();
        assertThat(gaps).hasSize(1);
        return gaps.get(0);
    }

    private static Catalog catalog() throws InvalidCatalog {
        return Catalog.of(contracts(), requirements(), Shipped.WORDS, new FakeExpressions());
    }

    private static List<Row> contracts() {
        return List.of(
                contract(1, "strategy-to-creative", "creativeBrief"), contract(2, "content-to-design", "designBrief"));
    }

    private static Row contract(int number, String key, String packages) {
        Map<String, String> cells = new HashMap<>();
        for (String header : List.of(
                "name",
                "requiredInput",
                "expectedOutput",
                "acceptanceCriteria",
                "leadTime",
                "reviewPoint",
                "failureSignal",
                "risk",
                "place")) {
            cells.put(header, "said in a few words");
        }
        cells.putAll(Map.of(
                "contract", key, "from", "creative", "to", "creative", "owner", "creative", "packages", packages));
        return new Row(number, cells);
    }

    private static List<Row> requirements() {
        return List.of(
                requirement(1, "designBrief", "messageHierarchy"),
                requirement(2, "designBrief", "examples"),
                requirement(3, "creativeBrief", "primaryMessage"));
    }

    private static Row requirement(int number, String packageName, String field) {
        return new Row(
                number,
                Map.of(
                        "package", packageName,
                        "field", field,
                        "label", "A label",
                        "level", "always",
                        "rule", "list of text",
                        "reason", "It helps.",
                        "risk", "It hurts.",
                        "filledBy", "creative",
                        "example", "Know Saturday on Thursday"));
    }

    private static Row with(Row row, String header, String cell) {
        Map<String, String> cells = new HashMap<>(row.cells());
        cells.put(header, cell);
        return new Row(row.number(), cells);
    }
}
