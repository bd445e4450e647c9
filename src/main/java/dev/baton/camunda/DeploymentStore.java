package dev.baton.camunda;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;

/** What is deployed, whoever asks. */
@Component
public class DeploymentStore {

    private final ProcessEngineConfigurationImpl engine;

    DeploymentStore(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    public DeployedDefinitions definitions() {
        return execute(StoredDefinitions::definitions);
    }

    /** What one deployment brought. */
    public List<Definition> definitions(Deployment deployment) {
        return execute(stored -> stored.definitions(deployment.getId()));
    }

    /** The file that the definition stands in. */
    public byte[] content(Definition definition) {
        return execute(stored -> stored.content(definition));
    }

    /**
     * Does something while nobody else deploys, on this node or another, in one transaction: what it reads stays true until
     * it has deployed. The order is the engine's own, which takes its monitor before the lock in the database.
     */
    @SuppressWarnings("LockOnNonEnclosingClassLiteral") // it is the engine's monitor
    public <T> T exclusively(Supplier<T> work) {
        Command<T> command = context -> {
            context.getPropertyManager().acquireExclusiveLock();
            return work.get();
        };
        synchronized (ProcessEngine.class) {
            return engine.getCommandExecutorTxRequired().execute(command);
        }
    }

    private <T> T execute(Function<StoredDefinitions, T> read) {
        Command<T> command = context -> read.apply(new StoredDefinitions(context));
        return engine.getCommandExecutorTxRequired().execute(command);
    }
}
