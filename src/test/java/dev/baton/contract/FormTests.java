package dev.baton.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.shared.Json;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists as text in a form, and back. */
class FormTests {

    private static final ObjectMapper JSON = Json.MAPPER;
    private static final Catalog CATALOG = Shipped.CATALOG;

    @Test
    void aListIsOneRowPerLineWithCellsSplitByBars() throws Exception {
        ObjectNode brief = object("""
                {"constraints": ["€18,000 in all", "No discounts"],
                 "supportingMessages": [{"message": "A third less", "reasoning": "Proof"}, {"message": "No spreadsheets"}]}
                """);

        ObjectNode form = CATALOG.formView("strategyBrief", brief);

        assertThat(form.path("constraints").asText()).isEqualTo("€18,000 in all\nNo discounts");
        assertThat(form.path("supportingMessages").asText()).isEqualTo("A third less | Proof\nNo spreadsheets");
        assertThat(CATALOG.fromForm("strategyBrief", form)).isEqualTo(brief);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            {"message": "Now|then", "reasoning": "a\\\\b"}         ¦ Now\\|then | a\\\\b
            {"message": "two\\nlines", "reasoning": "a ↵ sign"}    ¦ two↵lines | a \\↵ sign
            {"message": "=5", "reasoning": "- a dash"}             ¦ \\=5 | - a dash
            {"message": " edge", "reasoning": ""}                  ¦ =" edge" | =""
            {"message": 3, "reasoning": true}                      ¦ =3 | =true
            {"message": "a", "note": "b | c"}                      ¦ ={"message":"a","note":"b \\| c"}
            {"reasoning": "only this"}                             ¦ | only this
            {}                                                     ¦ ={}
            """)
    void whatLooksLikeASeparatorSurvives(String row, String line) throws Exception {
        ObjectNode brief = JSON.createObjectNode();
        brief.putArray("supportingMessages").add(JSON.readTree(row));

        ObjectNode form = CATALOG.formView("strategyBrief", brief);

        assertThat(form.path("supportingMessages").asText().strip()).isEqualTo(line);
        assertThat(CATALOG.fromForm("strategyBrief", form)).isEqualTo(brief);
    }

    @Test
    void peopleMayTypeBulletsBlankLinesAndBarsWithoutSpaces() throws Exception {
        ObjectNode form = JSON.createObjectNode()
                .put("constraints", "- €18,000 in all\r\n\r\n• No discounts\n")
                .put("supportingMessages", "A third less|Proof | from the pilot\nC:\\new = \\path");

        assertThat(CATALOG.fromForm("strategyBrief", form)).isEqualTo(object("""
                {"constraints": ["€18,000 in all", "No discounts"],
                 "supportingMessages": [{"message": "A third less", "reasoning": "Proof | from the pilot"},
                                        {"message": "C:\\\\new = \\\\path"}]}
                """));
    }

    @Test
    void numbersAndAnswersOfYesComeBackAsSuch() throws Exception {
        ObjectNode launch = object("""
                {"launchSequence": [{"what": "Email", "when": "9:30", "order": 2}], "trackingTested": true}
                """);
        ObjectNode onboarding = object("""
                {"kickoffCall": {"date": "2027-01-11", "held": true, "understandingConfirmed": false}}
                """);

        assertThat(CATALOG.formView("launchPackage", launch)
                        .path("launchSequence")
                        .asText())
                .isEqualTo("Email | 9:30 | 2");
        assertThat(CATALOG.formView("onboardingPackage", onboarding)
                        .path("kickoffCall")
                        .asText())
                .isEqualTo("2027-01-11 | yes | no");
        assertThat(CATALOG.fromForm("launchPackage", CATALOG.formView("launchPackage", launch)))
                .isEqualTo(launch);
        assertThat(CATALOG.fromForm("onboardingPackage", CATALOG.formView("onboardingPackage", onboarding)))
                .isEqualTo(onboarding);
    }

    @Test
    void aDayIsKeptAsYearMonthDayHoweverItIsTyped() {
        ObjectNode form = JSON.createObjectNode().put("milestones", "Drafts | 5 February 2027\nLaunch | 2/3/2027");

        assertThat(CATALOG.fromForm("executionBrief", form).path("milestones")).hasToString("""
                [{"name":"Drafts","date":"2027-02-05"},{"name":"Launch","date":"2/3/2027"}]""");
    }

    @Test
    void aRecordMayBeTypedWithOnePartPerLine() {
        ObjectNode form = JSON.createObjectNode().put("kickoffCall", "2027-01-11\nyes\nyes");

        assertThat(CATALOG.fromForm("onboardingPackage", form).path("kickoffCall"))
                .isEqualTo(CATALOG.example("onboardingPackage").path("kickoffCall"));
    }

    @Test
    void aFieldThatWasNotTouchedKeepsExactlyItsValue() throws Exception {
        ObjectNode shown = object("""
                {"constraints": "one text instead of a list", "supportingMessages": ["just text"], "offer": ["a", "b"],
                 "keyMessage": "first\\r\\nsecond", "objective": "old"}
                """);
        ObjectNode form = CATALOG.formView("strategyBrief", shown);
        form.put("objective", "new").put("keyMessage", "first\nsecond");

        assertThat(CATALOG.fromForm("strategyBrief", form, shown))
                .isEqualTo(shown.deepCopy().put("objective", "new"));
    }

    @Test
    void whatNoTableNamesAndWhatIsNoTextPassesAsItIs() throws Exception {
        ObjectNode form = object("""
                {"shownVersions": {"strategyBrief": 3}, "constraints": ["already", "a list"], "offer": null}
                """);

        assertThat(CATALOG.fromForm("strategyBrief", form)).isEqualTo(form);
    }

    @Test
    void everyExampleGoesToAFormAndComesBack() {
        CATALOG.packageNames().forEach(name -> {
            ObjectNode example = CATALOG.example(name);
            assertThat(CATALOG.fromForm(name, CATALOG.formView(name, example))).isEqualTo(example);
        });
    }

    /** Five thousand documents of awkward texts; the seed is fixed, so a failure can be repeated. */
    @Test
    void whateverIsInAListComesBackUnchanged() {
        Random random = new Random(20270302);
        for (int i = 0; i < 5_000; i++) {
            ObjectNode brief = JSON.createObjectNode();
            brief.set("constraints", list(random, () -> JSON.valueToTree(awkward(random))));
            brief.set("supportingMessages", list(random, () -> row(random, "message", "reasoning")));
            ObjectNode launch = JSON.createObjectNode();
            launch.set("launchSequence", list(random, () -> row(random, "what", "when", "order")));
            ObjectNode onboarding = JSON.createObjectNode();
            onboarding.set("kickoffCall", row(random, "date", "held", "understandingConfirmed"));

            Map.of("strategyBrief", brief, "launchPackage", launch, "onboardingPackage", onboarding)
                    .forEach((name, document) -> assertThat(CATALOG.fromForm(name, CATALOG.formView(name, document)))
                            .isEqualTo(document));
        }
    }

    private static ArrayNode list(Random random, Supplier<JsonNode> entry) {
        ArrayNode list = JSON.createArrayNode();
        for (int i = 0; i <= random.nextInt(4); i++) {
            list.add(entry.get());
        }
        return list;
    }

    private static ObjectNode row(Random random, String... columns) {
        ObjectNode row = JSON.createObjectNode();
        for (String column : columns) {
            if (random.nextInt(5) > 0) {
                row.set(column, JSON.valueToTree(awkward(random)));
            }
        }
        if (random.nextInt(9) == 0) {
            row.put("note", String.valueOf(awkward(random)));
        }
        return row;
    }

    private static Object awkward(Random random) {
        List<Object> values =
                List.of(true, false, 7, -1.5, 1e30, "yes", "7", "", " ", "=1", "={}", "2027-01-11", "null");
        if (random.nextInt(3) == 0) {
            return values.get(random.nextInt(values.size()));
        }
        String signs = "ab |\\\n\r\t↵=-•\"{}[]:,\u00a0\u2028é";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= random.nextInt(8); i++) {
            text.append(signs.charAt(random.nextInt(signs.length())));
        }
        return text.toString();
    }

    private static ObjectNode object(String json) throws Exception {
        return (ObjectNode) JSON.readTree(json);
    }
}
