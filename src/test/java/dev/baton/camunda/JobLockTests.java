package dev.baton.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that was killed while it worked on jobs. */
class JobLockTests {

    private static final String NODE = "baton-1:8080";

    private final SmallEngine small = SmallEngine.shared();
    private final ProcessEngineConfigurationImpl engine =
            (ProcessEngineConfigurationImpl) small.engine.getProcessEngineConfiguration();
    private final String usual = engine.getJobExecutor().getLockOwner();
    private String instance = "";

    @BeforeEach
    void startSomethingToDo() {
        small.deploy(SmallEngine.process("soon", "<bpmn:task id=\"middle\" camunda:asyncBefore=\"true\" />"));
        instance = small.engine
                .getRuntimeService()
                .startProcessInstanceByKey("soon")
                .getId();
    }

    @AfterEach
    void takeTheOldNameAgain() {
        engine.getJobExecutor().setLockOwner(usual);
        small.engine.getRuntimeService().deleteProcessInstance(instance, "end of the test");
    }

    @Test
    void aNodeThatStartsAgainTakesUpWhatItHeldWhenItWasKilled() {
        acquiredBy(NODE);
        assertThat(held()).isOne();

        new JobLockPlugin(NODE).postProcessEngineBuild(small.engine);

        assertThat(held()).isZero();
    }

    @Test
    void whatAnotherNodeWorksOnStaysWithIt() {
        acquiredBy("baton-2:8080");

        new JobLockPlugin(NODE).postProcessEngineBuild(small.engine);

        assertThat(held()).isOne();
    }

    @Test
    void aNodeWorksUnderItsName() {
        new JobLockPlugin(NODE).postInit(engine);

        assertThat(engine.getJobExecutor().getLockOwner()).isEqualTo(NODE);
    }

    @Test
    void aNodeWithoutANameIsCalledAfterItsHostAndPort() {
        assertThat(NodeName.of("", "8081")).endsWith(":8081").doesNotStartWith(":");
        assertThat(NodeName.of("baton-1", "8081")).isEqualTo("baton-1");
    }

    private void acquiredBy(String node) {
        engine.getJobExecutor().setLockOwner(node);
        engine.getCommandExecutorTxRequired().execute(new AcquireJobsCmd(engine.getJobExecutor(), 100));
    }

    private long held() {
        return small.engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .acquired()
                .count();
    }
}
