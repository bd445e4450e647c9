package dev.baton.harness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Diagrams with faults that show only when they run, as they come past every rule: put under a deployed one. */
public final class BrokenDiagrams implements AutoCloseable {

    private final ProcessEngineConfigurationImpl engine;
    private final JdbcClient jdbc;
    private final List<String> deployed = new ArrayList<>();

    public BrokenDiagrams(ProcessEngineConfigurationImpl engine, JdbcClient jdbc) {
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /** A process that starts with the node "first" of {@code rest}. */
    public ProcessDefinition deploy(String key, String rest) {
        var repository = engine.getRepositoryService();
        var id = repository
                .createDeployment()
                .name("broken " + key)
                .addString(key + ".bpmn", diagram(key, "", "<bpmn:endEvent id='first' />"))
                .deploy()
                .getId();
        deployed.add(id);
        jdbc.sql("update ACT_GE_BYTEARRAY set BYTES_ = :bytes where DEPLOYMENT_ID_ = :deployment")
                .param(
                        "bytes",
                        diagram(
                                        key,
                                        "<bpmn:extensionElements><camunda:properties><camunda:property name='handoff'"
                                                + " value='opens' /></camunda:properties></bpmn:extensionElements>",
                                        rest)
                                .getBytes(StandardCharsets.UTF_8))
                .param("deployment", id)
                .update();
        engine.getDeploymentCache().discardProcessDefinitionCache();
        return latest(repository, id);
    }

    /** A file beside a diagram, of any kind. */
    public void add(ProcessDefinition beside, String name, String content) {
        jdbc.sql("insert into ACT_GE_BYTEARRAY (ID_, REV_, NAME_, DEPLOYMENT_ID_, BYTES_, GENERATED_, TYPE_)"
                        + " values (:id, 1, :name, :deployment, :bytes, :generated, 1)")
                .param("id", beside.getDeploymentId() + "-" + deployed.size())
                .param("name", name)
                .param("deployment", beside.getDeploymentId())
                .param("bytes", content.getBytes(StandardCharsets.UTF_8))
                .param("generated", false)
                .update();
    }

    private static ProcessDefinition latest(RepositoryService repository, String deployment) {
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult();
    }

    private static String diagram(String key, String properties, String rest) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
                  <bpmn:process id="%s" name="Autumn model" isExecutable="true" camunda:historyTimeToLive="P180D">
                    %s
                    <bpmn:startEvent id="start_model" />
                    <bpmn:sequenceFlow id="in" sourceRef="start_model" targetRef="first" />
                    %s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(key, properties, rest);
    }

    @Override
    public void close() {
        deployed.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true, true, true));
    }
}
