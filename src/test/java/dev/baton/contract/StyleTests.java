package dev.baton.contract;

import static java.util.Objects.requireNonNull;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rich answers pass however they are worded; empty ones fail with a sentence that tells why. */
class StyleTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path STYLES = Path.of("src/test/resources/styles");

    @ParameterizedTest
    @MethodSource("styles")
    void aCompletePackageIsNotPunishedForItsStyle(Path file) throws IOException {
        JsonNode style = JSON.readTree(Files.readString(file));
        assertThat(style.path("note").asText()).startsWith("Made up for tests.");

        Verdict verdict = Shipped.CATALOG.check(style.path("contract").asText(), packages(style), situation(style));

        assertThat(verdict.gaps()).extracting(Gap::message).isEmpty();
        assertThat(verdict.completenessPercent()).isEqualTo(100);
    }

    @ParameterizedTest(name = "{0} = “{1}”")
    @CsvSource(delimiter = '|', textBlock = """
            strategyBrief.objective          | TBD                                    | “TBD” only holds the place; write the answer itself.
            strategyBrief.objective          | we want more awareness                 | nobody can tell from this when it is reached: it needs a number and a time.
            strategyBrief.objective          | More awareness by the end of Q2 2027   | this says by when, but not how much: add a number.
            strategyBrief.objective          | 300 trial sign-ups                     | this says how much, but not by when: add a time.
            strategyBrief.objective          | As soon as possible!                   | “As soon as possible” is no time anybody can plan by; say when.
            strategyBrief.audience           | Everyone                               | “Everyone” is nobody in particular; say who exactly.
            strategyBrief.audience           | everybody.                             | “everybody” is nobody in particular; say who exactly.
            strategyBrief.audience           | Tout le monde                          | “Tout le monde” is nobody in particular; say who exactly.
            strategyBrief.audience           | Café owners (see attached)             | “Café owners (see attached)” leads nowhere from here; write it down or give a link.
            strategyBrief.brandBoundaries    | the usual                              | “the usual” is known only to those who were there; write it down.
            strategyBrief.brandBoundaries    | wie immer                              | “wie immer” is known only to those who were there; write it down.
            strategyBrief.constraints        | as discussed                           | “as discussed” is known only to those who were there; write it down.
            strategyBrief.constraints        | noch offen                             | “noch offen” only holds the place; write the answer itself.
            strategyBrief.offer              | Not decided; will be usage-based       | “Not decided; will be usage-based” only holds the place; write the answer itself.
            strategyBrief.decisionOwner      | tbc – Ben or Dana                      | “tbc – Ben or Dana” only holds the place; write the answer itself.
            strategyBrief.keyMessage         | Know Saturday. Waste less. Sleep more. Pay later. | this reads like several messages; say the one that must be remembered.
            strategyBrief.strategySummary    | We win. They pay. All gain. The end.   | this has 4 sentences; keep the 3 that matter most.
            executionBrief.launchDate        | asap                                   | “asap” is no time anybody can plan by; say when.
            executionBrief.launchDate        | 11/30                                  | “11/30” has no year: which year?
            executionBrief.launchDate        | 06/07/2027                             | “06/07/2027” can be two days; write 2027-07-06 or 2027-06-07.
            executionBrief.launchDate        | 31.06.2027                             | “31.06.2027” is no day in the calendar.
            executionBrief.launchDate        | 00/05/2027                             | “00/05/2027” is no day in the calendar.
            executionBrief.launchDate        | 2027-03-02 (TBC)                       | “2027-03-02 (TBC)” says more than a day: write the day alone, such as 2027-03-02.
            executionBrief.launchDate        | spring 2027                            | “spring 2027” names no day: which day and month?
            executionBrief.launchDate        | 30 March or 6 April 2027               | “30 March or 6 April 2027” names more than one day: write the one day, such as 2027-03-02.
            feedbackProtocol.responseTime    | quickly                                | “quickly” is no time anybody can plan by; say when.
            feedbackProtocol.responseTime    | when Ben has read it                   | there is no number in it.
            launchPackage.trackingTested     | will be tested on Friday               | “will be tested on Friday” is no plain yes: say yes, or what is missing.
            launchPackage.trackingTested     | Yes, except the Facebook pixel         | “Yes, except the Facebook pixel” is no plain yes: say yes, or what is missing.
            launchPackage.trackingTested     | Yes / No                               | “Yes / No” is no plain yes: say yes, or what is missing.
            launchPackage.trackingTested     | Complete: 40 %                         | “Complete: 40 %” is no plain yes: say yes, or what is missing.
            trackingPlan.utmSource           | Facebook                               | “Facebook” would split your reports; write facebook.
            trackingPlan.utmSource           | facebook, instagram                    | “facebook, instagram” reads like several values; write one per line.
            trackingPlan.utmSource           | Story link: Insta Gram                 | “Insta Gram” would split your reports; write insta-gram.
            """)
    void anEmptyAnswerFailsAndIsToldWhy(String field, String answer, String why) {
        assertThat(requireNonNull(finding(field, TextNode.valueOf(answer))).what())
                .isEqualTo(why);
    }

    @ParameterizedTest(name = "{0} = “{1}”")
    @CsvSource(delimiter = '|', textBlock = """
            strategyBrief.constraints        | No constraints, because nothing else runs in May
            strategyBrief.constraints        | None
            strategyBrief.audience           | Everyone who rented a bike from us last summer
            strategyBrief.audience           | Café owners, described in https://docs.tally.example/personas (see attached chart)
            strategyBrief.brandBoundaries    | The usual tone: warm, never ironic
            strategyBrief.whyNow             | As discussed with product on 3 March: the price of milk rises in April
            strategyBrief.offer              | Not decided by us alone: partners give 10 to 20 %
            strategyBrief.keyMessage         | Saturday, solved: know on Thursday what sells
            strategyBrief.decisionOwner      | Ben (design)
            executionBrief.launchDate        | Tuesday, 2 March 2027
            executionBrief.launchDate        | March 2nd, 2027
            executionBrief.launchDate        | 02.03.2027
            executionBrief.launchDate        | 3/15/2027
            executionBrief.launchDate        | 2. März 2027
            executionBrief.launchDate        | 2 mars 2027
            feedbackProtocol.responseTime    | innerhalb von zwei Werktagen
            launchPackage.trackingTested     | Tested by Ines on 1 March, 12 of 12 events arrive
            launchPackage.contingencyPlan    | Serverausfall: statische Kopie. Zu schwache Zahlen: mehr Budget
            launchPackage.contingencyPlan    | Bei Systemstörungen die Kopie. Ziel verfehlt: zweiter Versand
            launchPackage.contingencyPlan    | Si la page tombe en panne : copie statique. Résultats plus faibles : second envoi
            launchPackage.contingencyPlan    | On failure or downtime: static copy. Missed targets: second email
            productionPackage.timeline       | Bau bis Montag, dann zwei Tage Zeitpuffer
            productionPackage.timeline       | Fin lundi, deux jours de réserve
            trackingPlan.utmSource           | Story link: instagram
            creativeBrief.audienceInsights   | Frauen, 25–34, die abends keine Zeit haben
            """)
    void anAnswerThatSaysSomethingPasses(String field, String answer) {
        assertThat(finding(field, TextNode.valueOf(answer))).isNull();
    }

    static Stream<Path> styles() throws IOException {
        try (Stream<Path> files = Files.list(STYLES)) {
            List<Path> sorted = files.sorted().toList();
            assertThat(sorted).hasSizeGreaterThanOrEqualTo(12);
            return sorted.stream();
        }
    }

    private static @Nullable Finding finding(String field, JsonNode answer) {
        int dot = field.indexOf('.');
        Requirement requirement = Shipped.CATALOG.requirements(field.substring(0, dot)).stream()
                .filter(candidate -> candidate.field().equals(field.substring(dot + 1)))
                .findFirst()
                .orElseThrow();
        return requirement
                .rule()
                .judge(answer, Question.alone(requirement.field(), requirement.label(), Shipped.WORDS));
    }

    private static Situation situation(JsonNode style) {
        return new Situation(
                Complexity.of(style.path("complexity").asText()),
                ExecutionParty.of(style.path("executionParty").asText()),
                style.path("campaignType").asText(),
                LocalDate.of(2027, 1, 4));
    }

    private static Map<String, JsonNode> packages(JsonNode style) {
        Map<String, JsonNode> packages = new LinkedHashMap<>();
        style.path("packages").properties().forEach(each -> packages.put(each.getKey(), each.getValue()));
        return packages;
    }
}
