package dev.baton.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Eight briefs that real teams wrote, mapped to packages without adding a word, and what the gate says about them. */
class BriefsTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("examples/briefs");
    private static final int WORST = 3;

    /** Brief, contract, the day it is judged on, completeness, gaps with the worst first. */
    private static final String VERDICTS = """
            web-analytics-launch     | strategy-to-execution | 2024-02-13 | 11 | strategyBrief.objective, strategyBrief.audience, strategyBrief.decisionOwner, strategyBrief.audiencePains, strategyBrief.keyMessage, strategyBrief.messageReasoning, strategyBrief.offer, strategyBrief.constraints, strategyBrief.brandBoundaries, strategyBrief.strategySummary, executionBrief.deliverables, executionBrief.brandAssets, executionBrief.milestones, executionBrief.reviewProcess, executionBrief.launchDate, successCriteria.quantitative, successCriteria.measurementMethod, successCriteria.measurementDate, strategyBrief.audienceMotivations, strategyBrief.audienceReasoning, strategyBrief.supportingMessages, strategyBrief.channelReasoning, strategyBrief.differentiation, strategyBrief.widerPlan, executionBrief.messagingDos, executionBrief.messagingDonts, executionBrief.technicalRequirements, executionBrief.assetSpecs, successCriteria.qualitative, strategyBrief.brandGuidelines, executionBrief.brandGuidelines
            year-end-drive-assets    | strategy-to-execution | 2018-11-26 | 18 | strategyBrief.objective, strategyBrief.audience, strategyBrief.decisionOwner, strategyBrief.audiencePains, strategyBrief.keyMessage, strategyBrief.messageReasoning, strategyBrief.constraints, strategyBrief.brandBoundaries, strategyBrief.strategySummary, executionBrief.deliverables, executionBrief.brandAssets, executionBrief.reviewProcess, successCriteria.quantitative, successCriteria.measurementMethod, successCriteria.measurementDate, strategyBrief.audienceMotivations, strategyBrief.audienceReasoning, strategyBrief.supportingMessages, strategyBrief.channelReasoning, strategyBrief.competitiveContext, strategyBrief.differentiation, strategyBrief.widerPlan, executionBrief.messagingDos, executionBrief.messagingDonts, executionBrief.technicalRequirements, executionBrief.assetSpecs, successCriteria.qualitative
            homepage-redesign        | website-update        | 2020-08-27 | 40 | websiteBrief.owner, websiteBrief.tracking, websiteBrief.content
            release-candidate-post   | email-to-social       | 2025-11-11 | 33 | channelPlan.calendar, channelPlan.repurposingRules
            twitter-baseline-ad      | paid-media-setup      | 2021-07-27 | 50 | paidMediaBrief.audience, paidMediaBrief.owner, paidMediaBrief.conversionEvents, paidMediaBrief.creatives
            demo-request-leads       | crm-update            | 2022-04-14 | 25 | crmBrief.owner, crmBrief.routingRules, crmBrief.lifecycleStage
            vaccine-confidence-links | campaign-to-analytics | 2021-05-24 | 60 | trackingPlan.conversionEvents, trackingPlan.sourceRules
            static-site-prelaunch    | production-to-launch  | 2023-11-21 | 12 | launchPackage.trackingTested, launchPackage.utmTested, launchPackage.pixelsTested, launchPackage.preflightSignedBy, launchPackage.launchSequence, launchPackage.contingencyPlan, launchPackage.monitors
            """;

    /** What each brief does not say, and the gap that must name it. What no contract of the brief asks for is left out. */
    private static final String ABSENT = """
            web-analytics-launch     | launch objective                               | strategyBrief.objective
            web-analytics-launch     | target numbers or success metrics              | successCriteria.quantitative
            web-analytics-launch     | main target audience                           | strategyBrief.audience
            web-analytics-launch     | key message                                    | strategyBrief.keyMessage
            web-analytics-launch     | supporting messages                            | strategyBrief.supportingMessages
            web-analytics-launch     | firm launch date                               | executionBrief.launchDate
            web-analytics-launch     | due dates per task                             | executionBrief.milestones
            web-analytics-launch     | budget                                         | strategyBrief.constraints
            web-analytics-launch     | UTM or link naming                             | executionBrief.technicalRequirements
            web-analytics-launch     | conversion events to measure                   | successCriteria.measurementMethod
            web-analytics-launch     | who approves copy, art and go-live             | executionBrief.reviewProcess
            web-analytics-launch     | who approves                                   | strategyBrief.decisionOwner
            web-analytics-launch     | brand rules                                    | strategyBrief.brandGuidelines
            web-analytics-launch     | tone rules                                     | strategyBrief.brandBoundaries
            year-end-drive-assets    | amount to raise or number of donors            | strategyBrief.objective
            year-end-drive-assets    | target audience or donor segments              | strategyBrief.audience
            year-end-drive-assets    | success metrics                                | successCriteria.quantitative
            year-end-drive-assets    | who approves concept and artwork               | executionBrief.reviewProcess
            year-end-drive-assets    | who wrote and owns the copy                    | executionBrief.deliverables
            year-end-drive-assets    | size of the pushdown banner                    | executionBrief.deliverables
            year-end-drive-assets    | file formats                                   | executionBrief.assetSpecs
            year-end-drive-assets    | alternative text                               | executionBrief.technicalRequirements
            year-end-drive-assets    | tracking codes                                 | successCriteria.measurementMethod
            year-end-drive-assets    | budget                                         | strategyBrief.constraints
            year-end-drive-assets    | brand guidelines beyond the snowflake theme    | strategyBrief.brandBoundaries
            year-end-drive-assets    | what follows after 12/20                       | strategyBrief.widerPlan
            homepage-redesign        | key message, headline wording                  | websiteBrief.content
            homepage-redesign        | supporting messages or proof points            | websiteBrief.content
            homepage-redesign        | success metrics for any of the goals           | websiteBrief.tracking
            homepage-redesign        | who approves the design                        | websiteBrief.owner
            homepage-redesign        | call to action for the hero                    | websiteBrief.content
            homepage-redesign        | analytics or conversion events                 | websiteBrief.tracking
            release-candidate-post   | which platforms                                | channelPlan.calendar
            release-candidate-post   | key message or draft copy per platform         | channelPlan.calendar
            twitter-baseline-ad      | conversion event after the click               | paidMediaBrief.conversionEvents
            twitter-baseline-ad      | ad copy and image as text or files             | paidMediaBrief.creatives
            twitter-baseline-ad      | audience interests and regions as text         | paidMediaBrief.audience
            twitter-baseline-ad      | who approves the ad and the spend              | paidMediaBrief.owner
            demo-request-leads       | what counts as a qualified lead                | crmBrief.lifecycleStage
            demo-request-leads       | who follows up a new request                   | crmBrief.routingRules
            demo-request-leads       | how fast the first reply must be               | crmBrief.routingRules
            vaccine-confidence-links | conversion events on the page                  | trackingPlan.conversionEvents
            vaccine-confidence-links | naming rule and who checks the values          | trackingPlan.sourceRules
            static-site-prelaunch    | launch date and time, date of the email        | launchPackage.launchSequence
            static-site-prelaunch    | conversion events                              | launchPackage.pixelsTested
            static-site-prelaunch    | who gives the final go                         | launchPackage.preflightSignedBy
            static-site-prelaunch    | rollback or contingency plan                   | launchPackage.contingencyPlan
            static-site-prelaunch    | checks right after launch                      | launchPackage.monitors
            static-site-prelaunch    | link tracking in the email                     | launchPackage.utmTested
            """;

    /** What each brief says, and where it stands; whatever else is wrong with it, it is never called missing. */
    private static final String SAID = """
            web-analytics-launch     | leaves its opt-in beta                         | strategyBrief.whyNow
            web-analytics-launch     | usage-based                                    | strategyBrief.offer
            web-analytics-launch     | Hey Digital                                    | strategyBrief.channelMix
            web-analytics-launch     | Plausible                                      | strategyBrief.competitiveContext
            web-analytics-launch     | Y Combinator                                   | executionBrief.distributionPlan
            web-analytics-launch     | in-app onboarding                              | executionBrief.deliverables
            web-analytics-launch     | March looks likely                             | executionBrief.launchDate
            year-end-drive-assets    | tax-deductible year-end gift                   | strategyBrief.offer
            year-end-drive-assets    | Support matters                                | strategyBrief.supportingMessages
            year-end-drive-assets    | Live-listen page                               | strategyBrief.channelMix
            year-end-drive-assets    | about 890x85                                   | executionBrief.deliverables
            year-end-drive-assets    | Snowflake design                               | executionBrief.brandGuidelines
            year-end-drive-assets    | 2018-11-30                                     | executionBrief.milestones
            year-end-drive-assets    | December 20, 2018                              | executionBrief.distributionPlan
            year-end-drive-assets    | 600x150                                        | executionBrief.assetSpecs
            year-end-drive-assets    | 2018-12-03                                     | executionBrief.launchDate
            homepage-redesign        | application runtime                            | websiteBrief.goal
            homepage-redesign        | rank better in search                          | websiteBrief.goal
            homepage-redesign        | Homepage                                       | websiteBrief.pages
            homepage-redesign        | new project manifesto                          | strategyBrief.whyNow
            homepage-redesign        | Two personas                                   | strategyBrief.audience
            release-candidate-post   | 2025-11-11                                     | channelPlan.calendar
            release-candidate-post   | release-candidate-1                            | channelPlan.calendar
            release-candidate-post   | Plugin community                               | channelPlan.segments
            twitter-baseline-ad      | picked by interest                             | paidMediaBrief.audience
            twitter-baseline-ad      | at most 150 USD a day                          | paidMediaBrief.budget
            twitter-baseline-ad      | screenshot                                     | paidMediaBrief.creatives
            twitter-baseline-ad      | twitter                                        | paidMediaBrief.utmSource
            twitter-baseline-ad      | tweet                                          | paidMediaBrief.utmMedium
            twitter-baseline-ad      | opensource                                     | paidMediaBrief.utmCampaign
            twitter-baseline-ad      | Set a benchmark                                | strategyBrief.objective
            twitter-baseline-ad      | Click-through rate                             | successCriteria.quantitative
            twitter-baseline-ad      | Twitter dashboard                              | successCriteria.measurementMethod
            demo-request-leads       | Number of hosts                                | crmBrief.fields
            demo-request-leads       | By April 30, 2022                              | strategyBrief.objective
            demo-request-leads       | handbook entry                                 | executionBrief.deliverables
            demo-request-leads       | Calendly would cost extra                      | strategyBrief.constraints
            vaccine-confidence-links | govdelivery                                    | trackingPlan.utmSource
            vaccine-confidence-links | va-network                                     | trackingPlan.utmMedium
            vaccine-confidence-links | va-covid-vaccince-confidence                   | trackingPlan.utmCampaign
            static-site-prelaunch    | Security review                                | launchPackage.verifiedAssets
            static-site-prelaunch    | Sendy                                          | launchPackage.verifiedAssets
            static-site-prelaunch    | false                                          | launchPackage.trackingTested
            """;

    @ParameterizedTest
    @MethodSource("briefs")
    void theGateNamesExactlyTheseGapsWorstFirst(Brief brief) {
        Verdict verdict = brief.verdict();

        assertThat(verdict.gaps()).extracting(BriefsTests::name).containsExactlyElementsOf(brief.gaps());
        assertThat(verdict.completenessPercent()).isEqualTo(brief.percent());
    }

    @ParameterizedTest
    @MethodSource("absent")
    void whatABriefDoesNotSayIsAGap(String brief, String what, String field) {
        assertThat(named(brief).verdict().gaps())
                .as(what)
                .extracting(BriefsTests::name)
                .contains(field);
    }

    @ParameterizedTest
    @MethodSource("said")
    void whatABriefSaysIsNeverCalledMissing(String brief, String words, String field) {
        assertThat(AnswerText.of(named(brief).answer(field))).contains(words);
        assertThat(named(brief).verdict().gaps())
                .filteredOn(gap -> gap.problem() == Problem.MISSING)
                .extracting(BriefsTests::name)
                .doesNotContain(field);
    }

    @Test
    void everyBriefOfTheFolderIsJudgedAndItsSourceNamed() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of("README.md"), briefs().map(brief -> brief.name() + ".json"))
                                    .toList());
        }
        String sources = Files.readString(FOLDER.resolve("README.md"));
        assertThat(briefs())
                .allSatisfy(brief -> assertThat(sources)
                        .containsPattern("\\[%s]\\(%s\\.json\\) \\| `%s` \\| \\S+"
                                .formatted(brief.name(), brief.name(), brief.contract())));
    }

    @Test
    void theReadmeShowsTheseVerdicts() throws IOException {
        String table = briefs().map(BriefsTests::line).collect(Collectors.joining("\n"));

        assertThat(Files.readString(Path.of("README.md")))
                .as("Put these lines into the README:\n%s\n", table)
                .contains(table);
    }

    private static String line(Brief brief) {
        Verdict verdict = brief.verdict();
        List<String> labels = verdict.gaps().stream().map(Gap::label).toList();
        int more = labels.size() - WORST;
        return "| [%s](examples/briefs/%s.json) | %s | %d %% | %s%s |"
                .formatted(
                        brief.name().replace('-', ' '),
                        brief.name(),
                        Shipped.CATALOG.contract(brief.contract()).name(),
                        verdict.completenessPercent(),
                        labels.stream().limit(WORST).collect(Collectors.joining(" · ")),
                        more > 0 ? " · " + more + " more" : "");
    }

    static Stream<Brief> briefs() {
        return rows(VERDICTS)
                .map(cells -> new Brief(
                        cells[0],
                        cells[1],
                        LocalDate.parse(cells[2]),
                        Integer.parseInt(cells[3]),
                        Arrays.asList(cells[4].split(", ", -1))));
    }

    static Stream<String[]> absent() {
        return rows(ABSENT);
    }

    static Stream<String[]> said() {
        return rows(SAID);
    }

    private static Stream<String[]> rows(String table) {
        return table.lines().map(line -> line.split("\\s*\\|\\s*", -1));
    }

    private static Brief named(String name) {
        return briefs().filter(brief -> brief.name().equals(name)).findFirst().orElseThrow();
    }

    private static String name(Gap gap) {
        return gap.packageName() + "." + gap.field();
    }

    /** A request of the folder, with what is expected of the gate. */
    record Brief(String name, String contract, LocalDate day, int percent, List<String> gaps) {

        Verdict verdict() {
            JsonNode request = request();
            Situation situation = new Situation(
                    Complexity.of(request.path("complexity").asText()),
                    ExecutionParty.of(request.path("executionParty").asText()),
                    request.path("campaignType").asText(),
                    day);
            return Shipped.CATALOG.check(contract, packages(), situation);
        }

        JsonNode answer(String field) {
            int dot = field.indexOf('.');
            return request().path("packages").path(field.substring(0, dot)).path(field.substring(dot + 1));
        }

        @Override
        public String toString() {
            return name;
        }

        private Map<String, JsonNode> packages() {
            Map<String, JsonNode> packages = new LinkedHashMap<>();
            request().path("packages").properties().forEach(each -> packages.put(each.getKey(), each.getValue()));
            return packages;
        }

        private JsonNode request() {
            try {
                return JSON.readTree(Files.readString(FOLDER.resolve(name + ".json")));
            } catch (IOException unreadable) {
                throw new AssertionError("The brief " + name + " cannot be read", unreadable);
            }
        }
    }
}
