package dev.baton.camunda;

import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.stereotype.Component;

/** Reads what is deployed, whoever asks, and lets one node at a time change it. */
@Component
public class DeploymentStore {

    private final ProcessEngineConfigurationImpl engine;

    DeploymentStore(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    public DeployedDefinitions definitions() {
        return execute(StoredDefinitions::definitions);
    }

    /** The file that the definition stands in. */
    public byte[] content(Definition definition) {
        return execute(stored -> stored.content(definition));
    }

    private <T> T execute(Function<StoredDefinitions, T> read) {
        Command<T> command = context -> read.apply(new StoredDefinitions(context));
        return engine.getCommandExecutorTxRequired().execute(command);
    }

    /**
     * Does the work in one transaction while nobody else deploys, on any node. The engine's own deployments take first
     * the monitor, then the lock: another order would lock both out.
     */
    @SuppressWarnings("LockOnNonEnclosingClassLiteral") // it is the engine's own
    public <T> T exclusively(Supplier<T> work) {
        Command<T> command = context -> {
            synchronized (ProcessEngine.class) {
                context.getPropertyManager().acquireExclusiveLock();
                return work.get();
            }
        };
        return engine.getCommandExecutorTxRequired().execute(command);
    }
}
