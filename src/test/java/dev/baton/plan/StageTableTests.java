package dev.baton.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.Complexity;
import dev.baton.contract.Row;
import dev.baton.process.InvalidTable;
import dev.baton.process.TableRows;
import dev.baton.shared.Refusal;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageTableTests {

    private static final StageTable SHIPPED =
            StageTable.of(TableRows.read(Dmn.readModelFromFile(new File("processes/decisions/stage-durations.dmn"))));

    private static final String DOCUMENTS = "documentation-first-handoff";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "documentation-first-handoff",
                "sprint-handoff",
                "hybrid-handoff",
                "embedded-partner-handoff",
                "continuous-collaboration-handoff"
            })
    void theMoreComplexACampaignTheMoreDaysItsModelTakes(String model) {
        assertThat(days(model, Complexity.SIMPLE)).isLessThan(days(model, Complexity.MEDIUM));
        assertThat(days(model, Complexity.MEDIUM)).isLessThanOrEqualTo(days(model, Complexity.HIGH));
        assertThat(SHIPPED.stages(model, Complexity.HIGH, null))
                .anyMatch(stage -> stage.buffer() > 0)
                .anyMatch(stage -> stage.checking() > 0);
    }

    @Test
    void aRowForAComplexityOrAKindOfCampaignChangesOnlyWhatItSays() {
        assertThat(stage(DOCUMENTS, Complexity.MEDIUM, null, "documents"))
                .satisfies(stage -> assertThat(stage.work()).isEqualTo(2))
                .satisfies(stage -> assertThat(stage.reviewCycles()).isEqualTo(1));
        assertThat(stage(DOCUMENTS, Complexity.HIGH, null, "documents"))
                .satisfies(stage -> assertThat(stage.name()).isEqualTo("Write the documents"))
                .satisfies(stage -> assertThat(stage.work()).isEqualTo(6))
                .satisfies(stage -> assertThat(stage.reviewCycles()).isEqualTo(2));
        assertThat(stage(DOCUMENTS, Complexity.MEDIUM, "event", "work").work()).isEqualTo(10);
        assertThat(stage(DOCUMENTS, Complexity.MEDIUM, "email", "work").work()).isEqualTo(4);
    }

    @Test
    void aModelWithoutRowsIsRefusedWithThoseThatHaveSome() {
        assertThatThrownBy(() -> SHIPPED.stages("kanban-handoff", Complexity.SIMPLE, null))
                .isInstanceOf(Refusal.class)
                .hasMessage("There are no stages for \"kanban-handoff\" in the table stage-durations: use one of"
                        + " continuous-collaboration-handoff, documentation-first-handoff, embedded-partner-handoff,"
                        + " hybrid-handoff, sprint-handoff, or give it rows.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
                    1 | workDays     | 0       | Stage-durations table, row 1: “0” in workDays is no whole number from 1 to 250.
                    2 | bufferDays   | 251     | Stage-durations table, row 2: “251” in bufferDays is no whole number from 0 to 250.
                    2 | reviewDays   | two     | Stage-durations table, row 2: “two” in reviewDays is no whole number from 0 to 250.
                    2 | approvalDays | ##      | Stage-durations table, row 2: approvalDays is empty; the last row of a stage fills every cell.
                    2 | role         | painter | Stage-durations table, row 2: No role is called 'painter'.
                    1 | complexity   | epic    | Stage-durations table, row 1: “epic” in complexity; write simple, medium or high.
                    1 | complexity   | ##      | Stage-durations table, row 1: it holds for every campaign, so no row below counts; move it to the end of its stage.
                    2 | complexity   | high    | Stage-durations table, row 2: below it, a last row without complexity and kind of campaign must hold for all others.
                    2 | after        | make    | Stage-durations table, our-handoff: These stages wait for each other, or for one that is not there: write, make.
                    2 | after        | nothing | Stage-durations table, our-handoff: These stages wait for each other, or for one that is not there: write, make.
                    3 | stage        | Make it | Stage-durations table, row 3: “Make it” in stage is no key; write one such as "first-draft".
                    """)
    void aTableThatCannotBePlannedByIsRefusedWithItsRow(
            int row, String column, @Nullable String cell, String sentence) {
        var rows = Stream.of(
                        row(1, Map.of("stage", "write", "complexity", "high", "workDays", "5")),
                        whole(2, "write", ""),
                        whole(3, "make", "write"))
                .map(one -> one.number() == row ? changed(one, column, Objects.toString(cell, "")) : one)
                .toList();

        assertThatThrownBy(() -> StageTable.of(rows))
                .isInstanceOfSatisfying(
                        InvalidTable.class,
                        invalid ->
                                assertThat(invalid.violations()).anyMatch(violation -> violation.startsWith(sentence)));
    }

    private static Row whole(int number, String stage, String after) {
        return row(
                number,
                Map.of(
                        "stage",
                        stage,
                        "after",
                        after,
                        "name",
                        "Do " + stage,
                        "role",
                        "creative",
                        "workDays",
                        "3",
                        "reviewRounds",
                        "1",
                        "reviewDays",
                        "2",
                        "approvalDays",
                        "0",
                        "bufferDays",
                        "1"));
    }

    private static Row row(int number, Map<String, String> cells) {
        return changed(new Row(number, cells), "model", "our-handoff");
    }

    private static Row changed(Row row, String column, String cell) {
        var cells = new HashMap<>(row.cells());
        cells.put(column, cell);
        return new Row(row.number(), cells);
    }

    private static int days(String model, Complexity complexity) {
        return SHIPPED.stages(model, complexity, null).stream()
                .mapToInt(stage -> stage.work() + stage.checking() + stage.buffer())
                .sum();
    }

    private static Stage stage(String model, Complexity complexity, @Nullable String type, String key) {
        List<Stage> stages = SHIPPED.stages(model, complexity, type);
        return stages.stream()
                .filter(stage -> stage.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
