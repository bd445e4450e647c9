package dev.baton.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.baton.shared.FieldError;
import dev.baton.shared.Refusal;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTests {

    private final SmallEngine small = SmallEngine.shared();

    @BeforeEach
    void deploy() {
        small.deploy(SmallEngine.userTask("json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{bad", "", " ", "{} {}", "{\"a\":}", "[1,2", "{'a':1}", "NaN", "<x/>"})
    void whatIsNotOneJsonValueIsRefusedByName(String document) {
        assertThatThrownBy(() -> start(document))
                .asInstanceOf(type(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal).hasMessageContaining("'strategyBrief'");
                    assertThat(refusal.fields()).extracting(FieldError::field).containsExactly("strategyBrief");
                    assertThat(refusal.getStatus().getStatusCode()).isEqualTo(400);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"a\":[1,{\"b\":null}]}", "\"text\"", "5", "true", "null"})
    void everyJsonValueIsStored(String document) {
        assertThat(stored(start(document)).toString()).isEqualTo(document);
    }

    /** The lengths around what one and two columns of the row hold, and where a character of two halves falls. */
    @ParameterizedTest
    @ValueSource(ints = {10, 3_997, 3_998, 3_999, 4_000, 7_998, 7_999, 20_000})
    void aDocumentOfAnyLengthComesBackAsItWas(int length) {
        for (var letter : List.of("x", "é", "🎁")) {
            var document = "\"" + "x".repeat(length % 2) + letter.repeat(length / letter.length()) + "\"";

            assertThat(stored(start(document)).toString()).isEqualTo(document);
        }
    }

    @Test
    void aShortDocumentNeedsNoRowBesideItsVariable() {
        var before = documentRows();

        var instance = start("{\"offer\":\"10 %\"}");
        assertThat(documentRows()).isEqualTo(before);

        put(instance, "\"%s\"".formatted("x".repeat(9_000)));
        assertThat(documentRows()).isEqualTo(before + 1);

        put(instance, "[1]");
        assertThat(documentRows()).isEqualTo(before);
        assertThat(stored(instance).toString()).isEqualTo("[1]");
    }

    @Test
    void aDocumentThatGrowsAndGoesIsSeenAsItIs() {
        var instance = start("{}");
        var large = "\"%s\"".formatted("x".repeat(9_000));

        put(instance, large);
        assertThat(stored(instance).toString()).isEqualTo(large);
        small.engine.getRuntimeService().setVariable(instance.getId(), "strategyBrief", null);
        assertThat(stored(instance)).isNull();
    }

    @Test
    void aDocumentOverTheSizeIsRefusedWithTheSize() {
        var big = "{\"a\":\"%s\"}".formatted("x".repeat(262_144));

        assertThatThrownBy(() -> start(big))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has 257 kB; at most 256 kB fit");
    }

    @Test
    void aDocumentThatNestsTooDeeplyIsRefused() {
        assertThatThrownBy(() -> start("[".repeat(33) + "]".repeat(33)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("at most 32 levels fit");
        assertThat(start("[".repeat(32) + "]".repeat(32))).isNotNull();
    }

    @Test
    void nothingOfARefusedStartStays() {
        var before =
                small.engine.getRuntimeService().createProcessInstanceQuery().count();

        assertThatThrownBy(() -> start("{bad")).isInstanceOf(Refusal.class);

        assertThat(small.engine.getRuntimeService().createProcessInstanceQuery().count())
                .isEqualTo(before);
    }

    @Test
    void aTaskIsNotCompletedWithBadJson() {
        start("{}");
        var task = small.engine
                .getTaskService()
                .createTaskQuery()
                .processDefinitionKey("json")
                .listPage(0, 1)
                .get(0)
                .getId();
        var bad = SpinValues.jsonValue("{bad").create();

        assertThatThrownBy(() -> small.engine.getTaskService().complete(task, Map.of("strategyBrief", bad)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> small.engine.getFormService().submitTaskForm(task, Map.of("strategyBrief", bad)))
                .isInstanceOf(Refusal.class);

        assertThat(small.engine.getTaskService().createTaskQuery().taskId(task).count())
                .isOne();
    }

    @Test
    void aDocumentThatADelegateGrowsPastTheSizeIsRefused() {
        small.deploy(
                SmallEngine.process(
                        "grow",
                        "<bpmn:serviceTask id=\"middle\" camunda:delegateExpression=\"${delegate}\" camunda:asyncBefore=\"true\" />"));
        small.beans().work =
                execution -> execution.setVariable("grown", Spin.JSON("{}").prop("a", "x".repeat(262_144)));
        var instance = small.engine.getRuntimeService().startProcessInstanceByKey("grow");
        var job = small.engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();

        assertThatThrownBy(() -> small.engine.getManagementService().executeJob(job))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("'grown'");
    }

    private ProcessInstance start(String document) {
        return small.engine
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "json",
                        Map.of("strategyBrief", SpinValues.jsonValue(document).create()));
    }

    private void put(ProcessInstance instance, String document) {
        small.engine
                .getRuntimeService()
                .setVariable(
                        instance.getId(),
                        "strategyBrief",
                        SpinValues.jsonValue(document).create());
    }

    private int documentRows() {
        return small.sql.queryForObject("select count(*) from ACT_GE_BYTEARRAY", Integer.class);
    }

    private Object stored(ProcessInstance instance) {
        return small.engine.getRuntimeService().getVariable(instance.getId(), "strategyBrief");
    }
}
