package dev.baton.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.shared.Refusal;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTests {

    private static final String RUN_CODE = "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('true')}";

    private final SmallEngine small = SmallEngine.shared();

    @Test
    void anExpressionInAnOrQueryIsRefused() {
        var query = small.engine
                .getTaskService()
                .createTaskQuery()
                .or()
                .taskAssigneeExpression(RUN_CODE)
                .endOr();

        assertThatThrownBy(query::list)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("A query or filter may only use");
        assertThatThrownBy(query::count).isInstanceOf(Refusal.class);
    }

    @Test
    void evenAHarmlessBeanIsOutOfReachOfAnOrQuery() {
        var query = small.engine
                .getTaskService()
                .createTaskQuery()
                .or()
                .taskAssigneeExpression("${friend.greet('you')}")
                .endOr();

        assertThatThrownBy(query::list).isInstanceOf(Refusal.class);
    }

    @Test
    void anExpressionInAPlainQueryIsRefusedByTheEngine() {
        var query = small.engine.getTaskService().createTaskQuery().taskAssigneeExpression("${currentUser()}");

        assertThatThrownBy(query::list).hasMessageContaining("Expressions are forbidden in adhoc queries");
    }

    @Test
    void aStoredFilterEvaluatesNoForeignExpression() {
        var filters = small.engine.getFilterService();
        var filter = filters.newTaskFilter("attack");
        filter.setQuery(small.engine
                .getTaskService()
                .createTaskQuery()
                .taskNameLike("x")
                .taskAssigneeExpression(RUN_CODE));
        filters.saveFilter(filter);

        assertThatThrownBy(() -> filters.list(filter.getId())).isInstanceOf(Refusal.class);
        filters.deleteFilter(filter.getId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"${currentUser()}", "${ currentUser() }", "#{currentUser()}"})
    void aStoredFilterMayAskWhoIsSignedIn(String expression) {
        var filters = small.engine.getFilterService();
        var filter = filters.newTaskFilter("mine");
        filter.setQuery(small.engine.getTaskService().createTaskQuery().taskAssigneeExpression(expression));
        filters.saveFilter(filter);

        small.engine.getIdentityService().setAuthenticatedUserId("maria");
        assertThat(filters.listPage(filter.getId(), 0, 10)).isEmpty();
        small.engine.getIdentityService().clearAuthentication();
        filters.deleteFilter(filter.getId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"${now()}", "${dateTime().plusDays(2)}", "${dateTime().minusWeeks(1).withTimeAtStartOfDay()}"})
    void aStoredFilterMayAskForATime(String expression) {
        var filters = small.engine.getFilterService();
        var filter = filters.newTaskFilter("soon");
        filter.setQuery(small.engine.getTaskService().createTaskQuery().dueBeforeExpression(expression));
        filters.saveFilter(filter);

        assertThat(filters.listPage(filter.getId(), 0, 10)).isEmpty();
        filters.deleteFilter(filter.getId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class}",
                "${''['class']}",
                "${''['cla'.concat('ss')]}",
                "${friend.getClass()}",
                "${friend['class']}",
                "${friend.leak().parent}",
                "${friend.leak().loadClass('java.lang.Runtime')}",
                "${(1).getInteger('x')}",
                "${JSON('{}').mapTo('java.util.HashMap')}",
                "${S('{}').mapTo('java.util.HashMap')}"
            })
    void anExpressionCannotReachClasses(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).hasMessageContaining("must not");
    }

    @Test
    void anExpressionSeesOnlyBeansMeantForDiagrams() {
        assertThat(evaluate("${friend.greet('Maria')}")).isEqualTo("Hello Maria");
        assertThatThrownBy(() -> evaluate("${stranger.greet('Maria')}")).hasMessageContaining("Unknown property");
        assertThatThrownBy(() -> evaluate("${engineRoom}")).hasMessageContaining("Unknown property");
    }

    @Test
    void anExpressionWorksWithValuesDatesAndJson() {
        assertThat(evaluate("${'draft'.concat('s').length() > 5}")).isEqualTo(true);
        assertThat(evaluate("${JSON('{\"a\":[1,2]}').prop('a').elements().size()}"))
                .isEqualTo(2);
        assertThat(evaluate("${JSON('{\"a\":\"x\"}').prop('a').stringValue()}")).isEqualTo("x");
        assertThat(evaluate("${dateTime().plusDays(1).toDate()}")).isInstanceOf(java.util.Date.class);
    }

    @Test
    void anExecutionLeadsToItsVariablesAndNotToTheEngine() {
        small.deploy(SmallEngine.process("reach", """
                <bpmn:serviceTask id="middle" camunda:expression="${execution[way]}" camunda:resultVariable="answer" />
                """));

        assertThatThrownBy(() -> start("reach", "processEngine")).hasMessageContaining("must not use");
        assertThatThrownBy(() -> start("reach", "processEngineServices")).hasMessageContaining("must not use");
        small.engine.getRuntimeService().startProcessInstanceByKey("reach", Map.of("way", "businessKey"));
    }

    @Test
    void aDecisionInFeelWorks() {
        small.deploy("levels.dmn", table("feel", "if amount > 10 then \"high\" else \"low\""));

        var level = small.engine
                .getDecisionService()
                .evaluateDecisionTableByKey("level", Map.of("amount", 11))
                .getSingleEntry();

        assertThat((String) level).isEqualTo("high");
    }

    @Test
    void noScriptEngineIsEverFound() {
        var settings = (ProcessEngineConfigurationImpl) small.engine.getProcessEngineConfiguration();

        for (var language : List.of("juel", "groovy", "javascript", "feel")) {
            assertThatThrownBy(() -> settings.getScriptEngineResolver().getScriptEngine(language, false))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(language);
        }
    }

    @Test
    void aScriptThatSomehowGotDeployedDoesNotRun() {
        var lax = new SmallEngine(
                settings -> settings.getProcessEnginePlugins().removeIf(DeploymentPlugin.class::isInstance));
        lax.deploy(SmallEngine.process(
                "script",
                "<bpmn:scriptTask id='middle' scriptFormat='juel'><bpmn:script>${1}</bpmn:script></bpmn:scriptTask>"));

        assertThatThrownBy(() -> lax.engine.getRuntimeService().startProcessInstanceByKey("script"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("runs no scripts");
    }

    @Test
    void aJavaObjectIsNeitherStoredNorRead() {
        small.deploy(SmallEngine.userTask("objects"));
        TypedValue java = Variables.serializedObjectValue("rO0ABQ==")
                .serializationDataFormat(Variables.SerializationDataFormats.JAVA)
                .objectTypeName("java.util.HashMap")
                .create();

        assertThatThrownBy(
                        () -> small.engine.getRuntimeService().startProcessInstanceByKey("objects", Map.of("x", java)))
                .hasMessageContaining("Java serialization format is prohibited");
    }

    private void start(String key, String way) {
        small.engine.getRuntimeService().startProcessInstanceByKey(key, Map.of("way", way));
    }

    private Object evaluate(String text) {
        var settings = (ProcessEngineConfigurationImpl) small.engine.getProcessEngineConfiguration();
        return settings.getCommandExecutorTxRequired()
                .execute(command -> settings.getExpressionManager()
                        .createExpression(text)
                        .getValue(StartProcessVariableScope.getSharedInstance()));
    }

    static String table(String language, String output) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="defs" name="defs" namespace="test">
                  <decision id="level" name="Level" camunda:historyTimeToLive="180">
                    <decisionTable id="table">
                      <input id="in"><inputExpression id="amount" typeRef="integer"><text>amount</text></inputExpression></input>
                      <output id="out" name="level" typeRef="string" />
                      <rule id="rule">
                        <inputEntry id="any"><text></text></inputEntry>
                        <outputEntry id="then" expressionLanguage="%s"><text>%s</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(language, output.replace(">", "&gt;"));
    }
}
