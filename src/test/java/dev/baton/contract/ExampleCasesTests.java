package dev.baton.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that were once judged wrongly, each held to its right verdict. */
class ExampleCasesTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CASES = Path.of("src/test/resources/examples/cases");

    @ParameterizedTest
    @MethodSource("openAnswers")
    void whatSaysThatItIsOpenIsNoAnswer(String text) {
        assertThat(judge("strategyBrief", "offer", text)).isNotNull();
    }

    static Stream<String> openAnswers() {
        return Stream.concat(
                texts("check-open-answers", "pass_today_but_are_open"),
                Stream.of("TBD – waiting on budget", "~~TBD~~", "> TBD", "T\u200bBD", "[TBD](https://example.org)"));
    }

    @ParameterizedTest
    @MethodSource("numbersInNames")
    void aNumberInANameOrADateIsNoAmount(String objective) {
        assertThat(judge("strategyBrief", "objective", objective)).isNotNull();
    }

    static Stream<String> numbersInNames() {
        return texts("check-objective-numbers-in-names", "should_be_gaps");
    }

    @ParameterizedTest
    @MethodSource("amountsWithATime")
    void anAmountWithATimeCanBeMeasured(String objective) {
        assertThat(judge("strategyBrief", "objective", objective)).isNull();
    }

    static Stream<String> amountsWithATime() {
        return texts("check-objective-numbers-in-names", "should_pass");
    }

    @ParameterizedTest
    @MethodSource("takenBack")
    void aYesThatTakesSomethingBackConfirmsNothing(String text) {
        assertThat(judge("launchPackage", "utmTested", text)).isNotNull();
    }

    static Stream<String> takenBack() {
        return texts("check-yes-taken-back", "confirm_today_but_must_not");
    }

    @ParameterizedTest
    @MethodSource("plainYes")
    void theTickedBoxConfirms(String text) {
        assertThat(judge("launchPackage", "utmTested", text)).isNull();
    }

    static Stream<String> plainYes() {
        return texts("check-yes-taken-back", "refused_but_is_yes");
    }

    @ParameterizedTest
    @MethodSource("days")
    void aDayThatCanOnlyBeOneIsRead(String text) {
        assertThat(judge("executionBrief", "launchDate", text)).isNull();
    }

    static Stream<String> days() {
        return texts("check-year-first-days", "values");
    }

    @ParameterizedTest
    @MethodSource("splitReports")
    void aTrackingValueThatSplitsReportsIsAGap(String value) {
        assertThat(judge("trackingPlan", "utmCampaign", value)).isNotNull();
    }

    static Stream<String> splitReports() {
        return texts("check-utm", "pass_but_split_reports");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            utm_campaign=spring-launch ¦ write spring-launch.
            https://ex.org/?utm_source=x&utm_medium=y&utm_campaign=z ¦ write z.
            email | social ¦ reads like several values; write one per line.
            """)
    void aTrackingValueIsTidiedToWhatWasMeant(String value, String remedy) {
        assertThat(judge("trackingPlan", "utmCampaign", value))
                .isNotNull()
                .extracting(Finding::what)
                .asString()
                .endsWith(remedy);
    }

    @Test
    void aWeekdayMustFitItsDate() throws IOException {
        assertThat(messages("strategy-to-execution", "check-weekday-contradicts", null))
                .anyMatch(message -> message.endsWith("is a Monday: correct the day or the weekday."))
                .anyMatch(message -> message.contains("“2027-04-01?”"));
    }

    @Test
    void nothingOfABriefOfOpenAnswersPasses() throws IOException {
        var messages = messages("strategy-to-execution", "brief-open-answers", null);

        assertThat(messages)
                .noneMatch(message -> message.contains("nothing is written") && message.startsWith("Offer"))
                .anyMatch(message -> message.startsWith("Objective: this says by when, but not how much"));
        for (var label : Stream.of("Why now", "Audience", "Offer", "Key message", "Who decides", "Constraints")
                .toList()) {
            assertThat(messages)
                    .anyMatch(message -> message.startsWith(label) && message.contains("only holds the place"));
        }
    }

    @Test
    void aLaunchThatWasNotTestedIsHeld() throws IOException {
        assertThat(messages("production-to-launch", "launch-not-tested", null))
                .hasSize(3)
                .allMatch(message -> message.endsWith("is no plain yes: say yes, or what is missing."));
    }

    @Test
    void daysThatContradictTheLaunchAreNamed() throws IOException {
        assertThat(messages("strategy-to-execution", "start-contradicting-days", LocalDate.of(2027, 3, 15)))
                .contains(
                        "Launch date: 2027-04-20 is not the launch date of the handoff, 2027-03-15; correct the one that is"
                                + " wrong.",
                        "Milestones (row 1 “Assets ready”, date): 2027-05-30 lies after the launch on 2027-03-15; correct"
                                + " the day, or move the launch.",
                        "When success is measured: 2027-01-05 does not lie after the launch on 2027-03-15; correct the day,"
                                + " or move the launch.");
    }

    @Test
    void withoutALaunchDateOfTheHandoffTheBriefsOwnCounts() throws IOException {
        assertThat(messages("strategy-to-execution", "start-contradicting-days", null))
                .noneMatch(message -> message.startsWith("Launch date"))
                .anyMatch(message -> message.contains("lies after the launch on 2027-04-20"));
    }

    @Test
    void aYearOfFiveDigitsIsNoDay() throws IOException {
        var day = read("launch-day-of-year-12027")
                .path("POST /api/handoffs")
                .path("launchDate")
                .asText();

        assertThat(judge("executionBrief", "launchDate", day)).isNotNull();
    }

    @Test
    void aPastedTableIsReadRowByRow() throws IOException {
        var pasted = read("form-pasted-table");
        var brief = JSON.readTree(pasted.at("/variables/executionBrief/value").asText());

        for (var text : Stream.of(
                        brief.path("milestones").asText(),
                        pasted.path("tab_separated").asText())
                .toList()) {
            assertThat(form("executionBrief", "milestones", text))
                    .hasToString("[{\"name\":\"Concept agreed\",\"date\":\"2027-01-22\"}]");
        }
        assertThat(form(
                        "decisionFramework",
                        "rules",
                        pasted.path("header_row_is_data").asText()))
                .hasToString("[{\"question\":\"May we show a discount?\",\"guidance\":\"No\"}]");
    }

    @Test
    void bulletsOfAWordProcessorComeOff() {
        assertThat(form(
                        "strategyBrief",
                        "constraints",
                        "•\t€18,000 in all\no\tNo discounts\n1.\tNo robots\n- No jokes"))
                .hasToString("[\"€18,000 in all\",\"No discounts\",\"No robots\",\"No jokes\"]");
    }

    private static JsonNode form(String packageName, String field, String text) {
        return Shipped.CATALOG
                .fromForm(packageName, JSON.createObjectNode().put(field, text))
                .path(field);
    }

    private static List<String> messages(String contract, String name, @Nullable LocalDate launch) throws IOException {
        var packages = new LinkedHashMap<String, JsonNode>(Map.of());
        read(name).path("packages").properties().forEach(each -> packages.put(each.getKey(), each.getValue()));
        var situation = new Situation(Complexity.SIMPLE, ExecutionParty.INTERNAL, null, Shipped.TODAY, launch);
        return Shipped.CATALOG.check(contract, packages, situation).gaps().stream()
                .map(Gap::message)
                .toList();
    }

    private static @Nullable Finding judge(String packageName, String field, String text) {
        var requirement = Shipped.CATALOG.requirements(packageName).stream()
                .filter(candidate -> candidate.field().equals(field))
                .findFirst()
                .orElseThrow();
        return requirement
                .rule()
                .judge(TextNode.valueOf(text), Question.alone(field, requirement.label(), Shipped.WORDS));
    }

    private static Stream<String> texts(String name, String list) {
        try {
            return StreamSupport.stream(read(name).path(list).spliterator(), false)
                    .map(JsonNode::asText);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static JsonNode read(String name) throws IOException {
        return JSON.readTree(Files.readString(CASES.resolve(name + ".json")));
    }
}
