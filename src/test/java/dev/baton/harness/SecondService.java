package dev.baton.harness;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * For a test class that has a service of its own beside the one that all others share: the web apps and `/engine-rest` find
 * the engine by its name, and both engines have the same. Gives the name back when the class is done.
 */
public final class SecondService implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private @Nullable ProcessEngine other;
    private @Nullable ProcessEngine own;

    @Override
    public void beforeAll(ExtensionContext context) {
        other = ProcessEngines.getProcessEngine(ProcessEngines.NAME_DEFAULT);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        own = SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class);
        ProcessEngines.registerProcessEngine(own);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (own != null) {
            ProcessEngines.unregister(own);
        }
        if (other != null) {
            ProcessEngines.registerProcessEngine(other);
        }
    }
}
