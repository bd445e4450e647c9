package dev.baton.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.Row;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableRowsTests {

    @Test
    void readsHeadersFromExpressionsAndNamesAndTakesTheQuotesOff() {
        List<Row> rows = TableRows.read(table("""
                <rule id="r1">
                  <inputEntry id="i1"><text>"brief"</text></inputEntry>
                  <outputEntry id="o1"><text>48</text></outputEntry>
                  <outputEntry id="o2"><text>"say \\"yes\\"\\nor no &amp; why"</text></outputEntry>
                </rule>
                <rule id="r2">
                  <inputEntry id="i2"><text>"email", "social"</text></inputEntry>
                  <outputEntry id="o3"><text></text></outputEntry>
                  <outputEntry id="o4"><text>"two
                lines"</text></outputEntry>
                </rule>
                <rule id="r3">
                  <inputEntry id="i3"><text>-</text></inputEntry>
                  <outputEntry id="o5"><text> true </text></outputEntry>
                  <outputEntry id="o6"><text>"-"</text></outputEntry>
                </rule>
                """));

        assertThat(rows)
                .containsExactly(
                        new Row(1, Map.of("review", "brief", "hours", "48", "note", "say \"yes\"\nor no & why")),
                        new Row(2, Map.of("review", "email, social", "hours", "", "note", "two\nlines")),
                        new Row(3, Map.of("review", "", "hours", "true", "note", "-")));
    }

    @Test
    void refusesAModelWithoutExactlyOneTable() {
        DmnModelInstance none = Dmn.createEmptyModel();

        assertThatThrownBy(() -> TableRows.read(none))
                .hasMessage("A table file holds exactly one decision table; this one holds 0.");
    }

    /** What the product reads as it is written, the engine reads as FEEL: both must come to the same words. */
    @ParameterizedTest
    @CsvSource({
        "contracts, contract, website-update, acceptanceCriteria",
        "requirements, package, launchPackage, example",
        "requirements, package, executionBrief, example"
    })
    void readsTheShippedTablesAsTheEngineDoes(String table, String input, String value, String output) {
        DmnModelInstance model = Dmn.readModelFromFile(new File("processes/decisions/" + table + ".dmn"));
        DmnEngine engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        DmnDecision decision = engine.parseDecision(table, model);

        List<Object> evaluated = engine.evaluateDecisionTable(
                        decision, Variables.putValue(input, value).putValue("campaignType", "email"))
                .collectEntries(output);

        assertThat(TableRows.read(model).stream()
                        .filter(row -> row.cell(input).equals(value))
                        .map(row -> (Object) row.cell(output)))
                .isEqualTo(evaluated);
    }

    private static DmnModelInstance table(String rules) {
        String model = """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                  <decision id="policy" name="Policy">
                    <decisionTable id="t">
                      <input id="in"><inputExpression id="ie" typeRef="string"><text> review </text></inputExpression></input>
                      <output id="out1" name="hours" typeRef="integer" />
                      <output id="out2" name="note" typeRef="string" />
                      %s
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(rules);
        return Dmn.readModelFromStream(new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)));
    }
}
