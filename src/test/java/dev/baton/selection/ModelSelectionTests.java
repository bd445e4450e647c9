package dev.baton.selection;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.Row;
import dev.baton.process.InvalidTable;
import dev.baton.process.TableRows;
import dev.baton.shared.FieldError;
import dev.baton.shared.Refusal;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every combination of answers against a table that was counted by hand, and what the counting says about it. */
class ModelSelectionTests {

    private static final List<Row> ROWS =
            TableRows.read(Dmn.readModelFromFile(new File("processes/decisions/model-selection.dmn")));
    private static final SelectionTable TABLE = SelectionTable.of(ROWS);

    private static final Map<String, String> MODELS = Map.of(
            "embedded", "embedded-partner-handoff",
            "sprint", "sprint-handoff",
            "continuous", "continuous-collaboration-handoff",
            "documents", "documentation-first-handoff",
            "hybrid", "hybrid-handoff");

    /** The tighter of the two decides. */
    private static final String BUDGET_AND_TIME = """
            tight    fast            tight
            tight    flexible        tight
            tight    quality-focused tight
            moderate fast            tight
            moderate flexible        moderate
            moderate quality-focused moderate
            healthy  fast            tight
            healthy  flexible        moderate
            healthy  quality-focused healthy
            """;

    /** Team, complexity; then the model and the runner-up with a tight, a moderate and a healthy budget and time. */
    private static final String EXPECTED = """
            1-2 agency      simple | documents embedded  | documents embedded    | embedded documents
            1-2 agency      medium | embedded documents  | embedded documents    | embedded documents
            1-2 agency      high   | embedded documents  | embedded documents    | embedded documents
            1-2 freelancers simple | documents embedded  | documents embedded    | documents embedded
            1-2 freelancers medium | documents embedded  | embedded documents    | embedded documents
            1-2 freelancers high   | documents embedded  | documents embedded    | documents embedded
            1-2 neither     simple | documents embedded  | documents embedded    | documents embedded
            1-2 neither     medium | documents embedded  | embedded documents    | embedded documents
            1-2 neither     high   | documents embedded  | documents embedded    | documents embedded
            3-7 any         simple | sprint documents    | sprint continuous     | sprint documents
            3-7 any         medium | continuous embedded | continuous sprint     | continuous embedded
            3-7 any         high   | hybrid sprint       | sprint continuous     | hybrid sprint
            8+  any         simple | documents sprint    | documents sprint      | documents sprint
            8+  any         medium | documents continuous| continuous embedded   | embedded continuous
            8+  any         high   | hybrid documents    | hybrid documents      | hybrid documents
            """;

    private static final Map<String, List<Integer>> SIZES =
            Map.of("1-2", List.of(1, 2), "3-7", List.of(3, 5, 7), "8+", List.of(8, 40, 10_000));

    private static final List<String> LEVELS = List.of("tight", "moderate", "healthy");

    static Stream<Arguments> everyCombination() {
        return EXPECTED.lines().flatMap(line -> {
            var cells = line.split("\\|", -1);
            var team = cells[0].strip().split("\\s+", -1);
            return SIZES.getOrDefault(team[0], List.of()).stream()
                    .flatMap(size -> partners(team[1])
                            .flatMap(partner -> BUDGET_AND_TIME.lines().map(pair -> {
                                var words = pair.split("\\s+", -1);
                                var expected = cells[1 + LEVELS.indexOf(words[2])]
                                        .strip()
                                        .split("\\s+", -1);
                                return Arguments.of(
                                        size,
                                        partner,
                                        team[2],
                                        words[0],
                                        words[1],
                                        MODELS.get(expected[0]),
                                        MODELS.get(expected[1]));
                            })));
        });
    }

    /** Where it does not matter, nobody has to say; and whoever does changes nothing. */
    private static Stream<String> partners(String partner) {
        return partner.equals("any") ? Stream.of("", "agency", "freelancers", "neither") : Stream.of(partner);
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    void everyCombinationHasItsModelItsRunnerUpAndAReasonPerAxis(
            int size, String partner, String complexity, String budget, String time, String model, String runnerUp) {
        var recommended = TABLE.recommend(answers(size, partner, complexity, budget, time));

        assertThat(recommended.model()).isEqualTo(model);
        assertThat(recommended.runnerUp()).isEqualTo(runnerUp);
        assertThat(recommended.votes()).extracting(Vote::axis).containsExactly(Axis.values());
        assertThat(recommended.votes()).allSatisfy(vote -> {
            assertThat(vote.reason()).hasSizeGreaterThan(30);
            assertThat(vote.models()).isNotEmpty();
        });
    }

    @Test
    void theExpectedTableHasEveryCombination() {
        assertThat(everyCombination()).hasSize((2 * 3 + (3 + 3) * 4) * 3 * 9);
    }

    @Test
    void highComplexityIsAdvisedToWriteStrongDocumentation() {
        var recommended = TABLE.recommend(answers(12, "", "high", "moderate", "flexible"));

        assertThat(recommended.votes())
                .filteredOn(vote -> vote.axis() == Axis.COMPLEXITY)
                .singleElement()
                .satisfies(vote -> {
                    assertThat(vote.models()).containsExactly("hybrid-handoff");
                    assertThat(vote.advice()).contains("strong documentation");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    5  |             | high   | tight    | fast            | No two of the answers speak for the same model: it was decided by the complexity alone.
                    5  |             | high   | tight    | fast            | The team size (5 people) speaks for Sprint handoff or Continuous collaboration handoff, not for Hybrid handoff.
                    5  |             | high   | moderate | flexible        | The complexity (high) speaks for Hybrid handoff, not for Sprint handoff.
                    5  |             | high   | moderate | flexible        | Continuous collaboration handoff has as many answers on its side: it was decided by the team size.
                    5  |             | simple | tight    | fast            | Documentation first handoff has as many answers on its side: it was decided by the team size.
                    9  |             | high   | tight    | fast            | Documentation first handoff has as many answers on its side: it was decided by the complexity.
                    1  | agency      | high   | healthy  | quality-focused | The complexity (high) speaks for Hybrid handoff, which a team of this size cannot carry.
                    1  | agency      | high   | moderate | flexible        | No two of the answers speak for the same model: it was decided by the team size alone.
                    2  | neither     | medium | moderate | flexible        | The team size (2 people, neither) speaks for Documentation first handoff, not for Embedded partner handoff.
                    """)
    void whatSpeaksAgainstTheModelIsAWarning(
            int size, @Nullable String partner, String complexity, String budget, String time, String warning) {
        assertThat(TABLE.recommend(answers(size, partner, complexity, budget, time))
                        .warnings())
                .contains(warning);
    }

    @Test
    void whereAllAxesAgreeNothingIsWarnedAbout() {
        assertThat(TABLE.recommend(answers(5, "", "simple", "moderate", "flexible"))
                        .warnings())
                .isEmpty();
    }

    @Test
    void aSmallTeamHasToSayWhoItsPartnerIs() {
        assertThatThrownBy(() -> TABLE.recommend(answers(2, "", "simple", "tight", "fast")))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "For a team of 2 it matters who the partner is: answer “partner” with agency, freelancers, neither.");
    }

    @Test
    void everyAnswerThatIsMissingOrUnknownIsNamedAtOnce() {
        assertThatThrownBy(() -> answers(0, "consultants", "complex", "", "yesterday"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.fields())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder("teamSize", "partner", "complexity", "budget", "time"));
        assertThatThrownBy(() -> answers(10_001, "", "simple", "tight", "fast"))
                .hasMessage("Say how many people the team has: a whole number from 1 to 10000.");
    }

    @Test
    void anEditedTableIsWhatCounts() {
        var edited = changed(3, row -> row.put("models", "kanban-handoff"));

        assertThat(SelectionTable.of(edited)
                        .recommend(answers(5, "", "high", "tight", "fast"))
                        .runnerUp())
                .isEqualTo("kanban-handoff");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
                    3  | teamSize   | 4-7          | Model-selection table: no row answers for team size of “3 people, agency”: exactly one must.
                    3  | teamSize   | 2-7          | Model-selection table: rows 1 and 3 answer for team size of “2 people, agency”: exactly one must.
                    3  | teamSize   | three        | Model-selection table, row 3: “three” in teamSize is unknown; write a range such as 3-7 or 8+.
                    3  | teamSize   | 7-3          | Model-selection table, row 3: “7-3” in teamSize is unknown; write a range such as 3-7 or 8+.
                    4  | teamSize   | 8-20         | Model-selection table: no row answers for team size of “21 people, agency”: exactly one must.
                    5  | complexity | trivial      | Model-selection table, row 5: “trivial” in complexity is unknown; write simple, medium, high.
                    5  | complexity | medium       | Model-selection table: no row answers for complexity of “simple”: exactly one must.
                    5  | budget     | tight        | Model-selection table, row 5: fill in the columns of one axis: teamSize and partner, or complexity, or budget and time.
                    9  | time       | flexible     | Model-selection table: no row answers for budget and time of “budget healthy, time fast”: exactly one must.
                    7  | models     | ##           | Model-selection table, row 7: no model is named; write the key of a process, such as "our-handoff".
                    7  | models     | Hybrid model | Model-selection table, row 7: “Hybrid model” in models is no key of a process; write one such as "our-handoff".
                    7  | reason     | ##           | Model-selection table, row 7: no reason is given; say in a sentence why these models fit.
                    7  | restricts  | yes          | Model-selection table, row 7: only a team size restricts; leave the cell empty.
                    1  | restricts  | maybe        | Model-selection table, row 1: “maybe” in restricts; write yes, or leave it empty.
                    """)
    void aTableThatCannotAnswerIsRefusedWithItsRow(int row, String column, String cell, String sentence) {
        assertThatThrownBy(() -> SelectionTable.of(changed(row, cells -> cells.put(column, cell == null ? "" : cell))))
                .isInstanceOfSatisfying(
                        InvalidTable.class,
                        invalid -> assertThat(invalid.violations()).contains(sentence));
    }

    private static List<Row> changed(int number, Consumer<Map<String, String>> change) {
        var rows = new ArrayList<Row>();
        for (var row : ROWS) {
            var cells = new HashMap<>(row.cells());
            if (row.number() == number) {
                change.accept(cells);
            }
            rows.add(new Row(row.number(), cells));
        }
        return rows;
    }

    private static TeamAnswers answers(
            int size, @Nullable String partner, String complexity, String budget, String time) {
        return TeamAnswers.of(
                size,
                Stream.of("partner", "complexity", "budget", "time")
                        .collect(toMap(column -> column, column -> switch (column) {
                            case "partner" -> partner == null ? "" : partner;
                            case "complexity" -> complexity;
                            case "budget" -> budget;
                            default -> time;
                        })));
    }
}
