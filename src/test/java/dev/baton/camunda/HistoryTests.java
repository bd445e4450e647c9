package dev.baton.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryTests {

    private final SmallEngine small = SmallEngine.shared();

    @AfterEach
    void noGuard() {
        small.beans().guard = write -> {};
        small.beans().work = execution -> {};
        small.engine.getIdentityService().clearAuthentication();
    }

    @Test
    void flatFactsAreKeptAndDocumentsAreNot() {
        var instance = oneHandoff(small);

        assertThat(small.engine
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .extracting(HistoricVariableInstance::getName, HistoricVariableInstance::getExecutionId)
                .as("what the process holds itself, not what one of its tasks does")
                .containsOnly(tuple("campaign", instance), tuple("complexity", instance), tuple("decision", instance));
    }

    @Test
    void whoDidWhatCommentsAndAttachmentsAreKept() {
        small.engine.getIdentityService().setAuthenticatedUserId("maria");
        var instance = oneHandoff(small);
        small.engine.getIdentityService().clearAuthentication();
        var history = small.engine.getHistoryService();

        assertThat(history.createUserOperationLogQuery()
                        .processInstanceId(instance)
                        .list())
                .extracting(entry -> entry.getOperationType())
                .contains("Create", "SetVariable", "Claim", "Complete", "AddAttachment");
        assertThat(small.engine.getTaskService().getProcessInstanceComments(instance))
                .hasSize(1);
        assertThat(history.createHistoricTaskInstanceQuery()
                        .processInstanceId(instance)
                        .finished()
                        .count())
                .isOne();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .finished()
                        .count())
                .isEqualTo(3);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .completed()
                        .count())
                .isOne();
    }

    @Test
    void aHandoffWritesAThirdFewerRowsThanFullHistory() {
        var full = new SmallEngine(settings -> {
            settings.getProcessEnginePlugins().removeIf(HistoryPlugin.class::isInstance);
            settings.setHistory("full");
        });

        var lean = rowsOfOneHandoff(small);
        var plain = rowsOfOneHandoff(full);

        assertThat(lean).isLessThan(plain * 2 / 3); // 20 and 36 when this was written
        assertThat(small.sql.queryForObject("select count(*) from ACT_HI_DETAIL", Integer.class))
                .isZero();
    }

    @Test
    void everyWriteIsShownToTheGuardWithItsPlace() {
        var writes = new ArrayList<VariableWrite>();
        small.beans().guard = writes::add;

        var instance = oneHandoff(small);
        var process = definition(instance);

        assertThat(writes)
                .contains(
                        new VariableWrite(
                                "strategyBrief",
                                "json",
                                instance,
                                process,
                                instance,
                                null,
                                null,
                                true,
                                false,
                                true,
                                "{\"objective\":\"10 % more in 3 months\"}"),
                        new VariableWrite(
                                "campaign",
                                "string",
                                instance,
                                process,
                                instance,
                                null,
                                null,
                                true,
                                false,
                                true,
                                "Spring"),
                        new VariableWrite(
                                "complexity",
                                "string",
                                instance,
                                process,
                                instance,
                                null,
                                null,
                                false,
                                false,
                                true,
                                "high"))
                .anySatisfy(write -> {
                    assertThat(write.name()).isEqualTo("decision");
                    assertThat(write.activity()).isEqualTo("middle");
                    assertThat(write.onInstance()).isFalse();
                    assertThat(write.starting()).isFalse();
                })
                .anySatisfy(write -> {
                    assertThat(write.name()).isEqualTo("note");
                    assertThat(write.task()).isNotNull();
                });
    }

    @Test
    void whatADelegateWritesRightAfterTheStartIsNotTheCallersStart() {
        small.deploy(SmallEngine.process(
                "straight", "<bpmn:serviceTask id=\"middle\" camunda:delegateExpression=\"${delegate}\" />"));
        var writes = new ArrayList<VariableWrite>();
        small.beans().guard = writes::add;
        small.beans().work = execution -> execution.setVariable("outcome", "done");

        small.engine.getRuntimeService().startProcessInstanceByKey("straight", Map.of("campaign", "Spring"));

        assertThat(writes)
                .extracting(VariableWrite::name, VariableWrite::starting)
                .containsExactly(tuple("campaign", true), tuple("outcome", false));
    }

    @Test
    void theGuardKeepsAPackageOutOfTheInstance() {
        small.deploy(SmallEngine.userTask("guarded"));
        var instance = small.engine
                .getRuntimeService()
                .startProcessInstanceByKey("guarded")
                .getId();
        small.beans().guard = write -> {
            if (write.name().equals("strategyBrief") && write.onInstance()) {
                throw Refusal.of("strategyBrief", "Change the brief in its task.");
            }
        };

        assertThatThrownBy(() -> small.engine
                        .getRuntimeService()
                        .setVariable(
                                instance,
                                "strategyBrief",
                                SpinValues.jsonValue("{}").create()))
                .isInstanceOf(Refusal.class)
                .hasMessage("Change the brief in its task.");
        assertThat(small.engine.getRuntimeService().getVariables(instance)).isEmpty();
    }

    @Test
    void whatOnlyBatonReadsLeavesNoHistory() {
        small.deploy(SmallEngine.userTask("noted"));
        var instance = small.engine
                .getRuntimeService()
                .startProcessInstanceByKey("noted", Map.of("notedAt", "9:00", "campaign", "Spring"))
                .getId();
        small.engine.getRuntimeService().setVariable(instance, "notedAt", "10:00");
        small.engine.getRuntimeService().removeVariable(instance, "notedAt");

        assertThat(small.engine
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .includeDeleted()
                        .list())
                .extracting(HistoricVariableInstance::getName)
                .containsExactly("campaign");
    }

    /** A start with a brief, a comment, an attachment, a few writes, a completed task. */
    private static String oneHandoff(SmallEngine small) {
        small.deploy(SmallEngine.process("handoff", """
                <bpmn:userTask id="middle" name="Look" camunda:candidateGroups="manager">
                  <bpmn:extensionElements>
                    <camunda:inputOutput>
                      <camunda:inputParameter name="decision" />
                      <camunda:outputParameter name="decision">${decision}</camunda:outputParameter>
                    </camunda:inputOutput>
                  </bpmn:extensionElements>
                </bpmn:userTask>
                """));
        var brief = SpinValues.jsonValue("{\"objective\":\"10 % more in 3 months\"}")
                .create();
        var instance = small.engine
                .getRuntimeService()
                .startProcessInstanceByKey("handoff", Map.of("strategyBrief", brief, "campaign", "Spring"))
                .getId();
        var tasks = small.engine.getTaskService();
        var task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        small.engine.getRuntimeService().setVariable(instance, "complexity", "simple");
        small.engine.getRuntimeService().setVariable(instance, "complexity", "high");
        tasks.setVariableLocal(task.getId(), "note", SpinValues.jsonValue("[1]").create());
        tasks.createComment(task.getId(), instance, "Looks right");
        tasks.createAttachment("url", task.getId(), instance, "Draft", "", "https://example.com/draft");
        tasks.claim(task.getId(), "maria");
        tasks.complete(task.getId(), Map.of("decision", "approved"));
        return instance;
    }

    private static int rowsOfOneHandoff(SmallEngine small) {
        var before = rows(small);
        small.engine.getIdentityService().setAuthenticatedUserId("maria");
        oneHandoff(small);
        small.engine.getIdentityService().clearAuthentication();
        return rows(small) - before;
    }

    private String definition(String instance) {
        return small.engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
    }

    private static int rows(SmallEngine small) {
        List<String> tables = small.sql.queryForList(
                "select table_name from information_schema.tables where table_name like 'ACT_HI_%'", String.class);
        tables.add("ACT_GE_BYTEARRAY");
        return tables.stream()
                .mapToInt(table -> small.sql.queryForObject("select count(*) from " + table, Integer.class))
                .sum();
    }
}
