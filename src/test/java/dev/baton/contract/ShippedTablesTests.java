package dev.baton.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the field demands, written down once more, and the shipped tables held against it. */
class ShippedTablesTests {

    /** Contract, from, to, packages. */
    private static final String CONTRACTS = """
            strategy-to-execution      | strategist               | execution-owner | strategyBrief, executionBrief, successCriteria
            documentation-complete     | strategist               | execution-owner | strategyBrief, executionBrief, successCriteria, audienceIntelligence, decisionFramework, feedbackProtocol
            strategy-to-creative       | strategist               | creative        | creativeBrief
            content-to-design          | creative                 | creative        | designBrief
            creative-to-production     | creative                 | production      | productionPackage
            production-to-launch       | production               | execution-owner | launchPackage
            campaign-to-analytics      | execution-owner          | analyst         | trackingPlan
            email-to-social            | production               | production      | channelPlan
            marketing-to-sales         | analyst, execution-owner | sales           | leadPackage
            analytics-to-optimization  | analyst                  | execution-owner | performanceReview
            partner-onboarding         | manager                  | partner         | onboardingPackage
            vendor-to-internal         | partner                  | quality-owner   | delivery
            website-update             | execution-owner          | production      | websiteBrief
            crm-update                 | execution-owner          | analyst         | crmBrief
            paid-media-setup           | execution-owner          | production      | paidMediaBrief
            retrospective              | execution-owner          | strategist      | retrospective
            """;

    /** Package and fields; * always, ^ medium and high, ~ external; columns of a list in brackets. */
    private static final String FIELDS = """
            strategyBrief        | objective* whyNow* audience* audiencePains* audienceMotivations^ audienceReasoning^ keyMessage* supportingMessages^[message,reasoning] messageReasoning* offer* channelMix^ channelReasoning^ competitiveContext^ differentiation^ constraints* brandBoundaries* brandGuidelines~ widerPlan^ decisionOwner* strategySummary*
            executionBrief       | deliverables*[name,specification,acceptanceCriteria,owner] brandAssets* brandGuidelines~ messagingDos^ messagingDonts^ technicalRequirements^ distributionPlan^ milestones*[name,date] reviewProcess* assetSpecs^[dimensions,format,type] launchDate*
            successCriteria      | quantitative*[metric,target] qualitative^ measurementMethod* measurementDate*
            audienceIntelligence | insights* whatTheyCareAbout* sources^
            decisionFramework    | rules*[question,guidance]
            feedbackProtocol     | when* channel* escalateTo* responseTime*
            creativeBrief        | audienceInsights* primaryMessage* supportingMessages* messagesToAvoid^ successMetrics* brandGuidelines* offLimits* competitiveContext^ strategySummary*
            designBrief          | messageHierarchy* examples* requiredSections*
            productionPackage    | sourceFiles*[name,version,format] channelSpecs*[channel,dimensions,fileSize,format] copyVariants*[label,headline,body,cta] assetDependencies^ timeline* campaignType*
            launchPackage        | verifiedAssets* launchSequence*[what,when,order] trackingTested* utmTested* pixelsTested* contingencyPlan* monitors*[who,metric,hours] preflightSignedBy*
            trackingPlan         | utmSource* utmMedium* utmCampaign* conversionEvents* sourceRules* crmRules^
            channelPlan          | calendar*[channel,date,message] repurposingRules* sequence^ segments* personalization^
            leadPackage          | leadSource* offer* context* qualificationSignal* score* contact*
            performanceReview    | metrics* cadence* reviewers* insights*[finding,action,owner] priorities* testPlan*
            onboardingPackage    | businessBackground* audienceBackground* brandGuidelines* strategicPriorities* pointOfContact* milestones* reviewAndRevisionProcess* approvalWorkflow* communicationPreferences* responseTime* kickoffCall*[date,held,understandingConfirmed]
            delivery             | deliverables* sourceFiles* specificationsMet* openIssues* qualityOwner*
            websiteBrief         | goal* pages* content* tracking* owner*
            crmBrief             | routingRules* fields* lifecycleStage* owner*
            paidMediaBrief       | audience* budget* creatives* utmSource* utmMedium* utmCampaign* conversionEvents* owner*
            retrospective        | contextEnough* timelinesRealistic* communicationBroke* smootherNext* worked* didNotWork* processImprovements* knowledgeUpdates* nextCampaign*
            """;

    private static final Set<String> ROLES = Set.of(
            "strategist",
            "execution-owner",
            "creative",
            "production",
            "analyst",
            "sales",
            "manager",
            "subject-matter-expert",
            "legal",
            "final-approver",
            "quality-owner",
            "partner",
            "stakeholder",
            "operations");

    static final List<String> CONTRACT_KEYS = CONTRACTS
            .lines()
            .map(line -> line.substring(0, line.indexOf('|')).strip())
            .toList();

    @Test
    void everyContractOfTheFieldIsShipped() {
        String shipped = Shipped.CATALOG.contracts().stream()
                .map(contract -> "%s|%s|%s|%s"
                        .formatted(
                                contract.key(),
                                String.join(", ", contract.from()),
                                String.join(", ", contract.to()),
                                String.join(", ", contract.packages())))
                .collect(Collectors.joining("\n"));

        assertThat(shipped)
                .isEqualTo(CONTRACTS
                        .lines()
                        .map(line -> line.replaceAll("\\s*\\|\\s*", "|").strip())
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void everyFieldOfTheFieldIsShippedAtItsLevelWithItsColumns() {
        assertThat(shippedFields()).containsExactlyInAnyOrderElementsOf(demandedFields());
    }

    @ParameterizedTest
    @MethodSource("campaignTypes")
    void everyCampaignTypeBringsItsOwnChecklist(String type) {
        List<Requirement> checklist = Shipped.CATALOG.requirements("productionPackage").stream()
                .filter(requirement -> requirement.campaignTypes().contains(type))
                .toList();

        assertThat(checklist).hasSizeGreaterThanOrEqualTo(4);
        assertThat(checklist).allSatisfy(item -> assertThat(item.field()).startsWith(type));
    }

    static Stream<String> campaignTypes() {
        return Stream.of("email", "social", "paid", "web", "event");
    }

    @Test
    void theChecklistOfAnotherCampaignTypeIsNotAskedFor() {
        ObjectNode production = Shipped.CATALOG.example("productionPackage").put("campaignType", "Social");

        Verdict verdict = Shipped.CATALOG.check(
                "creative-to-production", Map.of("productionPackage", production), Shipped.SIMPLE);

        assertThat(verdict.gaps())
                .extracting(Gap::field)
                .containsExactly("socialFormats", "socialCaptions", "socialAccessibility", "socialReplies");
    }

    @Test
    void anEmptyCampaignTypeInThePackageLeavesTheOneOfTheStart() {
        ObjectNode production = Shipped.CATALOG.example("productionPackage").put("campaignType", " ");
        Situation social = new Situation(Complexity.SIMPLE, ExecutionParty.INTERNAL, "social", Shipped.TODAY);

        Verdict verdict =
                Shipped.CATALOG.check("creative-to-production", Map.of("productionPackage", production), social);

        assertThat(verdict.gaps()).extracting(Gap::field).contains("campaignType", "socialFormats");
    }

    @Test
    void whoOwnsSendsReceivesOrFillsIsAKnownRole() {
        assertThat(Shipped.CATALOG.contracts())
                .allSatisfy(contract -> assertThat(ROLES)
                        .contains(contract.standard().owner())
                        .containsAll(contract.from())
                        .containsAll(contract.to()));
        assertThat(allRequirements())
                .allSatisfy(requirement -> assertThat(ROLES).contains(requirement.filledBy()));
    }

    @Test
    void everyFieldIsExplainedInFullSentences() {
        assertThat(allRequirements()).allSatisfy(requirement -> {
            assertThat(requirement.reason())
                    .as(requirement.name())
                    .endsWith(".")
                    .hasSizeGreaterThan(20);
            assertThat(requirement.risk()).as(requirement.name()).endsWith(".").hasSizeGreaterThan(20);
            assertThat(requirement.label()).doesNotEndWith(".");
        });
    }

    @ParameterizedTest
    @FieldSource("CONTRACT_KEYS")
    void aPackageMadeOfTheExamplesIsComplete(String contract) {
        for (Situation situation : List.of(Shipped.SIMPLE, Shipped.MEDIUM, Shipped.HIGH, Shipped.OUTSIDE)) {
            assertThat(Shipped.CATALOG.check(contract, Shipped.examples(), situation))
                    .isEqualTo(new Verdict(true, 100, List.of()));
        }
    }

    @ParameterizedTest
    @FieldSource("CONTRACT_KEYS")
    void eachAnswerThatIsTakenAwayIsExactlyThatGap(String contractKey) {
        Contract contract = Shipped.CATALOG.contract(contractKey);
        for (String name : contract.packages()) {
            for (String field : fieldsOf(name)) {
                Map<String, JsonNode> packages = Shipped.examples();
                packages.keySet().retainAll(contract.packages());
                packages.put(name, Shipped.CATALOG.example(name).without(List.of(field)));

                Verdict verdict = Shipped.CATALOG.check(contractKey, packages, emailOutside());

                assertThat(verdict.gaps())
                        .as(name + "." + field)
                        .singleElement()
                        .satisfies(gap -> {
                            assertThat(gap.field()).isEqualTo(field);
                            assertThat(gap.problem()).isEqualTo(Problem.MISSING);
                        });
                assertThat(verdict.completenessPercent()).isBetween(50, 99);
            }
        }
    }

    @Test
    void aSimpleCampaignIsAskedLessThanAComplexOneAndAnOutsiderIsToldEverything() {
        assertThat(gaps(Shipped.SIMPLE)).isLessThan(gaps(Shipped.MEDIUM));
        assertThat(gaps(Shipped.MEDIUM)).isLessThan(gaps(Shipped.OUTSIDE));
        assertThat(gaps(Shipped.OUTSIDE)).isEqualTo(gaps(Shipped.MEDIUM) + 2);
    }

    private static int gaps(Situation situation) {
        return Shipped.CATALOG
                .check("strategy-to-execution", Map.of(), situation)
                .gaps()
                .size();
    }

    private static Situation emailOutside() {
        return new Situation(Complexity.HIGH, ExecutionParty.EXTERNAL, "email", Shipped.TODAY);
    }

    private static List<String> fieldsOf(String packageName) {
        return Shipped.CATALOG.example(packageName).properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Requirement> allRequirements() {
        return Shipped.CATALOG.packageNames().stream()
                .flatMap(name -> Shipped.CATALOG.requirements(name).stream())
                .toList();
    }

    private static List<String> demandedFields() {
        return FIELDS.lines().flatMap(ShippedTablesTests::demandedOf).toList();
    }

    private static Stream<String> demandedOf(String line) {
        String packageName = line.substring(0, line.indexOf('|')).strip();
        String fields = line.substring(line.indexOf('|') + 1).strip();
        return Pattern.compile("\\s+").splitAsStream(fields).map(field -> packageName + "." + field);
    }

    private static List<String> shippedFields() {
        return allRequirements().stream()
                .filter(requirement -> requirement.campaignTypes().isEmpty() && !requirement.wholeDocument())
                .map(requirement -> requirement.packageName() + "." + notation(requirement))
                .toList();
    }

    private static String notation(Requirement requirement) {
        String level = switch (requirement.level()) {
            case ALWAYS -> "*";
            case MEDIUM -> "^";
            case HIGH -> "°";
            case EXTERNAL -> "~";
        };
        return requirement.field() + level + columns(requirement.rule().shape());
    }

    private static String columns(Shape shape) {
        List<Shapes.Column> columns = List.of();
        if (shape instanceof Shapes.Table table) {
            columns = table.columns();
        } else if (shape instanceof Shapes.Parts parts) {
            columns = parts.columns();
        }
        String names = columns.stream().map(Shapes.Column::name).collect(Collectors.joining(","));
        return names.isEmpty() ? "" : "[" + names + "]";
    }
}
