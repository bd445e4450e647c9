package dev.baton.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentTests {

    private final SmallEngine small = SmallEngine.shared();

    static Stream<Arguments> foreignCode() {
        return Stream.of(
                Arguments.of("<bpmn:serviceTask id='middle' camunda:type='shell' />", "is of type 'shell'"),
                Arguments.of("<bpmn:serviceTask id='middle' activiti:type='shell' />", "is of type 'shell'"),
                Arguments.of("<bpmn:sendTask id='middle' camunda:type='mail' />", "is of type 'mail'"),
                Arguments.of(
                        "<bpmn:scriptTask id='middle' scriptFormat='juel'><bpmn:script>${1}</bpmn:script></bpmn:scriptTask>",
                        "runs a script"),
                Arguments.of("<bpmn:serviceTask id='middle' camunda:class='java.lang.Thread' />", "names a Java class"),
                Arguments.of(
                        "<bpmn:serviceTask id='middle' activiti:class='java.lang.Thread' />", "names a Java class"),
                Arguments.of(
                        "<bpmn:serviceTask id='middle' camunda:delegateExpression='${stranger}' />",
                        "delegates to ${stranger}"),
                Arguments.of(
                        "<bpmn:serviceTask id='middle' camunda:delegateExpression='${anyVariable}' />", "delegates to"),
                Arguments.of(
                        "<bpmn:serviceTask id='middle' camunda:expression=\"${stranger.greet('x')}\" />",
                        "calls 'stranger'"),
                Arguments.of(
                        "<bpmn:serviceTask id='middle' camunda:expression=\"${''.getClass()}\" />", "uses 'getClass'"),
                Arguments.of("<bpmn:serviceTask id='middle' camunda:expression='${friend.greet(' />", "cannot be read"),
                Arguments.of(
                        task("<camunda:executionListener event='start' class='java.lang.Thread' />"),
                        "names a Java class"),
                Arguments.of(
                        task("<camunda:executionListener event='start' delegateExpression='${stranger}' />"),
                        "delegates to"),
                Arguments.of(
                        task("<camunda:executionListener event='start'><camunda:script scriptFormat='juel'>${1}"
                                + "</camunda:script></camunda:executionListener>"),
                        "runs a script in a listener"),
                Arguments.of(
                        task("<camunda:taskListener event='create'><camunda:script scriptFormat='juel'>${1}"
                                + "</camunda:script></camunda:taskListener>"),
                        "runs a script in a listener"),
                Arguments.of(
                        task("<camunda:inputOutput><camunda:inputParameter name='x'><camunda:list><camunda:script "
                                + "scriptFormat='juel'>${1}</camunda:script></camunda:list></camunda:inputParameter>"
                                + "</camunda:inputOutput>"),
                        "or a mapping"),
                Arguments.of(
                        task("<camunda:inputOutput><camunda:inputParameter name='x'>${execution.processEngine}"
                                + "</camunda:inputParameter></camunda:inputOutput>"),
                        "uses 'processEngine'"),
                Arguments.of(
                        task("<camunda:formData><camunda:formField id='x' type='string'><camunda:validation>"
                                + "<camunda:constraint name='validator' config='java.lang.Thread' /></camunda:validation>"
                                + "</camunda:formField></camunda:formData>"),
                        "generated form fields"),
                Arguments.of(
                        "<bpmn:userTask id='middle' camunda:formHandlerClass='java.lang.Thread' />",
                        "names a Java class that handles a form"),
                Arguments.of(
                        "<bpmn:userTask id='middle' camunda:formKey='embedded:deployment:x.html' />",
                        "shows the form key"),
                Arguments.of(
                        "<bpmn:serviceTask id='middle'><bpmn:extensionElements><camunda:connector><camunda:connectorId>"
                                + "http-connector</camunda:connectorId></camunda:connector></bpmn:extensionElements>"
                                + "</bpmn:serviceTask>",
                        "uses a connector"),
                Arguments.of(
                        "<bpmn:callActivity id='middle' calledElement='x' camunda:variableMappingClass='java.lang.Thread' />",
                        "names a Java class that maps variables"),
                Arguments.of("<bpmn:callActivity id='middle' camunda:caseRef='x' />", "calls a case model"),
                Arguments.of(
                        "<bpmn:userTask id='middle' /><bpmn:boundaryEvent id='timer' attachedToRef='middle'>"
                                + "<bpmn:conditionalEventDefinition><bpmn:condition xsi:type='bpmn:tFormalExpression' "
                                + "language='juel'>${1}</bpmn:condition></bpmn:conditionalEventDefinition>"
                                + "</bpmn:boundaryEvent>",
                        "written as a script"));
    }

    @ParameterizedTest
    @MethodSource("foreignCode")
    void aDiagramThatRunsForeignCodeIsRefused(String middle, String because) {
        var before = small.engine.getRepositoryService().createDeploymentQuery().count();

        assertThatThrownBy(() -> small.deploy(SmallEngine.process("foreign", middle)))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining(because);

        assertThat(small.engine.getRepositoryService().createDeploymentQuery().count())
                .isEqualTo(before);
    }

    @Test
    void everyViolationIsListedWithElementAndLabel() {
        var middle = """
                <bpmn:serviceTask id="middle" name="Send it" camunda:type="shell">
                  <bpmn:extensionElements>
                    <camunda:executionListener event="end" class="x.Y" />
                  </bpmn:extensionElements>
                </bpmn:serviceTask>
                <bpmn:scriptTask id="other" name="Compute" scriptFormat="groovy" />
                """;

        var refused =
                catchThrowableOfType(ParseException.class, () -> small.deploy(SmallEngine.process("many", middle)));

        assertThat(refused)
                .hasMessageContaining("middle: “Send it” is of type 'shell'")
                .hasMessageContaining("middle: “Send it” names a Java class (x.Y)")
                .hasMessageContaining("other: “Compute” runs a script");
        assertThat(refused.getResorceReports().get(0).getErrors())
                .extracting(Problem::getMainElementId)
                .containsExactlyInAnyOrder("middle", "middle", "other");
    }

    @Test
    void aDiagramOfBatonsOwnBeansIsDeployed() {
        var deployed = small.deploy(SmallEngine.process("clean", """
                <bpmn:serviceTask id="middle" camunda:delegateExpression="${delegate}">
                  <bpmn:documentation>getClass is a word one may write, even ${here.class}</bpmn:documentation>
                  <bpmn:extensionElements>
                    <camunda:executionListener event="start" expression="${friend.greet(campaign)}" />
                    <camunda:inputOutput>
                      <camunda:inputParameter name="decision" />
                      <camunda:inputParameter name="word">${'class'}</camunda:inputParameter>
                    </camunda:inputOutput>
                  </bpmn:extensionElements>
                </bpmn:serviceTask>
                """));

        assertThat(deployed.getId()).isNotNull();
    }

    @Test
    void whatIsAlreadyDeployedIsLoadedWithoutAQuestion() {
        var strict = new java.util.concurrent.atomic.AtomicBoolean();
        var rules = new DeploymentPlugin(new DeploymentCheck(
                () -> java.util.List.of(files -> strict.get()
                        ? java.util.List.of(Violation.of(ModelingRule.READABLE, "diagram.bpmn", null, "stricter now"))
                        : java.util.List.of()),
                java.util.List.of()));
        var other =
                new SmallEngine(settings -> settings.getProcessEnginePlugins().add(rules));
        other.deploy(SmallEngine.userTask("old"));

        strict.set(true);
        ((ProcessEngineConfigurationImpl) other.engine.getProcessEngineConfiguration())
                .getDeploymentCache()
                .discardProcessDefinitionCache();

        assertThat(other.engine.getRuntimeService().startProcessInstanceByKey("old"))
                .isNotNull();
        assertThatThrownBy(() -> other.deploy(SmallEngine.userTask("new"))).hasMessageContaining("stricter now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "groovy", "javascript"})
    void aTableInAnotherLanguageIsRefused(String language) {
        assertThatThrownBy(() -> small.deploy("table.dmn", ExpressionTests.table(language, "1")))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("only FEEL decides here");
    }

    @Test
    void aCaseModelIsRefused() {
        assertThatThrownBy(() -> small.deploy("case.cmmn", "<x/>")).hasMessageContaining("no case models");
    }

    @Test
    void aDoctypeIsRefused() {
        var diagram = SmallEngine.userTask("doctype")
                .replace("?>\n", "?>\n<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n");

        assertThatThrownBy(() -> small.deploy(diagram)).hasMessageContaining("It has a DOCTYPE, which is never read");
    }

    @Test
    void aDoctypeInATableIsRefused() {
        var table = ExpressionTests.table("feel", "1")
                .replace("?>\n", "?>\n<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n");

        assertThatThrownBy(() -> small.deploy("table.dmn", table))
                .hasMessageContaining("It has a DOCTYPE, which is never read");
    }

    private static String task(String extension) {
        return "<bpmn:userTask id='middle'><bpmn:extensionElements>" + extension
                + "</bpmn:extensionElements></bpmn:userTask>";
    }
}
