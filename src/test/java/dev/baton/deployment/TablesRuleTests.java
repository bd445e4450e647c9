package dev.baton.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.camunda.DeploymentCheck;
import dev.baton.harness.OneDatabase;
import dev.baton.harness.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A table that Baton could not judge by is refused with its row, and the running version stays. */
@ServiceTest
@OneDatabase
class TablesRuleTests {

    private static final Path TABLES = Path.of("processes/decisions");

    @Autowired
    private RepositoryService repository;

    @Autowired
    private DeploymentCheck check;

    @Test
    void aContractWithoutOwnerIsRefused() throws IOException {
        refused(
                "contracts",
                table("contracts")
                        .replaceFirst("(?s)(id=\"contract_strategyToExecution_owner\">\\s*<text>)\"[^\"]*\"", "$1\"\""),
                "names no owner");
    }

    @Test
    void anUnknownPackageIsRefusedThoughOnlyOneTableIsDeployed() throws IOException {
        refused("contracts", table("contracts").replaceFirst("designBrief", "desingBrief"), "desingBrief");
    }

    @Test
    void aMisspelledRoleIsRefusedWithItsRowAndTheKnownOnes() throws IOException {
        refused(
                "contracts",
                table("contracts").replaceFirst("<text>\"strategist\"</text>", "<text>\"stratgist\"</text>"),
                "Contracts table, row 1: “stratgist” in from is no role; write one of strategist, execution-owner");
        refused(
                "requirements",
                table("requirements").replaceFirst("<text>\"strategist\"</text>", "<text>\"strategy\"</text>"),
                "requirements.dmn, requirements: Requirements table, row 1: “strategy” in filledBy is no role");
    }

    @Test
    void whatIsWrongIsSaidOfTheFileItStandsIn() throws IOException {
        var broken = table("requirements").replaceFirst("text; measurable", "text; measureable");
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("contracts.dmn", table("contracts"))
                        .addString("requirements.dmn", broken)
                        .deploy())
                .hasMessageContaining("* requirements.dmn, requirements: Requirements table, row 1");
    }

    @Test
    void aRuleThatDoesNotParseIsRefusedWithItsRow() throws IOException {
        refused(
                "requirements",
                table("requirements").replaceFirst("text; measurable", "text; measureable"),
                "Requirements table, row 1 (strategyBrief.objective)");
    }

    @Test
    void aWordThatNoRuleCanUseIsRefusedWithItsRow() throws IOException {
        refused(
                "words",
                table("words").replaceFirst("<text>\"open\"</text>", "<text>\"opne\"</text>"),
                "words.dmn, words: Words table, row 1: “opne” is no kind; choose one of open, no answer");
        refused(
                "words",
                table("words").replaceFirst("tbd \\*, tba \\*", "tbd *, , tba *"),
                "Words table, row 1: “” says nothing; begin with a word.");
        refused(
                "words",
                table("words").replaceFirst("tbd \\*, tba \\*", "tbd *, tbd *"),
                "Words table, row 1: “tbd *” stands in the table twice as “open”; remove one.");
    }

    @Test
    void aLaunchThatSilenceCouldClearIsRefused() throws IOException {
        var policies = table("review-policy");
        var row = policies.indexOf("\"pre-launch\"");
        var broken = policies.substring(0, row) + policies.substring(row).replaceFirst("\"hold\"", "\"advance\"");

        refused("review-policy", broken, "pre-launch");
    }

    @Test
    void aSelectionThatLeavesATeamWithoutAnswerIsRefusedThoughItsModelsNeedNotBeDeployed() throws IOException {
        var selection = table("model-selection");
        refused(
                "model-selection",
                selection.replaceFirst("\"3-7\"", "\"4-7\""),
                "no row answers for team size of “3 people, agency”: exactly one must.");
        assertThat(check.violations(Map.of(
                        "model-selection.dmn",
                        selection.replace("hybrid-handoff", "kanban-handoff").getBytes(UTF_8))))
                .isEmpty();
    }

    @Test
    void durationsThatNobodyCanPlanByAreRefusedThoughTheirModelsNeedNotBeDeployed() throws IOException {
        var durations = table("stage-durations");
        refused(
                "stage-durations",
                durations.replaceFirst("<text>\"simple\"</text>", "<text>\"simpel\"</text>"),
                "Stage-durations table, row");
        assertThat(check.violations(Map.of(
                        "stage-durations.dmn",
                        durations.replace("hybrid-handoff", "kanban-handoff").getBytes(UTF_8))))
                .isEmpty();
    }

    /** Modeler offers what the cells may hold: each value is put into a row and must be understood. */
    @ParameterizedTest
    @CsvSource({"level, always", "holdsBack, execution", "filledBy, strategist"})
    void whatADropDownOffersIsUnderstood(String column, String inFirstRow) throws IOException {
        var requirements = table("requirements");
        var offered = Pattern.compile("(?s)id=\"values_%s\">\\s*<text>(.*?)</text>".formatted(column))
                .matcher(requirements);
        assertThat(offered.find()).isTrue();

        assertThat(offered.group(1).split(",")).hasSizeGreaterThan(2).allSatisfy(value -> {
            var changed = requirements.replaceFirst(
                    "(?s)(id=\"strategyBrief_objective_%s\">\\s*<text>)\"%s\"".formatted(column, inFirstRow),
                    "$1" + value);
            assertThat(check.violations(Map.of("requirements.dmn", changed.getBytes(UTF_8))))
                    .as(value)
                    .isEmpty();
        });
    }

    @Test
    void theShippedTablesMayBeDeployedAgain() throws IOException {
        var before = version("contracts");
        repository
                .createDeployment()
                .addString("contracts.dmn", table("contracts"))
                .deploy();

        assertThat(version("contracts")).isEqualTo(before + 1);
    }

    private void refused(String table, String content, String sentence) throws IOException {
        assertThat(content).isNotEqualTo(table(table));
        var before = version(table);
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString(table + ".dmn", content)
                        .deploy())
                .isInstanceOf(ParseException.class)
                .hasMessageContaining(sentence);
        assertThat(version(table)).isEqualTo(before);
    }

    private int version(String table) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private static String table(String name) throws IOException {
        return Files.readString(TABLES.resolve(name + ".dmn"));
    }
}
