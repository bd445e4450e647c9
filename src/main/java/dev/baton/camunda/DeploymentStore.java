package dev.baton.camunda;

import java.util.function.Function;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.stereotype.Component;

/** Reads what is deployed, whoever asks. */
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
}
