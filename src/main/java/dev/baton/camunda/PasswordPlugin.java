package dev.baton.camunda;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Lets the engine hash new passwords slowly and check them by {@link PasswordChecks}; it still knows its own old hashes. */
final class PasswordPlugin extends AbstractProcessEnginePlugin {

    private final SlowPasswordHash slow;
    private final PasswordVerdicts verdicts;
    private final Supplier<List<PersonDeletion>> deletions;

    PasswordPlugin(PasswordSettings settings, PasswordVerdicts verdicts, Supplier<List<PersonDeletion>> deletions) {
        this.slow = new SlowPasswordHash(settings.strength());
        this.verdicts = verdicts;
        this.deletions = deletions;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setPasswordEncryptor(slow);
        engine.setIdentityProviderSessionFactory(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return PasswordChecks.class;
            }

            @Override
            public Session openSession() {
                return new PasswordChecks(slow, verdicts, deletions);
            }
        });
    }
}
