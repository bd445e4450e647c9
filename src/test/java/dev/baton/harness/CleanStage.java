package dev.baton.harness;

import dev.baton.people.Role;
import java.util.Arrays;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Before the tests of a class somebody has each role; after each of them nothing runs, nobody acts, and the clock is back in the present. */
class CleanStage implements BeforeEachCallback, AfterEachCallback {

    /** Somebody has each role: operations are not offered what nobody is there for. Asked for no service before a test does. */
    @Override
    public void beforeEach(ExtensionContext test) {
        test.getRoot()
                .getStore(ExtensionContext.Namespace.create(CleanStage.class))
                .getOrComputeIfAbsent(test.getRequiredTestClass(), type -> hire(test));
    }

    private static boolean hire(ExtensionContext test) {
        var people = SpringExtension.getApplicationContext(test).getBean(People.class);
        Arrays.stream(Role.values()).map(Role::key).forEach(people::named);
        return true;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        ClockUtil.reset();
        var engine = SpringExtension.getApplicationContext(test).getBean(ProcessEngine.class);
        engine.getIdentityService().clearAuthentication();
        clear(engine.getRuntimeService());
        clear(engine.getRuntimeService()); // What tells of the end of a handoff that this has deleted.
        var alone = engine.getTaskService().createTaskQuery().unlimitedList().stream()
                .map(Task::getId)
                .toList();
        engine.getTaskService().deleteTasks(alone, true);
    }

    private static void clear(RuntimeService runtime) {
        var left = runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .toList();
        if (!left.isEmpty()) {
            runtime.deleteProcessInstancesIfExists(left, "end of the test", true, true, false);
        }
    }
}
